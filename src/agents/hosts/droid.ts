import { type Adapter, refusal } from '../adapter.ts';
import { answerClaudeLike, readClaudeLike } from './claude-like.ts';

/** In the home folder there are also repositories without us. */
const COMMAND = [
  'h=$FACTORY_PROJECT_DIR/.bylaw/hook',
  '[ -x "$h" ] || h=$(git rev-parse --show-toplevel 2>/dev/null)/.bylaw/hook',
  '[ ! -x "$h" ] || "$h" droid',
].join('; ');

/** Factory Droid: Claude's payload, its own tool names; status 2 blocks. */
export const droid: Adapter = {
  name: 'droid',
  title: 'Factory Droid',
  limit: 8000,
  read: (payload, hint) =>
    readClaudeLike(
      payload,
      { Execute: 'command', Create: 'write', Edit: 'edit', MultiEdit: 'edit', ApplyPatch: 'patch', Read: 'read' },
      hint,
    ),
  answer: (outcome, occasion) =>
    outcome.kind === 'deny' ? refusal(outcome.reason) : answerClaudeLike(outcome, occasion),
  config: {
    signs: ['.factory', '~/.factory'],
    files: [
      {
        form: 'json',
        path: '~/.factory/hooks.json',
        items: ['PreToolUse', 'PostToolUse', 'Stop', 'SessionStart'].map((event) => ({
          list: ['hooks', event],
          item: {
            ...(event.endsWith('ToolUse') && { matcher: '*' }),
            hooks: [{ type: 'command', command: COMMAND, timeout: 30 }],
          },
        })),
      },
    ],
  },
};
