import path from 'node:path';
import type { AgentName } from '../adapter.ts';

/** A call that no rulebook lets pass, or one that none can refuse. */
export type ProbeKind = 'deny' | 'allow';

/** What is written to a hook's standard input to probe it: the host's own words for a call before it happens. */
export function probePayload(agent: AgentName, kind: ProbeKind, root: string): string {
  const file = path.join(root, '.bylaw', 'rules', 'bylaw-doctor.yaml');
  return JSON.stringify(kind === 'deny' ? writing(agent, file, root) : running(agent, 'true', root));
}

const SESSION = 'bylaw-doctor';

function claudeShape(root: string, tool_name: string, tool_input: object): object {
  return { session_id: SESSION, cwd: root, hook_event_name: 'PreToolUse', tool_name, tool_input };
}

function writing(agent: AgentName, file: string, root: string): object {
  const content = 'version: 1\n';
  switch (agent) {
    case 'codex': {
      const command = `*** Begin Patch\n*** Add File: ${file}\n+version: 1\n*** End Patch`;
      return { ...claudeShape(root, 'apply_patch', { command }), turn_id: '1', model: '' };
    }
    case 'cursor':
      return cursorShape(root, 'Write', { file_path: file, content });
    case 'gemini':
      return { ...claudeShape(root, 'write_file', { file_path: file, content }), hook_event_name: 'BeforeTool' };
    case 'copilot':
      return { sessionId: SESSION, cwd: root, toolName: 'create', toolArgs: { path: file, file_text: content } };
    case 'vscode':
      return claudeShape(root, 'create_file', { filePath: file, content });
    case 'windsurf':
      return windsurfShape('pre_write_code', { file_path: file, edits: [{ old_string: '', new_string: content }] });
    case 'cline':
      return clineShape(root, 'write_to_file', { path: file, content });
    case 'kiro':
      return claudeShape(root, 'fs_write', { command: 'create', path: file, file_text: content });
    case 'droid':
      return claudeShape(root, 'Create', { file_path: file, content });
    case 'devin':
      return claudeShape(root, 'write', { file_path: file, content });
    case 'opencode':
      return pluginShape(root, 'before', 'write', { filePath: file, content });
    case 'amp':
      return pluginShape(root, 'tool.call', 'create_file', { path: file, content });
    case 'claude':
      return claudeShape(root, 'Write', { file_path: file, content });
  }
}

function running(agent: AgentName, command: string, root: string): object {
  switch (agent) {
    case 'cursor':
      return cursorShape(root, 'Shell', { command });
    case 'gemini':
      return { ...claudeShape(root, 'run_shell_command', { command }), hook_event_name: 'BeforeTool' };
    case 'copilot':
      return { sessionId: SESSION, cwd: root, toolName: 'bash', toolArgs: { command } };
    case 'vscode':
      return claudeShape(root, 'run_in_terminal', { command });
    case 'windsurf':
      return windsurfShape('pre_run_command', { command_line: command, cwd: root });
    case 'cline':
      return clineShape(root, 'execute_command', { command });
    case 'kiro':
      return claudeShape(root, 'execute_bash', { command });
    case 'droid':
      return claudeShape(root, 'Execute', { command });
    case 'devin':
      return claudeShape(root, 'exec', { command });
    case 'opencode':
      return pluginShape(root, 'before', 'bash', { command });
    case 'amp':
      return pluginShape(root, 'tool.call', 'shell_command', { command });
    case 'claude':
    case 'codex':
      return claudeShape(root, 'Bash', { command });
  }
}

function cursorShape(root: string, tool_name: string, tool_input: object): object {
  const common = {
    conversation_id: SESSION,
    hook_event_name: 'preToolUse',
    cursor_version: '',
    workspace_roots: [root],
  };
  return { ...common, cwd: root, tool_name, tool_input };
}

function windsurfShape(agent_action_name: string, tool_info: object): object {
  return { agent_action_name, trajectory_id: SESSION, tool_info };
}

function clineShape(root: string, toolName: string, parameters: object): object {
  return { hookName: 'PreToolUse', taskId: SESSION, workspaceRoots: [root], preToolUse: { toolName, parameters } };
}

function pluginShape(root: string, event: string, tool: string, input: object): object {
  return { event, session: SESSION, cwd: root, tool, input };
}
