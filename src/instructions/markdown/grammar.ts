import {
  Autolink,
  type BlockContext,
  type Line,
  type MarkdownExtension,
  type MarkdownParser,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';
import { type Labels, plainBrackets } from './brackets.ts';

/** `[^1]:` before a footnote. */
const FOOTNOTE = /\[\^[^\]\s]+\]:[ \t]*/y;

function footnoteAt(line: Line): number {
  FOOTNOTE.lastIndex = line.pos;
  return FOOTNOTE.exec(line.text)?.[0].length ?? 0;
}

/** Footnotes are blocks of blocks; what is indented below the first line belongs to them. */
const footnotes: MarkdownExtension = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite: (_: BlockContext, line: Line) => {
        if (line.pos < line.text.length && line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteMark',
  ],
  parseBlock: [
    {
      name: 'Footnote',
      parse(context, line) {
        const length = line.next === 91 ? footnoteAt(line) : 0;
        if (length === 0) return false;
        const from = context.lineStart + line.pos;
        context.startComposite('Footnote', line.pos);
        context.addElement(context.elt('FootnoteMark', from, from + length));
        line.moveBase(line.pos + length);
        return null;
      },
      endLeaf: (_, line) => line.next === 91 && footnoteAt(line) > 0,
      before: 'LinkReference',
    },
  ],
};

const SPACE = /\s|^$/u;
const PUNCTUATION = /[\p{S}\p{P}]/u;
const STRUCK = [
  { resolve: 'Strikethrough', mark: 'StrikethroughMark' },
  { resolve: 'Strikethrough', mark: 'StrikethroughMark' },
] as const;

/** GitHub strikes out between single tildes as between pairs of them. */
const strikethrough: MarkdownExtension = {
  parseInline: [
    {
      name: 'Strikethrough',
      parse(context, next, at) {
        if (next !== 126 || context.char(at - 1) === 126) return -1;
        let to = at + 1;
        while (context.char(to) === 126) to += 1;
        const delimiter = STRUCK[to - at - 1];
        if (!delimiter) return -1;
        const before = context.slice(at - 1, at);
        const after = context.slice(to, to + 1);
        const opens =
          !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
        const closes =
          !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
        return context.addDelimiter(delimiter, at, to, opens, closes);
      },
    },
  ],
};

/** Addresses of pages as links; asked only where one may begin. Mail addresses hold nothing that Markdown would read. */
const autolinks: MarkdownExtension = {
  parseInline: (Autolink.parseInline ?? []).map(({ parse, ...rest }) => ({
    ...rest,
    parse: (context, next, at) => (next === 104 || next === 119 ? parse(context, next, at) : -1),
  })),
};

/** Letters and digits are no marks: a word is passed over at once, except where an address may begin. */
const words: MarkdownExtension = {
  parseInline: [
    {
      name: 'Word',
      before: 'Escape',
      parse(context, next, at) {
        if (!isLetter(next) || next === 104 || next === 119) return -1;
        let to = at + 1;
        while (isLetter(context.char(to))) to += 1;
        return to;
      },
    },
  ],
};

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const github = parser.configure([Table, TaskList, Strikethrough, autolinks, strikethrough, footnotes, words]);
const withoutLabels = github.configure(plainBrackets(new Set()));

/** Markdown as GitHub reads it, with footnotes. */
export function grammarWith(labels: Labels): MarkdownParser {
  return labels.size === 0 ? withoutLabels : github.configure(plainBrackets(labels));
}
