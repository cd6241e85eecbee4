import type { Adapter } from '../adapter.ts';
import { FROM_GIT_ROOT } from '../config/entry.ts';
import { answerClaudeLike, readClaudeLike } from './claude-like.ts';

const EVENTS = ['PreToolUse', 'PostToolUse', 'Stop', 'SessionStart'] as const;

/** OpenAI Codex CLI: Claude's shapes, edits as patch text; unknown fields in an answer make it void. */
export const codex: Adapter = {
  name: 'codex',
  title: 'Codex CLI',
  limit: 8000,
  read: (payload, hint) =>
    readClaudeLike(
      payload,
      {
        Bash: 'command',
        shell: 'command',
        shell_command: 'command',
        exec_command: 'command',
        local_shell: 'command',
        apply_patch: 'patch',
        Write: 'write',
        Edit: 'edit',
        Read: 'read',
      },
      hint,
    ),
  answer: (outcome, occasion) => {
    // Feedback after a tool is a block whose reason the model reads; the tool has run all the same.
    if (outcome.kind === 'tell' && occasion.moment === 'after') {
      return answerClaudeLike({ kind: 'deny', reason: outcome.text }, occasion);
    }
    return answerClaudeLike(outcome, occasion);
  },
  config: {
    signs: ['.codex', '~/.codex'],
    files: [
      {
        form: 'json',
        path: '.codex/hooks.json',
        items: EVENTS.map((event) => ({
          list: ['hooks', event],
          item: { hooks: [{ type: 'command', command: `${FROM_GIT_ROOT} codex`, timeout: 30 }] },
        })),
      },
    ],
    afterwards: 'Codex runs a project hook only once it is trusted: open /hooks in Codex and approve the entries',
  },
};
