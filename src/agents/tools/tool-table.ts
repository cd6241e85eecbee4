import { table } from '../../model/table.ts';
import type { Payload } from '../payload.ts';
import type { ToolCall, ToolKind } from './call.ts';
import { readCall } from './read-call.ts';

/** Tools of MCP servers that everyone's file and shell servers share, by the last part of their name. */
const SERVED: Readonly<Record<string, ToolKind>> = table({
  write_file: 'write',
  create_file: 'write',
  edit_file: 'edit',
  move_file: 'rename',
  delete_file: 'delete',
  read_file: 'read',
  read_text_file: 'read',
  read_multiple_files: 'read',
  execute_command: 'command',
  run_command: 'command',
  shell: 'command',
});

/** What each of a host's tools does. */
export type ToolTable = Readonly<Record<string, ToolKind>>;

/** The calls that a named tool stands for; none for a tool that neither runs commands nor touches files. */
export function callsOf(table: ToolTable, tool: string, input: Payload, result?: unknown): readonly ToolCall[] {
  const kind = Object.hasOwn(table, tool) ? table[tool] : servedKind(tool);
  return kind === undefined ? [] : readCall(kind, input, result);
}

function servedKind(tool: string): ToolKind | undefined {
  const served = /^(?:mcp__.+__|mcp_[^_]+_|MCP:|@[^/]+\/)(\w+)$/.exec(tool)?.[1];
  return served !== undefined && Object.hasOwn(SERVED, served) ? SERVED[served] : undefined;
}
