import { table } from '../../model/table.ts';
import { type Adapter, json, type Moment, SILENT } from '../adapter.ts';
import { flag, part, text } from '../payload.ts';
import { callsOf } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';

const MOMENTS: Readonly<Record<string, Moment>> = table({
  BeforeTool: 'before',
  AfterTool: 'after',
  AfterAgent: 'stop',
  SessionStart: 'start',
});

/** Gemini CLI (`docs/hooks/reference.md`): standard output must be JSON and nothing else. */
export const gemini: Adapter = {
  name: 'gemini',
  title: 'Gemini CLI',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'hook_event_name') ?? hint ?? '';
    const moment = MOMENTS[event] ?? 'none';
    const response = part(payload, 'tool_response');
    const calls = callsOf(
      {
        run_shell_command: 'command',
        write_file: 'write',
        replace: 'edit',
        read_file: 'read',
        read_many_files: 'read',
      },
      text(payload, 'tool_name') ?? '',
      part(payload, 'tool_input'),
      text(response, 'llmContent') ?? response,
    );
    return {
      moment,
      event,
      session: text(payload, 'session_id') ?? 'default',
      cwd: text(payload, 'cwd'),
      calls: moment === 'after' ? calls.map((call) => withExit(call, response.error === undefined ? 0 : 1)) : calls,
      carries: moment === 'after',
      again: flag(payload, 'stop_hook_active'),
      resumed: text(payload, 'source') === 'resume',
    };
  },
  answer(outcome, occasion) {
    if (outcome.kind === 'silent') return SILENT;
    return outcome.kind === 'deny'
      ? json({ decision: 'deny', reason: outcome.reason })
      : json({ hookSpecificOutput: { hookEventName: occasion.event, additionalContext: outcome.text } });
  },
  config: {
    signs: ['.gemini', 'GEMINI.md', '~/.gemini'],
    files: [
      {
        form: 'json',
        path: '.gemini/settings.json',
        items: ['BeforeTool', 'AfterTool', 'AfterAgent', 'SessionStart'].map((event) => ({
          list: ['hooks', event],
          item: {
            ...(event.endsWith('Tool') && { matcher: '.*' }),
            hooks: [
              { name: 'bylaw', type: 'command', command: '"$GEMINI_PROJECT_DIR"/.bylaw/hook gemini', timeout: 30_000 },
            ],
          },
        })),
      },
    ],
    afterwards: 'Gemini CLI asks once to approve changed project hooks',
    switches: ['.gemini/settings.json', '~/.gemini/settings.json'].map((path) => ({
      path,
      key: ['hooksConfig', 'enabled'],
      off: false,
      says: 'hooksConfig.enabled is false: Gemini CLI runs no hooks',
    })),
  },
};
