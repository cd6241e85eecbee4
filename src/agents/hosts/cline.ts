import { table } from '../../model/table.ts';
import { type Adapter, json, type Moment } from '../adapter.ts';
import { FROM_GIT_ROOT, type OwnFile } from '../config/entry.ts';
import { list, part, text } from '../payload.ts';
import { callsOf, type ToolTable } from '../tools/tool-table.ts';
import { withExit } from './claude-like.ts';

const TOOLS: ToolTable = {
  execute_command: 'command',
  run_commands: 'command',
  write_to_file: 'write',
  new_rule: 'write',
  replace_in_file: 'blocks',
  editor: 'file',
  apply_patch: 'patch',
  read_file: 'read',
  read_files: 'read',
};

const MOMENTS: Readonly<Record<string, Moment>> = table({
  PreToolUse: 'before',
  tool_call: 'before',
  PostToolUse: 'after',
  tool_result: 'after',
  TaskStart: 'start',
});

/** Cline: one executable an event; it always prints JSON, `cancel` says whether the tool may run. */
export const cline: Adapter = {
  name: 'cline',
  title: 'Cline',
  limit: 8000,
  read(payload, hint) {
    const event = text(payload, 'hookName') ?? hint ?? '';
    const moment = MOMENTS[event] ?? 'none';
    const use = moment === 'after' ? part(payload, 'postToolUse') : part(payload, 'preToolUse');
    const calls = callsOf(TOOLS, text(use, 'toolName', 'tool') ?? '', part(use, 'parameters'), use.result);
    const root = list(payload, 'workspaceRoots').find((one) => typeof one === 'string');
    return {
      moment,
      event,
      session: text(payload, 'taskId') ?? 'default',
      cwd: root,
      base: root,
      calls: moment === 'after' ? calls.map((call) => withExit(call, use.success === false ? 1 : 0)) : calls,
      carries: moment === 'after',
    };
  },
  answer(outcome) {
    if (outcome.kind === 'silent') return json({ cancel: false });
    if (outcome.kind === 'tell') return json({ cancel: false, contextModification: outcome.text });
    return json({ cancel: true, errorMessage: outcome.reason, contextModification: outcome.reason });
  },
  config: {
    signs: ['.clinerules', '~/Documents/Cline'],
    files: ['PreToolUse', 'PostToolUse', 'TaskStart'].map(executable),
    afterwards: 'hooks must be switched on in the settings of Cline',
  },
};

function executable(event: string): OwnFile {
  return {
    form: 'own',
    path: `.clinerules/hooks/${event}`,
    content: `#!/bin/sh\n# Installed by \`bylaw init\`; removed by \`bylaw init --uninstall\`.\nexec ${FROM_GIT_ROOT} cline ${event}\n`,
    executable: true,
  };
}
