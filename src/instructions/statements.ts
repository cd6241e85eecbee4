import type { Directive } from '../model/directive.ts';
import { type Flat, flatten } from './markdown/flat.ts';
import { parseMarkdown, withPlainLineEnds } from './markdown/parse.ts';
import type { Block, Code, Heading, List, ListItem, Paragraph, Table } from './markdown/tree.ts';
import { narrow } from './narrow.ts';
import { type Places, placesIn } from './places.ts';
import { columnStance, labelStance, marksIn, plainHeading, type Stance, stanceOf } from './polarity.ts';
import { type Stretch, sentencesOf } from './sentences.ts';
import { dutiesInComments } from './shell-comments.ts';

/** A statement as it stands in a file; the file's name and scope are added by the reader. */
export type Statement = Omit<Directive, 'id' | 'source' | 'scope'> & {
  readonly source: Omit<Directive['source'], 'file'>;
};

const MAX_QUOTE = 300;
const MAX_DEPTH = 60;
const MAX_EARLIER = 3;

interface Surroundings {
  readonly parents: readonly string[];
  /** From the nearest parent that has one. */
  readonly stance: Stance;
  /** An introduction ("The following patterns break the build.") does not take the stance of its heading. */
  readonly introduces?: boolean;
  /** Texts of the items before, in the same list. */
  readonly earlier?: readonly string[];
  readonly depth: number;
}

/** All statements of an instruction file, in order: sentences, list items, table rows. */
export function statementsOf(text: string): readonly Statement[] {
  return new Reader(text).read();
}

class Reader {
  private readonly found: Statement[] = [];
  private readonly commented: Statement[] = [];
  private readonly places: Places;
  private headings: { readonly depth: number; readonly text: string; readonly stance: Stance }[] = [];

  private readonly text: string;

  constructor(text: string) {
    this.text = withPlainLineEnds(text);
    this.places = placesIn(this.text);
  }

  read(): readonly Statement[] {
    this.blocks(parseMarkdown(this.text).children, { parents: [], stance: {}, depth: 0 });
    if (this.commented.length === 0) return this.found;
    return [...this.found, ...this.commented].sort((a, b) => a.source.line - b.source.line);
  }

  private blocks(children: readonly Block[], around: Surroundings): void {
    if (around.depth > MAX_DEPTH) return;
    const deeper = { ...around, depth: around.depth + 1 };
    let before: Block | undefined;
    let leadIn: string | undefined;
    for (const [index, child] of children.entries()) {
      const led = leadIn === undefined ? deeper : this.under(leadIn, deeper);
      switch (child.type) {
        case 'heading':
          this.heading(child);
          break;
        case 'paragraph':
          leadIn = this.paragraph(child, { ...deeper, introduces: introducesList(children.slice(index + 1)) });
          break;
        case 'list':
          this.list(child, led);
          break;
        case 'table':
          this.table(child, led);
          break;
        case 'code':
          this.fence(child, before, deeper);
          break;
        case 'quote':
          this.blocks(child.children, led);
          break;
      }
      if (child.type !== 'paragraph' && child.type !== 'code') leadIn = undefined;
      if (child.type !== 'html') before = child;
    }
  }

  private heading(node: Heading): void {
    this.headings = this.headings.filter((heading) => heading.depth < node.depth);
    const { text } = flatten(node.children, this.text);
    this.headings.push({ depth: node.depth, text: plainHeading(text), stance: stanceOf(text) });
  }

  /** Emits the sentences; returns the last one if it ends with a colon and so leads in what follows. */
  private paragraph(node: Paragraph, around: Surroundings): string | undefined {
    const flat = flatten(node.children, this.text);
    let last: Statement | undefined;
    let first: Statement | undefined;
    for (const stretch of sentencesOf(flat)) {
      // Only the first sentence inherits: "Never: - Commit secrets. Use the vault." forbids one thing.
      const statement = this.statement(flat, stretch, around, last);
      if (!statement) continue;
      this.found.push(first && first !== last ? { ...statement, opening: first.text } : statement);
      last = statement;
      first ??= statement;
    }
    return last?.text.endsWith(':') ? last.text : undefined;
  }

  private list(node: List, around: Surroundings): void {
    const texts: string[] = [];
    for (const item of node.children) {
      const [first, ...rest] = item.children;
      const placed = { ...around, earlier: texts.slice(-MAX_EARLIER) };
      if (first?.type === 'paragraph' && rest.some((child) => child.type === 'list' || child.type === 'table')) {
        this.parentItem(item, first, placed);
      } else this.blocks(item.children, placed);
      if (first?.type === 'paragraph') texts.push(tidy(flatten(first.children, this.text).text));
    }
  }

  private parentItem(item: ListItem, first: Paragraph, around: Surroundings): void {
    this.paragraph(first, around);
    this.blocks(item.children.slice(1), this.under(tidy(flatten(first.children, this.text).text), around));
  }

