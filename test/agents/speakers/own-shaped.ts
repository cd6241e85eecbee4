import { absolute, patchOf, type Said, type Speaker, shell } from './act.ts';

export const cursor: Speaker = (act, root) => {
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

export const gemini: Speaker = (act, root) => {
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

export const copilot: Speaker = (act, root) => {
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

export const windsurf: Speaker = (act, root) => {
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

export const cline: Speaker = (act, root) => {
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

export const opencode: Speaker = (act, root) => {
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

export const amp: Speaker = (act, root) => {
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
