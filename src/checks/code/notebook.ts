import { getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { blanked } from './blank.ts';

/**
 * The Python of a Jupyter notebook's code cells, each string of a cell's source at its place in the file. Cells are
 * written one line a string; an escape shrinks to its character, blanks before it make up for the length.
 */
export function notebookCode(text: string): string | undefined {
  const root = parseTree(text);
  const cells = memberOf(root, 'cells')?.children ?? [];
  const language = memberOf(memberOf(memberOf(root, 'metadata'), 'kernelspec'), 'language');
  if (language && getNodeValue(language) !== 'python') return undefined;
  const lines = cells.filter((cell) => memberOf(cell, 'cell_type')?.value === 'code').flatMap(sourceLines);
  let code = '';
  let at = 0;
  for (const { offset, length } of lines) {
    code += blanked(text.slice(at, offset + 1)) + unescaped(text.slice(offset + 1, offset + length - 1));
    at = offset + length - 1;
  }
  return lines.length === 0 ? undefined : code + blanked(text.slice(at));
}

function memberOf(node: Node | undefined, name: string): Node | undefined {
  const property = node?.children?.find((child) => child.children?.[0]?.value === name);
  return property?.children?.[1];
}

function sourceLines(cell: Node): Node[] {
  return (memberOf(cell, 'source')?.children ?? []).filter(({ type }) => type === 'string');
}

/** Magics (`%`, `!`) are no Python. */
function unescaped(raw: string): string {
  if (/^\s*[%!]/.test(raw)) return blanked(raw);
  return raw.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (sequence, code: string) => {
    const char = code === 'n' || code === 'r' || code === 't' ? ' ' : code.startsWith('u') ? '_' : code;
    return char.padStart(sequence.length);
  });
}
