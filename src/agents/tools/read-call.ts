import { quoted } from '../../checks/command/quoted.ts';
import { flag, isPayload, list, type Payload, parseJson, part, parts, text, whole } from '../payload.ts';
import type { Edit, ToolCall, ToolKind } from './call.ts';

const PATH = ['file_path', 'filePath', 'path', 'TargetFile', 'target_file', 'notebook_path', 'absolute_path', 'uri'];
const CONTENT = ['content', 'contents', 'file_text', 'CodeContent', 'fileText', 'new_text', 'text'];
const OLD = ['old_string', 'old_str', 'oldString', 'oldStr', 'oldText', 'old_text', 'TargetContent'];
const NEW = ['new_string', 'new_str', 'newString', 'newStr', 'newText', 'new_text', 'ReplacementContent'];
const ALL = ['replace_all', 'replaceAll', 'change_all', 'allow_multiple', 'AllowMultiple'];
const CWD = ['cwd', 'Cwd', 'workdir', 'working_directory', 'dir_path', 'directory'];
const EXIT = ['exit_code', 'exitCode', 'returncode', 'exitStatus'];

/**
 * Reads a tool's input. Hosts spell the same fields differently; all spellings are taken everywhere.
 * Gives nothing for an input that lacks what it takes to judge it: the host then reports its own error.
 */
export function readCall(kind: ToolKind, input: Payload, result?: unknown): readonly ToolCall[] {
  const path = text(input, ...PATH);
  switch (kind) {
    case 'command':
      return commandCalls(input, result);
    case 'write':
      return path === undefined ? [] : [{ kind: 'write', path, content: text(input, ...CONTENT) ?? '' }];
    case 'edit':
      return editCalls(path, input);
    case 'blocks': {
      const diff = text(input, 'diff', 'content');
      return path === undefined || diff === undefined ? [] : [{ kind: 'blocks', path, diff }];
    }
    case 'patch': {
      const patch = text(input, 'command', 'input', 'patch', 'patchText', 'patch_text');
      return patch === undefined ? [] : [{ kind: 'patch', text: patch }];
    }
    case 'cell':
      return path === undefined ? [] : [{ kind: 'cell', path, change: cellChange(input) }];
    case 'delete':
      return pathsOf(input).map((gone) => ({ kind: 'delete', path: gone }));
    case 'rename': {
      const from = text(input, 'source', 'from', 'old_path', 'oldPath', ...PATH);
      const to = text(input, 'destination', 'to', 'new_path', 'newPath');
      return from === undefined || to === undefined ? [] : [{ kind: 'rename', from, to }];
    }
    case 'read':
      return pathsOf(input).map((seen) => ({ kind: 'read', path: seen }));
    case 'file':
      return fileCalls(input);
  }
}

function commandCalls(input: Payload, result: unknown): readonly ToolCall[] {
  const exitCode = exitCodeOf(result);
  const cwd = text(input, ...CWD);
  return commandsOf(input).map((command) => ({
    kind: 'command',
    command,
    ...(cwd !== undefined && cwd !== '' && { cwd }),
    ...(exitCode !== undefined && { exitCode }),
  }));
}

function commandsOf(input: Payload): readonly string[] {
  const several = list(input, 'commands');
  if (several.length > 0) return several.flatMap((one) => (isPayload(one) ? commandsOf(one) : [String(one)]));
  const one = text(input, 'command', 'cmd', 'CommandLine', 'command_line', 'script');
  if (one !== undefined) return [[one, ...list(input, 'args').map((word) => quoted(String(word)))].join(' ')];
  const words = list(input, 'command', 'cmd');
  return words.length > 0 ? [argvLine(words.map(String))] : [];
}

/** An argument vector as one line; `bash -lc SCRIPT` is its script. */
function argvLine(words: readonly string[]): string {
  const [shell, option, script] = words;
  if (words.length === 3 && shell && option && script && /(^|\/)(ba|z|da)?sh$/.test(shell) && /^-l?i?c$/.test(option)) {
    return script;
  }
  return words.map(quoted).join(' ');
}

