import type { Tree, TreeCursor } from '@lezer/common';
import { type Labels, labelOf } from './brackets.ts';
import { inlineNodes } from './inlines.ts';
import type { Block, Code, Inline, ListItem, Root, Row } from './tree.ts';

const MAX_DEPTH = 200;

/** The nodes of a parsed text that are of use to a reader. */
export function nodesOf(tree: Tree, source: string): Root {
  const children = new Nodes(source, labelsIn(tree, source)).blocks(tree.cursor(), 0);
  return { type: 'root', from: 0, to: source.length, children };
}

function labelsIn(tree: Tree, source: string): Labels {
  const labels = new Set<string>();
  if (!source.includes(']:')) return labels;
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'LinkReference' && name !== 'FootnoteMark') return name === 'Document' || CONTAINER.test(name);
      const label = /^\[((?:\\.|[^\]\\])*)\]/.exec(source.slice(from, to))?.[1];
      if (label !== undefined) labels.add(labelOf(label));
      return false;
    },
  });
  return labels;
}

const CONTAINER = /^(?:Blockquote|Footnote|(?:Bullet|Ordered)List|ListItem)$/;

class Nodes {
  constructor(
    private readonly source: string,
    private readonly labels: Labels,
  ) {}

  blocks(cursor: TreeCursor, depth: number): readonly Block[] {
    const found: Block[] = [];
    if (depth > MAX_DEPTH || !cursor.firstChild()) return found;
    do {
      const block = this.block(cursor, depth);
      if (block) found.push(block);
    } while (cursor.nextSibling());
    cursor.parent();
    return found;
  }

  private block(cursor: TreeCursor, depth: number): Block | undefined {
    const { name, from, to } = cursor;
    switch (name) {
      case 'Paragraph':
        return { type: 'paragraph', from, to, children: this.inline(cursor, from, to) };
      case 'Task':
        return { type: 'paragraph', from, to, children: this.inline(cursor, from + 3, to) };
      case 'BulletList':
      case 'OrderedList':
        return { type: 'list', from, to, children: this.items(cursor, depth + 1) };
      case 'Blockquote':
      case 'Footnote':
        return { type: 'quote', from, to, children: this.blocks(cursor, depth + 1) };
      case 'FencedCode':
      case 'CodeBlock':
        return this.code(cursor);
      case 'Table':
        return { type: 'table', from, to, rows: this.rows(cursor) };
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        return { type: 'html', from, to, value: this.source.slice(from, to) };
      case 'HorizontalRule':
      case 'LinkReference':
        return { type: 'other', from, to };
      default: {
        const depthOf = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
        return depthOf === undefined
          ? undefined
          : { type: 'heading', from, to, depth: Number(depthOf), children: this.headingText(cursor) };
      }
    }
  }

  private items(cursor: TreeCursor, depth: number): readonly ListItem[] {
    const items: ListItem[] = [];
    if (!cursor.firstChild()) return items;
    do {
      const { name, from, to } = cursor;
      if (name === 'ListItem') items.push({ type: 'item', from, to, children: this.blocks(cursor, depth) });
    } while (cursor.nextSibling());
    cursor.parent();
    return items;
  }

  /** Between the marks before and behind, or above the line below. */
  private headingText(cursor: TreeCursor): readonly Inline[] {
    let { from, to } = cursor;
    const isUnderlined = cursor.name.startsWith('Setext');
    if (cursor.firstChild()) {
      do {
        if (cursor.name !== 'HeaderMark') continue;
        if (cursor.from === from) from = cursor.to;
        else to = isUnderlined ? this.source.lastIndexOf('\n', cursor.from) : cursor.from;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return this.inline(cursor, from, to);
  }

  private inline(cursor: TreeCursor, from: number, to: number): readonly Inline[] {
    let first = from;
    let last = to;
    while (first < last && /\s/.test(this.source[first] ?? '')) first += 1;
    while (last > first && /\s/.test(this.source[last - 1] ?? '')) last -= 1;
    return inlineNodes(cursor, first, last, this.source, this.labels);
  }

  private code(cursor: TreeCursor): Code {
    const { from, to } = cursor;
    const fenced = cursor.name === 'FencedCode';
    let language: string | undefined;
    let value = '';
    let indent: number | undefined;
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'CodeInfo') language = /^\S+/.exec(this.source.slice(cursor.from, cursor.to))?.[0];
        if (cursor.name !== 'CodeText') continue;
        const text = this.source.slice(cursor.from, cursor.to);
        if (text.trim() !== '') indent ??= this.columnOf(from) - this.columnOf(cursor.from);
        value += text;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    // The contents are as far in as the fence, at most.
    if (fenced && indent !== undefined && indent > 0) value = value.replace(new RegExp(`^ {1,${indent}}`, 'gm'), '');
    return { type: 'code', from, to, ...(language !== undefined && { language }), value, fenced };
  }

  private columnOf(offset: number): number {
    return offset - (this.source.lastIndexOf('\n', offset - 1) + 1);
  }

  private rows(cursor: TreeCursor): readonly Row[] {
    const rows: Row[] = [];
    if (!cursor.firstChild()) return rows;
    do {
      const { name, from, to } = cursor;
      if (name === 'TableHeader' || name === 'TableRow') rows.push({ from, to, cells: this.cells(cursor) });
    } while (cursor.nextSibling());
    cursor.parent();
    return rows;
  }

  /** An empty cell is no node: it is known by the bars at its sides. */
  private cells(cursor: TreeCursor): readonly (readonly Inline[])[] {
    const cells: (readonly Inline[])[] = [];
    if (!cursor.firstChild()) return cells;
    let cell: readonly Inline[] | undefined;
    let isFirst = true;
    do {
      if (cursor.name === 'TableCell') cell = this.inline(cursor, cursor.from, cursor.to);
      else if (cursor.name === 'TableDelimiter') {
        if (!isFirst || cell) cells.push(cell ?? []);
        cell = undefined;
        isFirst = false;
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return cell ? [...cells, cell] : cells;
  }
}
