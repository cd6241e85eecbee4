import { narrow } from '../narrow.ts';
import { FILLER } from './parse.ts';
import type { Inline, Text } from './tree.ts';

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

export function flatten(nodes: readonly Inline[], source: string): Flat {
  const flat: Building = { text: '', start: [], end: [] };
  for (const node of nodes) add(node, source, flat);
  return { ...flat, text: narrow(flat.text) };
}

function add(node: Inline, source: string, flat: Building): void {
  const { from, to } = node;
  switch (node.type) {
    case 'text':
      addText(node, flat);
      break;
    case 'inlineCode':
      addStretch(source.slice(from, to), from, flat);
      break;
    case 'break':
      push(flat, HARD_BREAK, from, to);
      break;
    case 'emphasis':
      addEmphasis(node.children, from, to, source, flat);
      break;
    case 'html':
      if (/^<br\s*\/?>$/i.test(node.value)) push(flat, HARD_BREAK, from, to);
      break;
    case 'image':
      for (const child of node.alt) if (child.type === 'text') addText(child, flat);
      break;
    case 'delete':
      break;
    default:
      addContainer(node.children, from, to, source, flat);
  }
}

/** The stars of a bare glob are no emphasis: they are kept. A formatter may have made underscores of them. */
function addEmphasis(children: readonly Inline[], from: number, to: number, source: string, flat: Building): void {
  const inner = source.slice(from + 1, to - 1);
  const isGlob = /^[/.]\S*$/.test(inner) && /^[\w./]/.test(source.slice(to, to + 1));
  if (isGlob) push(flat, '*', from, from + 1);
  addContainer(children, isGlob ? from + 1 : from, isGlob ? to - 1 : to, source, flat);
  if (isGlob) push(flat, '*', to - 1, to);
}

/** A quote that begins or ends with an emphasised word takes its markers along. */
function addContainer(children: readonly Inline[], from: number, to: number, source: string, flat: Building): void {
  const first = flat.text.length;
  for (const child of children) add(child, source, flat);
  const last = flat.text.length - 1;
  if (last < first) return;
  flat.start[first] = from;
  flat.end[last] = to;
}

/** Text is as long as its stretch of the file, or an entity's value. */
function addText({ value, from, to }: Text, flat: Building): void {
  if (value.length !== to - from) for (const char of value.split('')) push(flat, char, from, to);
  else if (!value.includes(FILLER)) addStretch(value, from, flat);
  else
    for (let at = 0; at < value.length; at += 1) {
      const char = value[at];
      if (char !== undefined && char !== FILLER) push(flat, char, from + at, from + at + 1);
    }
}

function addStretch(text: string, from: number, flat: Building): void {
  flat.text += text;
  for (let at = from; at < from + text.length; at += 1) {
    flat.start.push(at);
    flat.end.push(at + 1);
  }
}

function push(flat: Building, char: string, from: number, to: number): void {
  flat.text += char;
  flat.start.push(from);
  flat.end.push(to);
}
