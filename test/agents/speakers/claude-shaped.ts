import { claudeShape, patchOf, shell, type Tool } from './act.ts';

export const claude = claudeShape((act, at): Tool => {
  switch (act.do) {
    case 'write':
      return ['Write', { file_path: at(act.path), content: act.content }];
    case 'edit': {
      const [[old_string, new_string] = ['', '']] = act.edits;
      if (act.edits.length === 1)
        return ['Edit', { file_path: at(act.path), old_string, new_string, replace_all: act.all ?? false }];
      return [
        'MultiEdit',
        { file_path: at(act.path), edits: act.edits.map(([o, n]) => ({ old_string: o, new_string: n })) },
      ];
    }
    case 'read':
      return ['Read', { file_path: at(act.path) }];
    default: {
      const said = shell(act);
      return ['Bash', { command: said.do === 'command' ? said.command : '', description: 'x', timeout: 120000 }];
    }
  }
});

export const codex = claudeShape(
  (act): Tool => {
    if (act.do === 'command') return ['Bash', { command: act.command }];
    if (act.do === 'read') return ['Bash', { command: `cat '${act.path}'` }];
    if (act.do === 'edit' && act.all) return ['Bash', { command: `apply_patch <<'EOF'\n${patchOf(act)}\nEOF` }];
    return ['apply_patch', { command: patchOf(act) }];
  },
  { turn_id: 't1', model: 'm', permission_mode: 'default' },
);

export const vscode = claudeShape((act, at): Tool | readonly Tool[] => {
  const said = shell(act);
  switch (said.do) {
    case 'command':
      return ['run_in_terminal', { command: said.command, explanation: 'x', isBackground: false }];
    case 'write':
      return ['create_file', { filePath: at(said.path), content: said.content }];
    case 'edit':
      if (said.all) return ['apply_patch', { input: patchOf(said), explanation: 'x' }];
      return [
        'multi_replace_string_in_file',
        {
          explanation: 'x',
          replacements: said.edits.map(([oldString, newString]) => ({ filePath: at(said.path), oldString, newString })),
        },
      ];
    default:
      return ['read_file', { filePath: 'path' in said ? at(said.path) : '' }];
  }
});

export const devin = claudeShape((act, at): Tool | readonly Tool[] => {
  const said = shell(act);
  switch (said.do) {
    case 'command':
      return ['exec', { command: said.command }];
    case 'write':
      return ['write', { file_path: at(said.path), content: said.content }];
    case 'edit':
      return said.edits.map(([old_string, new_string]) => [
        'edit',
        { file_path: at(said.path), old_string, new_string, replace_all: said.all },
      ]);
    default:
      return ['read', { file_path: 'path' in said ? at(said.path) : '' }];
  }
});

export const kiro = claudeShape((act, at): Tool => {
  const said = shell(act);
  switch (said.do) {
    case 'command':
      return ['execute_bash', { command: said.command, summary: 'x' }];
    case 'write':
      return ['fs_write', { command: 'create', path: at(said.path), file_text: said.content }];
    case 'edit': {
      if (said.all)
        return [
          'fs_write',
          {
            command: 'str_replace',
            path: at(said.path),
            old_str: said.edits[0]?.[0],
            new_str: said.edits[0]?.[1],
            replace_all: true,
          },
        ];
      return [
        'fs_write',
        {
          operations: said.edits.map(([old_str, new_str]) => ({
            command: 'str_replace',
            path: at(said.path),
            old_str,
            new_str,
          })),
        },
      ];
    }
    default:
      return ['fs_read', { operations: [{ mode: 'Line', path: 'path' in said ? at(said.path) : '' }] }];
  }
});

export const droid = claudeShape((act, at): Tool => {
  const said = shell(act);
  switch (said.do) {
    case 'command':
      return ['Execute', { command: said.command, riskLevel: 'low' }];
    case 'write':
      return ['Create', { file_path: at(said.path), content: said.content }];
    case 'edit':
      return said.edits.length === 1
        ? [
            'Edit',
            {
              file_path: at(said.path),
              old_str: said.edits[0]?.[0],
              new_str: said.edits[0]?.[1],
              change_all: said.all,
            },
          ]
        : [
            'Edit',
            { file_path: at(said.path), changes: said.edits.map(([old_str, new_str]) => ({ old_str, new_str })) },
          ];
    default:
      return ['Read', { file_path: 'path' in said ? at(said.path) : '' }];
  }
});
