import { table } from '../../model/table.ts';
import { type Adapter, json, type Moment, type Occasion, SILENT } from '../adapter.ts';
import { copilotFile } from '../config/copilot-file.ts';
import { isPayload, type Payload, parseJson, part, text } from '../payload.ts';
import { callsOf, type ToolTable } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';
import { answerVscode, readVscode } from './vscode.ts';

const TOOLS: ToolTable = {
  bash: 'command',
  powershell: 'command',
  shell: 'command',
  create: 'write',
  edit: 'edit',
  str_replace_editor: 'file',
  apply_patch: 'patch',
  view: 'read',
};

const MOMENTS: Readonly<Record<string, Moment>> = table({
  preToolUse: 'before',
  postToolUse: 'after',
  postToolUseFailure: 'after',
  agentStop: 'stop',
  sessionStart: 'start',
});

/** GitHub Copilot CLI and cloud agent. `toolArgs` is an object or JSON text; the payload does not name its event. */
export const copilot: Adapter = {
  name: 'copilot',
  title: 'GitHub Copilot CLI and cloud agent',
  limit: 8000,
  read: (payload, hint) =>
    text(payload, 'hook_event_name', 'hookEventName') === undefined
      ? readCamel(payload, hint)
      : readVscode(payload, hint),
  answer(outcome, occasion) {
    if (outcome.kind === 'silent') return SILENT;
    if (/^[A-Z]/.test(occasion.event)) return answerVscode(outcome, occasion);
    if (outcome.kind === 'tell') return json({ additionalContext: outcome.text });
    return occasion.moment === 'stop'
      ? json({ decision: 'block', reason: outcome.reason })
      : json({ permissionDecision: 'deny', permissionDecisionReason: outcome.reason });
  },
  config: {
    signs: ['.github/copilot-instructions.md', '.github/instructions', '.github/hooks', '~/.copilot'],
    files: [copilotFile],
  },
};

function readCamel(payload: Payload, hint: string | undefined): Occasion {
  const event =
    hint ??
    (payload.toolResult === undefined ? (payload.toolName === undefined ? 'agentStop' : 'preToolUse') : 'postToolUse');
  const moment = MOMENTS[event] ?? 'none';
  const result = part(payload, 'toolResult');
  const failed = event === 'postToolUseFailure' || text(result, 'resultType') === 'failure';
  const calls =
    moment === 'before' || moment === 'after'
      ? callsOf(TOOLS, text(payload, 'toolName') ?? '', argsOf(payload), text(result, 'textResultForLlm') ?? result)
      : [];
  return {
    moment,
    event,
    session: text(payload, 'sessionId') ?? 'default',
    cwd: text(payload, 'cwd'),
    calls: moment === 'after' ? calls.map((call) => withExit(call, failed ? 1 : 0)) : calls,
    carries: moment === 'after',
    again: payload.stopHookActive === true,
    resumed: text(payload, 'source') === 'resume',
  };
}

/** Text that is no JSON object is what the one-argument tools take: a patch. */
function argsOf(payload: Payload): Payload {
  const args = payload.toolArgs;
  if (typeof args !== 'string') return part(payload, 'toolArgs');
  const parsed = parseJson(args);
  return isPayload(parsed) ? parsed : { input: args };
}
