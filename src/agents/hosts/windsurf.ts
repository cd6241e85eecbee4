import { table } from '../../model/table.ts';
import { type Adapter, type Moment, refusal, SILENT } from '../adapter.ts';
import { type Payload, part, text } from '../payload.ts';
import type { ToolCall, ToolKind } from '../tools/call.ts';
import { readCall } from '../tools/read-call.ts';
import { withExit } from './claude-like.ts';

const ACTIONS: Readonly<Record<string, readonly [Moment, ToolKind]>> = table({
  pre_run_command: ['before', 'command'],
  pre_write_code: ['before', 'edit'],
  pre_read_code: ['before', 'read'],
  post_run_command: ['after', 'command'],
  post_write_code: ['after', 'edit'],
  post_read_code: ['after', 'read'],
});

/** Windsurf Cascade: only status 2 with a reason on standard error blocks; hooks after the fact are shown, not heard. */
export const windsurf: Adapter = {
  name: 'windsurf',
  title: 'Windsurf',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'agent_action_name') ?? hint ?? '';
    const [moment, kind] = ACTIONS[event] ?? ['none', undefined];
    const info = part(payload, 'tool_info');
    return {
      moment,
      event,
      session: text(payload, 'trajectory_id') ?? 'default',
      cwd: text(info, 'cwd'),
      calls: kind === undefined ? [] : callsIn(kind, info, moment),
    };
  },
  answer: (outcome, occasion) =>
    outcome.kind === 'deny' && occasion.moment === 'before' ? refusal(outcome.reason) : SILENT,
  config: {
    signs: ['.windsurf', '.windsurfrules', '~/.codeium/windsurf'],
    files: [
      {
        form: 'json',
        path: '.windsurf/hooks.json',
        items: Object.keys(ACTIONS).map((event) => ({
          list: ['hooks', event],
          item: {
            command: '.bylaw/hook windsurf',
            powershell: 'sh .bylaw/hook windsurf',
            show_output: event.startsWith('pre'),
          },
        })),
      },
    ],
  },
};

function callsIn(kind: ToolKind, info: Payload, moment: Moment): readonly ToolCall[] {
  const calls = readCall(kind, info, info).map(wholeFile);
  return moment === 'after' ? calls.map((call) => withExit(call, 0)) : calls;
}

/** There is no tool of its own for writing a file: an edit that replaces nothing is the file. */
function wholeFile(call: ToolCall): ToolCall {
  const [only] = call.kind === 'edit' && call.edits.length === 1 ? call.edits : [];
  return call.kind === 'edit' && only?.old === '' ? { kind: 'write', path: call.path, content: only.new } : call;
}
