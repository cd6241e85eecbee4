import { appendFileSync } from 'node:fs';
import { quoted } from '../checks/command/quoted.ts';
import { parsePayload, text } from './payload.ts';
import type { WiredQuestion } from './question.ts';

/**
 * Claude Code sources the file named by `CLAUDE_ENV_FILE` before each command of its shell. What runs inside
 * that shell then belongs to the same session, and the shims stand first on its PATH.
 */
export function writeSessionEnv(question: WiredQuestion, shims: string): void {
  const payload = question.envFile === '' ? undefined : parsePayload(question.payload);
  const session = payload && text(payload, 'session_id');
  if (session === undefined || text(payload ?? {}, 'hook_event_name') !== 'SessionStart') return;
  const lines = [
    `export BYLAW_SESSION=${quoted(`claude-${session}`)}`,
    `[ ! -d ${quoted(shims)} ] || export PATH=${quoted(shims)}:"$PATH"`,
  ];
  appendFileSync(question.envFile, `${lines.join('\n')}\n`);
}
