import { type Adapter, type Answer, json, type Occasion, type Outcome } from '../adapter.ts';
import { copilotFile } from '../config/copilot-file.ts';
import type { Payload } from '../payload.ts';
import type { ToolTable } from '../tools/tool-table.ts';
import { answerClaudeLike, readClaudeLike } from './claude-like.ts';

const TOOLS: ToolTable = {
  run_in_terminal: 'command',
  runInTerminal: 'command',
  create_file: 'write',
  createFile: 'write',
  replace_string_in_file: 'edit',
  multi_replace_string_in_file: 'edit',
  editFiles: 'edit',
  apply_patch: 'patch',
  edit_notebook_file: 'cell',
  read_file: 'read',
  readFile: 'read',
  Bash: 'command',
  Write: 'write',
  Edit: 'edit',
  Read: 'read',
};

export function readVscode(payload: Payload, hint?: string): Occasion {
  return readClaudeLike(payload, TOOLS, hint);
}

/** Claude's answer; the reason of a denial is shown to the person only, so the model gets it as context too. */
export function answerVscode(outcome: Outcome, occasion: Occasion): Answer {
  if (outcome.kind !== 'deny' || occasion.moment !== 'before') return answerClaudeLike(outcome, occasion);
  return json({
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: 'deny',
      permissionDecisionReason: outcome.reason,
      additionalContext: outcome.reason,
    },
  });
}

/** Visual Studio Code's agent. It reads the file that Copilot's hooks are in. */
export const vscode: Adapter = {
  name: 'vscode',
  title: 'Visual Studio Code agent',
  limit: 8000,
  read: readVscode,
  answer: answerVscode,
  config: { signs: ['.vscode', '~/.vscode'], files: [copilotFile] },
};
