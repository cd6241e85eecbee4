/** What an agent's tool is about to do or has done, free of any host's names. Paths are as the host wrote them. */
export type ToolCall =
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly cwd?: string | undefined;
      readonly exitCode?: number | undefined;
    }
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'blocks'; readonly path: string; readonly diff: string }
  | { readonly kind: 'insert'; readonly path: string; readonly afterLine: number | 'end'; readonly text: string }
  | { readonly kind: 'cell'; readonly path: string; readonly change: CellChange }
  | { readonly kind: 'patch'; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'read'; readonly path: string };

/** Replaces text that must occur; `old` empty means the whole of a new or empty file. */
export interface Edit {
  readonly old: string;
  readonly new: string;
  readonly all?: boolean | undefined;
}

/** A change to one cell of a Jupyter notebook; `id` is the cell's id or `cell-N` (0-based). */
export interface CellChange {
  readonly mode: 'replace' | 'insert' | 'delete';
  readonly id: string | undefined;
  readonly source: string;
  readonly type: string | undefined;
}

export type ToolKind =
  | 'command'
  | 'write'
  | 'edit'
  | 'blocks'
  | 'patch'
  | 'cell'
  | 'delete'
  | 'rename'
  | 'read'
  | 'file';
