import { table } from '../../model/table.ts';
import { type Adapter, type Answer, json, type Moment, type Occasion, type Outcome } from '../adapter.ts';
import { list, type Payload, part, text, whole } from '../payload.ts';
import type { ToolCall } from '../tools/call.ts';
import { readCall } from '../tools/read-call.ts';
import { callsOf, type ToolTable } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';

const TOOLS: ToolTable = {
  Shell: 'command',
  Write: 'file',
  StrReplace: 'edit',
  Edit: 'edit',
  MultiEdit: 'edit',
  ApplyPatch: 'patch',
  EditNotebook: 'cell',
  Delete: 'delete',
  Read: 'read',
};

const MOMENTS: Readonly<Record<string, Moment>> = table({
  preToolUse: 'before',
  beforeShellExecution: 'before',
  beforeReadFile: 'before',
  postToolUse: 'after',
  postToolUseFailure: 'after',
  afterFileEdit: 'after',
  stop: 'stop',
  sessionStart: 'start',
});

const EVENTS = ['preToolUse', 'beforeShellExecution', 'postToolUse', 'postToolUseFailure', 'afterFileEdit'] as const;

/**
 * Cursor: events before and since 3.11. Seen in captures: a byte order mark before the JSON, an empty `cwd`,
 * roots such as `/C:/repo`. A hook marked `failClosed` must print JSON even when it has nothing to say.
 */
export const cursor: Adapter = {
  name: 'cursor',
  title: 'Cursor',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'hook_event_name') ?? hint ?? '';
    const moment = MOMENTS[event] ?? 'none';
    return {
      moment,
      event,
      session: text(payload, 'conversation_id', 'session_id') ?? 'default',
      cwd: text(payload, 'cwd') || text(part(payload, 'tool_input'), 'cwd'),
      base: list(payload, 'workspace_roots').find((root) => typeof root === 'string'),
      calls: callsIn(event, payload).map((call) =>
        moment === 'after' ? withExit(call, event === 'postToolUseFailure' ? 1 : 0) : call,
      ),
      carries: event === 'postToolUse',
      again: (whole(payload, 'loop_count') ?? 0) > 0,
    };
  },
  answer,
  config: {
    signs: ['.cursor', '.cursorrules', '~/.cursor'],
    files: [
      {
        form: 'json',
        path: '.cursor/hooks.json',
        members: [{ at: ['version'], value: 1 }],
        items: [
          ...EVENTS.map((event) => ({
            list: ['hooks', event],
            item: {
              command: '.bylaw/hook cursor',
              timeout: 30,
              ...((event === 'preToolUse' || event === 'beforeShellExecution') && { failClosed: true }),
            },
          })),
          { list: ['hooks', 'stop'], item: { command: '.bylaw/hook cursor', timeout: 30, loop_limit: 2 } },
        ],
      },
    ],
  },
};

function callsIn(event: string, payload: Payload): readonly ToolCall[] {
  switch (event) {
    case 'preToolUse':
    case 'postToolUse':
    case 'postToolUseFailure':
      return callsOf(TOOLS, text(payload, 'tool_name') ?? '', part(payload, 'tool_input'), payload.tool_output);
    case 'beforeShellExecution':
      return readCall('command', payload);
    case 'beforeReadFile':
      return readCall('read', payload);
    case 'afterFileEdit':
      return readCall('edit', payload);
    default:
      return [];
  }
}

function answer(outcome: Outcome, occasion: Occasion): Answer {
  if (outcome.kind === 'silent') return json({});
  if (outcome.kind === 'tell') return json({ additional_context: outcome.text });
  return occasion.moment === 'stop'
    ? json({ followup_message: outcome.reason })
    : json({ permission: 'deny', user_message: outcome.reason, agent_message: outcome.reason });
}
