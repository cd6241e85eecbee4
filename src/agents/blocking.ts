import type { AgentName } from './adapter.ts';
import { isPayload, type Payload, parseJson, part, text } from './payload.ts';

/** What a hook process has left behind. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a host makes of a hook that ran before a tool: the reason that reaches the model, or nothing. */
export type Blocked = { readonly reason: string } | undefined;

const claudeRule = (ended: Ended): Blocked => {
  if (ended.status === 2) return { reason: ended.stderr };
  const answer = jsonOf(ended);
  const specific = answer && part(answer, 'hookSpecificOutput');
  const reason = specific && text(specific, 'permissionDecisionReason');
  return specific?.permissionDecision === 'deny' && reason !== undefined && reason !== '' ? { reason } : undefined;
};

const exitRule = (ended: Ended): Blocked => (ended.status === 2 ? { reason: ended.stderr } : undefined);

/** Each host's documented rules for taking a hook's end as a refusal; all that they do not name lets pass. */
const RULES: Readonly<Record<AgentName, (ended: Ended) => Blocked>> = {
  claude: claudeRule,
  devin: claudeRule,
  // An answer with a field that Codex does not know is void.
  codex: (ended) => {
    const specific = part(jsonOf(ended) ?? {}, 'hookSpecificOutput');
    const known = ['hookEventName', 'permissionDecision', 'permissionDecisionReason'];
    return Object.keys(specific).every((key) => known.includes(key)) ? claudeRule(ended) : undefined;
  },
  // The reason is for the person; the model reads the context.
  vscode: (ended) => {
    const context = text(part(jsonOf(ended) ?? {}, 'hookSpecificOutput'), 'additionalContext');
    const blocked = claudeRule(ended);
    return blocked && (ended.status === 2 || context !== undefined) ? { reason: context ?? blocked.reason } : undefined;
  },
  cursor: (ended) => {
    if (ended.status === 2) return { reason: ended.stderr };
    const answer = jsonOf(ended);
    if (answer === undefined) return { reason: 'failClosed: the hook printed no JSON' };
    return answer.permission === 'deny' ? { reason: text(answer, 'agent_message') ?? '' } : undefined;
  },
  gemini: (ended) => {
    if (ended.status === 2) return { reason: ended.stderr };
    const answer = jsonOf(ended);
    return answer?.decision === 'deny' ? { reason: text(answer, 'reason') ?? '' } : undefined;
  },
  copilot: (ended) => {
    if (ended.status !== 0) return { reason: ended.stderr };
    const answer = jsonOf(ended);
    return answer?.permissionDecision === 'deny'
      ? { reason: text(answer, 'permissionDecisionReason') ?? '' }
      : undefined;
  },
  cline: (ended) => {
    const answer = jsonOf(ended);
    return answer?.cancel === true ? { reason: text(answer, 'errorMessage') ?? '' } : undefined;
  },
  windsurf: exitRule,
  kiro: exitRule,
  droid: (ended) => (ended.status === 2 ? { reason: ended.stderr } : claudeRule(ended)),
  opencode: exitRule,
  amp: exitRule,
};

export function blockedBy(agent: AgentName, ended: Ended): Blocked {
  return RULES[agent](ended);
}

function jsonOf({ status, stdout }: Ended): Payload | undefined {
  const value = status === 0 ? parseJson(stdout) : undefined;
  return isPayload(value) ? value : undefined;
}
