import type { AgentName } from '../../src/agents/adapter.ts';

/** What an agent does, before a host has put it into its own words. */
export type Act =
  | { readonly do: 'command'; readonly command: string; readonly cwd?: string }
  | { readonly do: 'write'; readonly path: string; readonly content: string }
  | {
      readonly do: 'edit';
      readonly path: string;
      readonly edits: readonly (readonly [string, string])[];
      readonly all?: boolean;
    }
  | { readonly do: 'delete'; readonly path: string }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'read'; readonly path: string };

/** A payload as a host writes it to a hook's standard input, and the argument its hook command is given. */
export interface Said {
  readonly stdin: string;
  readonly event?: string;
}

type Tool = readonly [name: string, input: object];
type Speaker = (act: Act, root: string) => readonly Said[];

const absolute = (root: string, file: string) => (file.startsWith('/') ? file : `${root}/${file}`);
const shell = (act: Act): Act =>
  act.do === 'delete'
    ? { do: 'command', command: `rm '${act.path}'` }
    : act.do === 'rename'
      ? { do: 'command', command: `mv ${act.from} ${act.to}` }
      : act;

/** Claude's shape with a host's own tool names and fields. */
function claudeShape(
  tools: (act: Act, at: (file: string) => string, root: string) => Tool | readonly Tool[],
  more: object = {},
): Speaker {
  return (act, root) => {
    const said = tools(act, (file) => absolute(root, file), root);
    const all = (typeof said[0] === 'string' ? [said] : said) as readonly Tool[];
    const cwd = act.do === 'command' && act.cwd ? `${root}/${act.cwd}` : root;
    return all.map(([tool_name, tool_input]) => ({
      stdin: JSON.stringify({
        session_id: 's1',
        transcript_path: '/t.jsonl',
        cwd,
        hook_event_name: 'PreToolUse',
        ...more,
        tool_name,
        tool_use_id: 'u1',
        tool_input,
      }),
    }));
  };
}

function patchOf(act: Act): string {
  const body = (): readonly string[] => {
    switch (act.do) {
      case 'write':
        return [
          `*** Add File: ${act.path}`,
          ...act.content
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => `+${line}`),
        ];
      case 'edit':
        return [
          `*** Update File: ${act.path}`,
          ...act.edits.flatMap(([old, fresh]) => [
            '@@',
            ...old.split('\n').map((line) => `-${line}`),
            ...fresh.split('\n').map((line) => `+${line}`),
          ]),
        ];
      case 'delete':
        return [`*** Delete File: ${act.path}`];
      case 'rename':
        return [`*** Update File: ${act.from}`, `*** Move to: ${act.to}`];
      default:
        return [];
    }
  };
  return ['*** Begin Patch', ...body(), '*** End Patch'].join('\n');
}

