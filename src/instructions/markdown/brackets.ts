import type { InlineContext, MarkdownExtension } from '@lezer/markdown';

/** Labels of links and footnotes that a file defines: without a definition, `[x]` is but text. */
export type Labels = ReadonlySet<string>;

const DEFINITION = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*\[((?:\\.|[^\]\\])+)\]:/gm;

/** The labels of all that looks like a definition, be it in a code block. */
export function labelsIn(source: string): Labels {
  if (!source.includes(']:')) return new Set();
  return new Set([...source.matchAll(DEFINITION)].map((found) => labelOf(found[1] ?? '')));
}

export function labelOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

const MAX_LABEL = 1000;
const [BACKTICK, OPEN, BACKSLASH, CLOSE, PARENTHESIS] = [96, 91, 92, 93, 40];

/**
 * Brackets that are no link and name none do not stand in the way of a link around them: `[list[0]](docs/list.md)`. The
 * grammar takes each for a link, since it does not know the labels.
 */
export function plainBrackets(labels: Labels): MarkdownExtension {
  const closing = new WeakMap<InlineContext, Set<number>>();
  return {
    parseInline: [
      {
        name: 'PlainOpening',
        before: 'Link',
        parse(context, next, at) {
          if (next !== OPEN) return -1;
          const close = closeOf(context, at);
          if (close === undefined || [OPEN, PARENTHESIS].includes(context.char(close + 1))) return -1;
          if (labels.has(labelOf(context.slice(at + 1, close)))) return -1;
          const known = closing.get(context) ?? new Set();
          closing.set(context, known.add(close));
          return at + 1;
        },
      },
      {
        name: 'PlainClosing',
        before: 'LinkEnd',
        parse: (context, next, at) => (next === CLOSE && closing.get(context)?.has(at) ? at + 1 : -1),
      },
    ],
  };
}

/** The bracket that closes the one at an offset: nested ones, code and escapes are passed over. */
function closeOf(context: InlineContext, open: number): number | undefined {
  const end = Math.min(context.end, open + MAX_LABEL);
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const char = context.char(at);
    if (char === BACKSLASH) at += 1;
    else if (char === BACKTICK) at = behindCode(context, at, end);
    else if (char === OPEN) depth += 1;
    else if (char === CLOSE) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** The last backtick of the code span that begins at an offset, or of the backticks that begin none. */
function behindCode(context: InlineContext, from: number, end: number): number {
  let behind = from;
  while (context.char(behind) === BACKTICK) behind += 1;
  for (let at = behind; at < end; at += 1) {
    if (context.char(at) !== BACKTICK) continue;
    const start = at;
    while (context.char(at) === BACKTICK) at += 1;
    if (at - start === behind - from) return at - 1;
  }
  return behind - 1;
}
