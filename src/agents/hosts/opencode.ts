import { table } from '../../model/table.ts';
import { type Adapter, type Moment, refusal, SILENT } from '../adapter.ts';
import { part, text } from '../payload.ts';
import { callsOf } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';

const MOMENTS: Readonly<Record<string, Moment>> = table({
  before: 'before',
  after: 'after',
  idle: 'stop',
  created: 'start',
});

/**
 * OpenCode, V1 and V2. The host loads a plugin in its own process; our plugin hands the call on as
 * `{event, session, cwd, tool, input, result}` and turns status 2 into a thrown error.
 */
export const opencode: Adapter = {
  name: 'opencode',
  title: 'OpenCode',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'event') ?? hint ?? '';
    const moment = MOMENTS[event] ?? 'none';
    const calls = callsOf(
      {
        bash: 'command',
        shell: 'command',
        write: 'write',
        edit: 'edit',
        multiedit: 'edit',
        patch: 'patch',
        apply_patch: 'patch',
        read: 'read',
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
      calls: moment === 'after' ? calls.map((call) => withExit(call, 0)) : calls,
      carries: moment === 'after',
    };
  },
  answer(outcome) {
    if (outcome.kind === 'silent') return SILENT;
    return outcome.kind === 'deny' ? refusal(outcome.reason) : { status: 0, text: outcome.text };
  },
  config: {
    signs: ['.opencode', 'opencode.json', 'opencode.jsonc', '~/.config/opencode'],
    files: [{ form: 'own', path: '.opencode/plugins/bylaw.js', content: { shim: 'opencode-plugin.js' } }],
  },
};
