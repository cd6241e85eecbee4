import type { JsonFile } from './entry.ts';

const EVENTS = ['preToolUse', 'postToolUse', 'postToolUseFailure', 'agentStop', 'sessionStart'] as const;

/** Copilot CLI, its cloud agent and VS Code all read this file; their payloads tell them apart. */
export const copilotFile: JsonFile = {
  form: 'json',
  path: '.github/hooks/bylaw.json',
  members: [{ at: ['version'], value: 1 }],
  items: EVENTS.map((event) => ({
    list: ['hooks', event],
    item: {
      type: 'command',
      bash: `.bylaw/hook copilot ${event}`,
      powershell: `sh .bylaw/hook copilot ${event}`,
      cwd: '.',
      timeoutSec: 30,
    },
  })),
};
