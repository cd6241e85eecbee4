import type { TreeCursor } from '@lezer/common';
import { type Labels, labelOf } from './brackets.ts';
import { entityValue } from './entities.ts';
import type { Inline } from './tree.ts';

const MAX_DEPTH = 60;
const MARK = /Mark$/;

/**
 * The inline nodes between two offsets of the node that a cursor stands on. The text between nodes is cut at lines, without
 * their indentation and the marks of quotes. The cursor stands where it stood, afterwards.
 */
export function inlineNodes(
  cursor: TreeCursor,
  from: number,
  to: number,
  source: string,
  labels: Labels,
  depth = 0,
): Inline[] {
  const nodes: Inline[] = [];
  let at = from;
  let begins = false;
  if (cursor.firstChild()) {
    do {
      if (cursor.from >= to) break;
      if (cursor.to <= from) continue;
      addLines(source, at, cursor.from, begins, nodes);
      at = cursor.to;
      begins = cursor.name === 'QuoteMark' || cursor.name === 'HardBreak';
      addNode(cursor, source, labels, depth, nodes);
    } while (cursor.nextSibling());
    cursor.parent();
  }
  addLines(source, at, to, begins, nodes);
  return nodes;
}

function addNode(cursor: TreeCursor, source: string, labels: Labels, depth: number, nodes: Inline[]): void {
  const { name, from, to } = cursor;
  const within = (start: number, end: number) =>
    depth < MAX_DEPTH ? inlineNodes(cursor, start, end, source, labels, depth + 1) : [];
  switch (name) {
    case 'Emphasis':
      nodes.push({ type: 'emphasis', from, to, children: within(from + 1, to - 1) });
      break;
    case 'StrongEmphasis':
      nodes.push({ type: 'strong', from, to, children: within(from + 2, to - 2) });
      break;
    case 'Strikethrough':
      nodes.push({ type: 'delete', from, to, children: [] });
      break;
    case 'InlineCode':
      nodes.push({ type: 'inlineCode', from, to });
      break;
    case 'HardBreak':
      nodes.push({ type: 'break', from, to });
      break;
    case 'HTMLTag':
    case 'Comment':
    case 'ProcessingInstruction':
      nodes.push({ type: 'html', from, to, value: source.slice(from, to) });
      break;
    case 'Escape':
      nodes.push({ type: 'text', from: from + 1, to, value: source.slice(from + 1, to) });
      break;
    case 'Entity': {
      const raw = source.slice(from, to);
      nodes.push({ type: 'text', from, to, value: entityValue(raw) ?? raw });
      break;
    }
    case 'Autolink':
      nodes.push({ type: 'link', from, to, children: [text(source, from + 1, to - 1)] });
      break;
    case 'URL':
      nodes.push({ type: 'link', from, to, children: [text(source, from, to)] });
      break;
    case 'Link':
    case 'Image':
      addLink(cursor, source, labels, within, nodes);
      break;
    default:
      if (!MARK.test(name)) addLines(source, from, to, false, nodes);
  }
}

function addLink(
  cursor: TreeCursor,
  source: string,
  labels: Labels,
  within: (from: number, to: number) => readonly Inline[],
  nodes: Inline[],
): void {
  const { from, to } = cursor;
  const isImage = cursor.name === 'Image';
  let marks = 0;
  let open = from;
  let close = to;
  let label = '';
  cursor.firstChild();
  do {
    if (cursor.name === 'LinkMark') {
      marks += 1;
      if (marks === 1) open = cursor.to;
      if (marks === 2) close = cursor.from;
    } else if (cursor.name === 'LinkLabel') label = source.slice(cursor.from + 1, cursor.to - 1);
  } while (cursor.nextSibling());
  cursor.parent();
  const children = within(open, close);
  const isDefined = marks > 2 || labels.has(labelOf(label || source.slice(open, close)));
  if (!isDefined) {
    nodes.push(text(source, from, open), ...children, text(source, close, to));
  } else if (isImage) {
    if (marks > 2) nodes.push({ type: 'image', from, to, alt: children });
  } else if (source[open] !== '^') nodes.push({ type: 'link', from, to, children });
}

function text(source: string, from: number, to: number): Inline {
  return { type: 'text', from, to, value: source.slice(from, to) };
}

/** `begins`: what stands before ended a line. */
function addLines(source: string, from: number, to: number, begins: boolean, nodes: Inline[]): void {
  let start = begins ? behindBlanks(source, from, to) : from;
  while (start < to) {
    const end = source.indexOf('\n', start);
    if (end < 0 || end >= to) {
      nodes.push(text(source, start, to));
      return;
    }
    let last = end;
    while (last > start && isBlank(source.charCodeAt(last - 1))) last -= 1;
    if (last > start) nodes.push(text(source, start, last));
    nodes.push(text(source, end, end + 1));
    start = behindBlanks(source, end + 1, to);
  }
}

function behindBlanks(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(source.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