/** The exit status a host reports in a tool's result: as a field, in JSON text, or in the words that frame the output. */
export function exitCodeOf(result: unknown): number | undefined {
  if (isPayload(result)) {
    return whole(result, ...EXIT) ?? whole(part(result, 'metadata'), ...EXIT) ?? whole(part(result, 'output'), ...EXIT);
  }
  if (typeof result !== 'string') return undefined;
  const parsed = result.trimStart().startsWith('{') ? parseJson(result) : undefined;
  if (isPayload(parsed)) return exitCodeOf(parsed);
  const told = /^(?:Process exited with code|Exit code:?|\(exit code:?) ?(-?\d+)/im.exec(result.slice(0, 400));
  return told?.[1] === undefined ? undefined : Number(told[1]);
}

function editCalls(path: string | undefined, input: Payload): readonly ToolCall[] {
  const several = parts(input, 'edits', 'changes', 'replacements', 'ReplacementChunks');
  if (path === undefined) {
    return several.flatMap((one) => (text(one, ...PATH) === undefined ? [] : editCalls(text(one, ...PATH), one)));
  }
  const edits = several.length > 0 ? several.flatMap(editOf) : editOf(input);
  if (edits.length === 0) return [];
  return several.length > 0 && edits.length < several.length ? [] : [{ kind: 'edit', path, edits }];
}

function editOf(input: Payload): readonly Edit[] {
  const before = text(input, ...OLD);
  const after = text(input, ...NEW);
  if (after === undefined) return [];
  const expected = whole(input, 'expected_replacements');
  return [{ old: before ?? '', new: after, all: flag(input, ...ALL) || (expected !== undefined && expected > 1) }];
}

function cellChange(input: Payload): Extract<ToolCall, { kind: 'cell' }>['change'] {
  const mode = text(input, 'edit_mode', 'editType', 'mode') ?? 'replace';
  return {
    mode: mode === 'insert' || mode === 'delete' ? mode : 'replace',
    id: text(input, 'cell_id', 'cellId') ?? whole(input, 'cell_number', 'cell_index')?.toString(),
    source: text(input, 'new_source', 'newCode', 'source') ?? '',
    type: text(input, 'cell_type', 'language'),
  };
}

/** One tool that creates, replaces, inserts or appends, by its `command` field; also several at once. */
function fileCalls(input: Payload): readonly ToolCall[] {
  const several = parts(input, 'operations');
  if (several.length > 0) return several.flatMap(fileCalls);
  const path = text(input, ...PATH);
  if (path === undefined) return [];
  switch (text(input, 'command', 'mode')) {
    case 'view':
    case 'undo_edit':
      return [];
    case 'str_replace':
    case 'strReplace':
      return editCalls(path, input);
    case 'insert': {
      const after = whole(input, 'insert_line', 'insertLine');
      const added = text(input, ...NEW, 'insert_text', ...CONTENT);
      if (added === undefined) return [];
      return [{ kind: 'insert', path, afterLine: after ?? 'end', text: added }];
    }
    case 'append': {
      const added = text(input, ...NEW, ...CONTENT);
      return added === undefined ? [] : [{ kind: 'insert', path, afterLine: 'end', text: added }];
    }
    case 'delete':
      return [{ kind: 'delete', path }];
    default:
      return text(input, ...OLD) !== undefined && text(input, ...NEW) !== undefined
        ? editCalls(path, input)
        : readCall('write', input);
  }
}

function pathsOf(input: Payload): readonly string[] {
  const one = text(input, ...PATH);
  if (one !== undefined) return [one];
  return list(input, 'files', 'paths', 'file_paths', 'operations', 'include').flatMap((item) => {
    if (typeof item === 'string') return [item];
    const named = isPayload(item) ? text(item, ...PATH) : undefined;
    return named === undefined ? [] : [named];
  });
}
