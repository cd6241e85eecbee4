import { table } from '../../model/table.ts';
import { type Adapter, type Moment, refusal, SILENT } from '../adapter.ts';
import { part, text } from '../payload.ts';
import { callsOf } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';

const MOMENTS: Readonly<Record<string, Moment>> = table({
  'tool.call': 'before',
  'tool.result': 'after',
  'agent.end': 'stop',
});

/** Amp: our plugin hands on `{event, session, cwd, tool, input, status}`; status 2 becomes `reject-and-continue`. */
export const amp: Adapter = {
  name: 'amp',
  title: 'Amp',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'event') ?? hint ?? '';
    const moment = MOMENTS[event] ?? 'none';
    const calls = callsOf(
      {
        shell_command: 'command',
        Bash: 'command',
        create_file: 'write',
        edit_file: 'edit',
        apply_patch: 'patch',
        delete_file: 'delete',
        Read: 'read',
      },
      text(payload, 'tool') ?? '',
      part(payload, 'input'),
      payload.result,
    );
    return {
      moment,
      event,
      session: text(payload, 'session') ?? 'default',
      cwd: text(payload, 'cwd'),
      calls: moment === 'after' ? calls.map((call) => withExit(call, payload.status === 'error' ? 1 : 0)) : calls,
      carries: moment === 'after',
    };
  },
  answer(outcome) {
    if (outcome.kind === 'silent') return SILENT;
    return outcome.kind === 'deny' ? refusal(outcome.reason) : { status: 0, text: outcome.text };
  },
  config: {
    signs: ['.amp', '~/.config/amp'],
    files: [{ form: 'own', path: '.amp/plugins/bylaw.ts', content: { shim: 'amp-plugin.ts' } }],
    afterwards: 'Amp loads the plugin at its next start, or with `plugins: reload`',
  },
};
