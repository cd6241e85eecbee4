import { type Adapter, refusal, SILENT } from '../adapter.ts';
import { FROM_GIT_ROOT } from '../config/entry.ts';
import { readClaudeLike } from './claude-like.ts';

const TRIGGERS = ['PreToolUse', 'PostToolUse', 'Stop', 'SessionStart'] as const;

/** Kiro (IDE and CLI 3): Claude's payload; status 2 blocks, with the reason on standard error. */
export const kiro: Adapter = {
  name: 'kiro',
  title: 'Kiro',
  limit: 8000,
  read: (payload, hint) =>
    readClaudeLike(
      payload,
      {
        execute_bash: 'command',
        execute_cmd: 'command',
        executeBash: 'command',
        shell: 'command',
        fs_write: 'file',
        fsWrite: 'file',
        write: 'file',
        str_replace: 'edit',
        strReplace: 'edit',
        fs_append: 'file',
        delete_file: 'delete',
        fs_read: 'read',
        fsRead: 'read',
        read: 'read',
        read_file: 'read',
      },
      hint,
    ),
  // Of what a hook prints with status 0 only that of prompts and session starts reaches the model.
  answer: (outcome) => (outcome.kind === 'deny' ? refusal(outcome.reason) : SILENT),
  config: {
    signs: ['.kiro', '~/.kiro'],
    files: [
      {
        form: 'own',
        path: '.kiro/hooks/bylaw.json',
        content: `${JSON.stringify(
          {
            version: 'v1',
            hooks: TRIGGERS.map((trigger) => ({
              name: `bylaw ${trigger}`,
              description: 'installed by bylaw init',
              trigger,
              ...(trigger.endsWith('ToolUse') && { matcher: '*' }),
              action: { type: 'command', command: `${FROM_GIT_ROOT} kiro` },
              timeout: 30,
              enabled: true,
            })),
          },
          undefined,
          2,
        )}\n`,
      },
    ],
  },
};
