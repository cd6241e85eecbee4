import type { Adapter, Occasion } from '../adapter.ts';
import { type Payload, part, parts, text } from '../payload.ts';
import { callsOf, type ToolTable } from '../tools/tool-table.ts';
import { answerClaudeLike, readClaudeLike } from './claude-like.ts';

const TOOLS: ToolTable = {
  Bash: 'command',
  PowerShell: 'command',
  Write: 'write',
  Edit: 'edit',
  MultiEdit: 'edit',
  NotebookEdit: 'cell',
  Read: 'read',
  NotebookRead: 'read',
};

const COMMAND = '"$CLAUDE_PROJECT_DIR"/.bylaw/hook claude';
const EVENTS = ['PreToolUse', 'PostToolUse', 'PostToolUseFailure'] as const;
const PLAIN_EVENTS = ['PostToolBatch', 'Stop', 'SessionStart', 'InstructionsLoaded'] as const;

/** Claude Code: command and HTTP hooks share payload and answer (`docs/hooks.md`, 2.1.240). */
export const claude: Adapter = {
  name: 'claude',
  title: 'Claude Code',
  limit: 9000,
  read(payload, hint) {
    const occasion = readClaudeLike(payload, TOOLS, hint);
    if (occasion.event === 'InstructionsLoaded') return instructionsLoaded(payload, occasion);
    if (occasion.event === 'PostToolBatch') {
      const calls = parts(payload, 'tool_calls').flatMap((call) =>
        callsOf(TOOLS, text(call, 'tool_name') ?? '', part(call, 'tool_input')),
      );
      return { ...occasion, calls };
    }
    // What is still broken is told once for a batch of tools, not after each of them.
    return occasion.moment === 'after' ? { ...occasion, carries: false } : occasion;
  },
  answer: answerClaudeLike,
  config: {
    signs: ['.claude', 'CLAUDE.md', '~/.claude'],
    files: [
      {
        form: 'json',
        path: '.claude/settings.json',
        items: [
          ...EVENTS.map((event) => ({ list: ['hooks', event], item: { matcher: '*', hooks: [hook()] } })),
          ...PLAIN_EVENTS.map((event) => ({ list: ['hooks', event], item: { hooks: [hook()] } })),
        ],
      },
    ],
    switches: ['.claude/settings.json', '.claude/settings.local.json', '~/.claude/settings.json'].map((path) => ({
      path,
      key: ['disableAllHooks'],
      off: true,
      says: 'disableAllHooks is set: Claude Code runs no hooks',
    })),
  },
};

function hook(): object {
  return { type: 'command', command: COMMAND, timeout: 30 };
}

/** An instruction file that the host put before the model has been read. */
function instructionsLoaded(payload: Payload, occasion: Occasion): Occasion {
  const path = text(payload, 'file_path');
  return path === undefined
    ? occasion
    : { ...occasion, moment: 'after', carries: false, calls: [{ kind: 'read', path }] };
}
