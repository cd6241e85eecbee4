import type { Adapter } from '../adapter.ts';
import { FROM_GIT_ROOT } from '../config/entry.ts';
import { answerClaudeLike, readClaudeLike } from './claude-like.ts';

/** Devin (the renamed Windsurf): Claude's events and answers, its own tool names. */
export const devin: Adapter = {
  name: 'devin',
  title: 'Devin',
  limit: 8000,
  read: (payload, hint) =>
    readClaudeLike(
      payload,
      { exec: 'command', write: 'write', edit: 'edit', read: 'read', apply_patch: 'patch' },
      hint,
    ),
  answer: answerClaudeLike,
  config: {
    signs: ['.devin', '~/.config/devin'],
    files: [
      {
        form: 'json',
        path: '.devin/hooks.v1.json',
        items: ['PreToolUse', 'PostToolUse', 'Stop', 'SessionStart'].map((event) => ({
          list: ['hooks', event],
          item: { hooks: [{ type: 'command', command: `${FROM_GIT_ROOT} devin`, timeout: 30 }] },
        })),
      },
    ],
  },
};
