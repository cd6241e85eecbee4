import { isPayload, parseJson, parts, text } from '../payload.ts';
import type { CellChange } from './call.ts';

/** The notebook (nbformat 4 JSON) with one cell changed; `undefined` where it is no notebook or has no such cell. */
export function applyCell(before: string | undefined, change: CellChange): string | undefined {
  const notebook = before === undefined ? undefined : parseJson(before);
  if (!isPayload(notebook)) return undefined;
  const cells = [...parts(notebook, 'cells')];
  const at = change.id === undefined ? -1 : cellIndex(cells, change.id);
  if (at < 0 && !(change.mode === 'insert' && change.id === undefined)) return undefined;
  const source = change.source.split(/(?<=\n)/);
  const type = change.type === 'markdown' ? 'markdown' : 'code';
  const known = cells[at];
  if (change.mode === 'delete') cells.splice(at, 1);
  else if (change.mode === 'insert') cells.splice(at + 1, 0, { cell_type: type, metadata: {}, source });
  else if (known) cells[at] = { ...known, ...(change.type !== undefined && { cell_type: type }), source };
  return `${JSON.stringify({ ...notebook, cells }, undefined, 1)}\n`;
}

function cellIndex(cells: readonly Readonly<Record<string, unknown>>[], id: string): number {
  const named = cells.findIndex((cell) => text(cell, 'id') === id);
  if (named >= 0) return named;
  const numbered = /^(?:cell-)?(\d+)$/.exec(id)?.[1];
  return numbered !== undefined && Number(numbered) < cells.length ? Number(numbered) : -1;
}
