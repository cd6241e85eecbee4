import { type Adapter, AGENTS, type AgentName } from './adapter.ts';
import { amp } from './hosts/amp.ts';
import { claude } from './hosts/claude.ts';
import { cline } from './hosts/cline.ts';
import { codex } from './hosts/codex.ts';
import { copilot } from './hosts/copilot.ts';
import { cursor } from './hosts/cursor.ts';
import { devin } from './hosts/devin.ts';
import { droid } from './hosts/droid.ts';
import { gemini } from './hosts/gemini.ts';
import { kiro } from './hosts/kiro.ts';
import { opencode } from './hosts/opencode.ts';
import { vscode } from './hosts/vscode.ts';
import { windsurf } from './hosts/windsurf.ts';
import type { Payload } from './payload.ts';

export const ADAPTERS: { readonly [N in AgentName]: Adapter } = {
  claude,
  codex,
  cursor,
  gemini,
  copilot,
  vscode,
  windsurf,
  devin,
  cline,
  kiro,
  droid,
  opencode,
  amp,
};

export function isAgentName(name: string): name is AgentName {
  return AGENTS.some((agent) => agent === name);
}

/** The host that a payload is from, by what only that host writes; Claude's shape is everyone's default. */
export function detectAgent(payload: Payload): AgentName {
  if ('cursor_version' in payload || ('conversation_id' in payload && !('turn_id' in payload))) return 'cursor';
  if ('agent_action_name' in payload) return 'windsurf';
  if ('toolName' in payload && 'toolArgs' in payload) return 'copilot';
  if ('hookName' in payload && 'taskId' in payload) return 'cline';
  if ('turn_id' in payload && 'model' in payload) return 'codex';
  if (/^(Before|After)[A-Z]/.test(String(payload.hook_event_name))) return 'gemini';
  return 'claude';
}
