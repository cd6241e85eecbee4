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

export type Tool = readonly [name: string, input: object];
export type Speaker = (act: Act, root: string) => readonly Said[];

export const absolute = (root: string, file: string) => (file.startsWith('/') ? file : `${root}/${file}`);
export const shell = (act: Act): Act =>
  act.do === 'delete'
    ? { do: 'command', command: `rm '${act.path}'` }
    : act.do === 'rename'
      ? { do: 'command', command: `mv ${act.from} ${act.to}` }
      : act;

/** Claude's shape with a host's own tool names and fields. */
export function claudeShape(
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

export function patchOf(act: Act): string {
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