  private under(text: string, around: Surroundings): Surroundings {
    const own = stanceOf(text.replace(/:\s*$/, ''));
    return {
      parents: around.parents.at(-1) === text ? around.parents : [...around.parents, text],
      stance: own.polarity ? own : around.stance,
      depth: around.depth + 1,
    };
  }

  private table(node: Table, around: Surroundings): void {
    const [head, ...rows] = node.rows;
    if (!head) return;
    const names = head.cells.map((cell) => tidy(flatten(cell, this.text).text));
    const stances = names.map(columnStance).filter((stance) => stance.polarity !== undefined);
    const stance = new Set(stances.map(({ polarity }) => polarity)).size === 1 ? stances[0] : undefined;
    for (const row of rows) {
      const cells = row.cells.map((cell) => tidy(flatten(cell, this.text).text));
      if (cells.every((cell) => cell === '')) continue;
      const text = cells.filter((cell) => cell !== '').join(' | ');
      const record: Record<string, string> = {};
      for (const [index, cell] of cells.entries()) {
        const name = names[index] || `column ${index + 1}`;
        record[name in record ? `${name} ${index + 1}` : name] = cell;
      }
      this.found.push(this.made(text, row.from, row.to, stance ?? this.inherited(around), around, { row: record }));
    }
  }

  /** A code block belongs to the sentence before it, or to a heading that says do or don't. */
  private fence(node: Code, before: Block | undefined, around: Surroundings): void {
    this.comments(node, around);
    const fence = {
      ...(node.language && { language: node.language }),
      text: node.value,
      line: this.places.lineOf(node.from) + (node.fenced ? 1 : 0),
    };
    const last = this.found.at(-1);
    if (before?.type === 'paragraph' && last) {
      this.found[this.found.length - 1] = { ...last, fence };
    } else if (before?.type === 'code' && last?.fence && last.text.endsWith(':')) {
      this.found.push({ ...last, fence });
    } else if (before?.type === 'heading') {
      const heading = this.headings.at(-1);
      if (!heading?.stance.polarity) return;
      this.found.push(this.made(heading.text, before.from, before.to, heading.stance, around, { fence }));
    }
  }

  /** What comments in a block of commands ask. */
  private comments(node: Code, around: Surroundings): void {
    for (const { at, text } of dutiesInComments(node.value, node.language)) {
      let from = node.from;
      for (let line = node.fenced ? -1 : 0; line < at; line += 1) from = this.text.indexOf('\n', from) + 1;
      const end = this.text.indexOf('\n', from);
      this.commented.push(this.made(text, from, end < 0 ? this.text.length : end, {}, around, {}));
    }
  }

  private statement(
    flat: Flat,
    stretch: Stretch,
    around: Surroundings,
    before: Statement | undefined,
  ): Statement | undefined {
    const raw = flat.text.slice(stretch.from, stretch.to);
    const from = flat.start[stretch.from];
    const to = flat.end[stretch.to - 1];
    const [mark] = marksIn(raw).filter((found) => found.at === 0 || raw.slice(found.at + found.length).trim() === '');
    const text = tidy(mark ? raw.slice(0, mark.at) + raw.slice(mark.at + mark.length) : raw);
    if (from === undefined || to === undefined || text === '') return undefined;
    const own: Stance = mark ? { polarity: mark.polarity } : labelStance(text);
    return this.made(text, from, to, own.polarity || before ? own : this.inherited(around), around, {
      ...(before && { follows: before.text }),
    });
  }

  /** The stance of the nearest parent or heading that has one. */
  private inherited(around: Surroundings): Stance {
    if (around.stance.polarity) return around.stance;
    if (around.introduces) return {};
    return this.headings.findLast((heading) => heading.stance.polarity !== undefined)?.stance ?? {};
  }

  private made(
    text: string,
    from: number,
    to: number,
    stance: Stance,
    around: Surroundings,
    more: Pick<Statement, 'row' | 'fence' | 'follows'>,
  ): Statement {
    return {
      source: {
        line: this.places.lineOf(from),
        endLine: this.places.lineOf(Math.max(from, to - 1)),
        quote: quoteOf(this.text.slice(from, to)),
      },
      column: this.places.columnOf(from),
      text,
      headings: this.headings.map((heading) => heading.text),
      parents: [...around.parents],
      ...(around.earlier && around.earlier.length > 0 && { earlier: [...around.earlier] }),
      ...(stance.polarity && { polarity: stance.polarity }),
      ...(stance.force && { force: stance.force }),
      ...more,
    };
  }
}

function introducesList(following: readonly Block[]): boolean {
  for (const { type } of following) {
    if (type === 'heading') return false;
    if (type === 'list' || type === 'table') return true;
  }
  return false;
}

function tidy(text: string): string {
  return narrow(text.replace(/\s+/g, ' ').trim());
}

function quoteOf(slice: string): string {
  const line = slice.replace(/\s*\r?\n[\s>]*/g, ' ').trim();
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line;
}