const claude = claudeShape((act, at): Tool => {
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

const codex = claudeShape(
  (act): Tool => {
    if (act.do === 'command') return ['Bash', { command: act.command }];
    if (act.do === 'read') return ['Bash', { command: `cat '${act.path}'` }];
    if (act.do === 'edit' && act.all) return ['Bash', { command: `apply_patch <<'EOF'\n${patchOf(act)}\nEOF` }];
    return ['apply_patch', { command: patchOf(act) }];
  },
  { turn_id: 't1', model: 'm', permission_mode: 'default' },
);

const cursor: Speaker = (act, root) => {
  const at = (file: string) => absolute(root, file);
  const common = { conversation_id: '758', session_id: '758', cursor_version: '3.11.25', workspace_roots: [root] };
  const tool = (tool_name: string, tool_input: object, cwd = ''): Said => ({
    stdin: `\uFEFF${JSON.stringify({ ...common, tool_name, tool_input, cwd, hook_event_name: 'preToolUse' })}`,
  });
  switch (act.do) {
    case 'command': {
      const cwd = act.cwd ? `${root}/${act.cwd}` : root;
      return [
        tool('Shell', { command: act.command, cwd, timeout: 30000 }, cwd),
        {
          stdin: JSON.stringify({
            ...common,
            command: act.command,
            cwd,
            sandbox: false,
            hook_event_name: 'beforeShellExecution',
          }),
        },
      ];
    }
    case 'write':
      return [tool('Write', { file_path: at(act.path), content: act.content })];
    case 'edit':
      return act.edits.length === 1
        ? [
            tool('StrReplace', {
              path: at(act.path),
              old_string: act.edits[0]?.[0],
              new_string: act.edits[0]?.[1],
              replace_all: act.all,
            }),
          ]
        : [
            tool('MultiEdit', {
              file_path: at(act.path),
              edits: act.edits.map(([o, n]) => ({ old_string: o, new_string: n })),
            }),
          ];
    case 'delete':
      return [tool('Delete', { path: at(act.path) })];
    case 'rename':
      return [tool('Shell', { command: `mv ${act.from} ${act.to}` })];
    case 'read':
      return [tool('Read', { path: at(act.path) })];
  }
};

const gemini: Speaker = (act, root) => {
  const say = (tool_name: string, tool_input: object): Said => ({
    stdin: JSON.stringify({
      session_id: 's',
      transcript_path: '',
      cwd: root,
      hook_event_name: 'BeforeTool',
      timestamp: '2026-01-01T00:00:00Z',
      tool_name,
      tool_input,
    }),
  });
  const said = shell(act);
  switch (said.do) {
    case 'command':
      return [say('run_shell_command', { command: said.command, ...(said.cwd && { dir_path: said.cwd }) })];
    case 'write':
      return [say('write_file', { file_path: absolute(root, said.path), content: said.content })];
    case 'edit':
      return said.edits.map(([old_string, new_string]) =>
        say('replace', {
          file_path: absolute(root, said.path),
          old_string,
          new_string,
          ...(said.all && { allow_multiple: true }),
        }),
      );
    default:
      return [say('read_file', { file_path: 'path' in said ? said.path : '' })];
  }
};

const copilot: Speaker = (act, root) => {
  const said = shell(act);
  const say = (toolName: string, args: object, asText: boolean): Said => ({
    event: 'preToolUse',
    stdin: JSON.stringify({
      sessionId: 's',
      timestamp: 1,
      cwd: act.do === 'command' && act.cwd ? `${root}/${act.cwd}` : root,
      toolName,
      toolArgs: asText ? JSON.stringify(args) : args,
    }),
  });
  switch (said.do) {
    case 'command':
      return [
        say('bash', { command: said.command, description: 'x' }, true),
        say('bash', { command: said.command }, false),
      ];
    case 'write':
      return [say('create', { path: absolute(root, said.path), file_text: said.content }, true)];
    case 'edit':
      if (said.all)
        return [
          {
            ...say('apply_patch', {}, true),
            stdin: JSON.stringify({ sessionId: 's', cwd: root, toolName: 'apply_patch', toolArgs: patchOf(said) }),
          },
        ];
      return said.edits.map(([old_str, new_str]) =>
        say('edit', { path: absolute(root, said.path), old_str, new_str }, false),
      );
    default:
      return [say('view', { path: 'path' in said ? absolute(root, said.path) : '' }, true)];
  }
};

const vscode = claudeShape((act, at): Tool | readonly Tool[] => {
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

const windsurf: Speaker = (act, root) => {
  const said = shell(act);
  const say = (agent_action_name: string, tool_info: object): Said => ({
    stdin: JSON.stringify({
      agent_action_name,
      trajectory_id: 't',
      execution_id: 'e',
      timestamp: 'x',
      model_name: 'm',
      tool_info,
    }),
  });
  switch (said.do) {
    case 'command':
      return [say('pre_run_command', { command_line: said.command, cwd: said.cwd ? `${root}/${said.cwd}` : root })];
    case 'write':
      return [
        say('pre_write_code', {
          file_path: absolute(root, said.path),
          edits: [{ old_string: '', new_string: said.content }],
        }),
      ];
    case 'edit': {
      const edits = said.edits.flatMap(([old_string, new_string]) =>
        Array(said.all ? 2 : 1).fill({ old_string, new_string }),
      );
      return [say('pre_write_code', { file_path: absolute(root, said.path), edits })];
    }
    default:
      return [say('pre_read_code', { file_path: 'path' in said ? absolute(root, said.path) : '' })];
  }
};

const devin = claudeShape((act, at): Tool | readonly Tool[] => {
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

const cline: Speaker = (act, root) => {
  const said = shell(act);
  const say = (hookName: string, toolName: string, parameters: object): Said => ({
    event: 'PreToolUse',
    stdin: JSON.stringify({
      clineVersion: '3',
      hookName,
      timestamp: '1',
      taskId: 't',
      workspaceRoots: [root],
      userId: 'u',
      model: {},
      preToolUse: { toolName, parameters },
    }),
  });
  switch (said.do) {
    case 'command': {
      const command = said.cwd ? `cd ${said.cwd} && ${said.command}` : said.command;
      return [
        say('PreToolUse', 'execute_command', { command, requires_approval: 'false' }),
        say('tool_call', 'run_commands', { commands: JSON.stringify([command]) }),
      ];
    }
    case 'write':
      return [say('PreToolUse', 'write_to_file', { path: said.path, content: said.content })];
    case 'edit': {
      if (said.all) return [say('PreToolUse', 'apply_patch', { input: patchOf(said) })];
      const diff = said.edits.map(([o, n]) => `------- SEARCH\n${o}\n=======\n${n}\n+++++++ REPLACE\n`).join('\n');
      return [say('PreToolUse', 'replace_in_file', { path: said.path, diff })];
    }
    default:
      return [say('PreToolUse', 'read_file', { path: 'path' in said ? said.path : '' })];
  }
};

const kiro = claudeShape((act, at): Tool => {
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

const droid = claudeShape((act, at): Tool => {
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

const opencode: Speaker = (act, root) => {
  const said = shell(act);
  const say = (tool: string, input: object): Said => ({
    stdin: JSON.stringify({ event: 'before', session: 's', cwd: root, tool, input }),
  });
  switch (said.do) {
    case 'command':
      return [
        say('bash', { command: said.command, workdir: said.cwd }),
        say('shell', { command: said.command, workdir: said.cwd }),
      ];
    case 'write':
      return [say('write', { filePath: absolute(root, said.path), content: said.content })];
    case 'edit':
      return said.edits.length > 1
        ? [say('apply_patch', { patchText: patchOf(said) })]
        : [
            say('edit', {
              filePath: absolute(root, said.path),
              oldString: said.edits[0]?.[0],
              newString: said.edits[0]?.[1],
              replaceAll: said.all,
            }),
          ];
    default:
      return [say('read', { filePath: 'path' in said ? absolute(root, said.path) : '' })];
  }
};

const amp: Speaker = (act, root) => {
  const said = shell(act);
  const say = (tool: string, input: object): Said => ({
    stdin: JSON.stringify({
      event: 'tool.call',
      session: 'T-1',
      cwd: said.do === 'command' && said.cwd ? `${root}/${said.cwd}` : root,
      tool,
      input,
    }),
  });
  switch (said.do) {
    case 'command':
      return [say('shell_command', { command: said.command })];
    case 'write':
      return [say('create_file', { path: absolute(root, said.path), content: said.content })];
    case 'edit':
      return said.edits.map(([old_str, new_str]) =>
        say('edit_file', { path: absolute(root, said.path), old_str, new_str, replace_all: said.all }),
      );
    default:
      return [say('Read', { path: 'path' in said ? absolute(root, said.path) : '' })];
  }
};

export const SPEAKERS: Readonly<Record<AgentName, Speaker>> = {
  claude,
  codex,
  cursor,
  gemini,
  copilot,
  vscode,
  windsurf,
  devin,
  cline,
  kiro,
  droid,
  opencode,
  amp,
};
