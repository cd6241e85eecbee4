import type { Emphasis, PhrasingContent } from 'mdast';
import { FILLER } from './markdown.ts';

/**
 * Inline Markdown as plain text: code spans keep their backticks, links their words, emphasis its
 * content. `start[i]`/`end[i]` are the offsets in the file that character `i` comes from.
 * A soft line break is `\n`, a hard one `\v`.
 */
export interface Flat {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
}

export const HARD_BREAK = '\v';

interface Building {
  text: string;
  readonly start: number[];
  readonly end: number[];
}

export function flatten(nodes: readonly PhrasingContent[], source: string): Flat {
  const flat: Building = { text: '', start: [], end: [] };
  for (const node of nodes) add(node, source, flat);
  return flat;
}

function add(node: PhrasingContent, source: string, flat: Building): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return;
  switch (node.type) {
    case 'text':
      addText(node.value, source, from, to, flat);
      break;
    case 'inlineCode':
      for (let at = from; at < to; at++) push(flat, source[at] === '\r' ? ' ' : (source[at] ?? ' '), at, at + 1);
      break;
    case 'break':
      push(flat, HARD_BREAK, from, to);
      break;
    case 'emphasis':
      addEmphasis(node, from, to, source, flat);
      break;
    case 'html':
      if (/^<br\s*\/?>$/i.test(node.value)) push(flat, HARD_BREAK, from, to);
      break;
    case 'image':
      addText(node.alt ?? '', source, from, to, flat);
      break;
    case 'delete':
    case 'footnoteReference':
    case 'imageReference':
      break;
    default:
      addContainer(node.children, from, to, source, flat);
  }
}

/** The stars of a bare glob are no emphasis: they are kept. A formatter may have made underscores of them. */
function addEmphasis(node: Emphasis, from: number, to: number, source: string, flat: Building): void {
  const inner = source.slice(from + 1, to - 1);
  const isGlob = /^[/.]\S*$/.test(inner) && /^[\w./]/.test(source.slice(to, to + 1));
  if (isGlob) push(flat, '*', from, from + 1);
  addContainer(node.children, isGlob ? from + 1 : from, isGlob ? to - 1 : to, source, flat);
  if (isGlob) push(flat, '*', to - 1, to);
}

/** A quote that begins or ends with an emphasised word takes its markers along. */
function addContainer(
  children: readonly PhrasingContent[],
  from: number,
  to: number,
  source: string,
  flat: Building,
): void {
  const first = flat.text.length;
  for (const child of children) add(child, source, flat);
  const last = flat.text.length - 1;
  if (last < first) return;
  flat.start[first] = from;
  flat.end[last] = to;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/iy;

/** Aligns a text node with its source: escapes, entities and the indentation of continued lines are skipped. */
function addText(value: string, source: string, from: number, to: number, flat: Building): void {
  let at = from;
  for (const char of value.split('')) {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(source)?.[0];
    if (entity !== undefined && at + entity.length <= to) {
      push(flat, char, at, Math.min(at + entity.length, to));
      at += entity.length;
      continue;
    }
    let found = at;
    while (found < to && source[found] !== char) found++;
    if (found >= to) found = Math.min(at, to - 1);
    if (char !== FILLER && char !== '\r') push(flat, char, found, found + 1);
    at = found + 1;
  }
}

function push(flat: Building, char: string, from: number, to: number): void {
  flat.text += char;
  flat.start.push(from);
  flat.end.push(to);
}
