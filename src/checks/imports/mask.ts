/** How comments and strings of a language are written. */
export interface Lexis {
  /** Openers of comments up to the end of the line. */
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
  /** Block comments nest. */
  readonly nested?: boolean;
  /** Strings, longest opener first; `raw` ones know no escapes. */
  readonly strings: readonly {
    readonly open: string;
    readonly close: string;
    readonly raw?: boolean;
    readonly lines?: boolean;
  }[];
}

/**
 * The text with all comments, and what stands in strings, turned to spaces: same length, same lines.
 * What is left is code and the quotes of strings.
 */
export function mask(text: string, lexis: Lexis): string {
  const finder = finderOf(lexis);
  let out = '';
  let at = 0;
  finder.lastIndex = 0;
  for (let found = finder.exec(text); found; found = finder.exec(text)) {
    const open = found[0];
    const start = found.index;
    const inner = start + open.length;
    out += text.slice(at, start);
    const block = lexis.block.find(([opener]) => opener === open);
    const string = block ? undefined : lexis.strings.find((other) => other.open === open);
    if (block) {
      at = endOfBlock(text, inner, block, lexis.nested ?? false);
      out += blank(text.slice(start, at));
    } else if (string) {
      const end = endOfString(text, inner, string);
      const closed = text.startsWith(string.close, end);
      out += open + blank(text.slice(inner, end)) + (closed ? string.close : '');
      at = closed ? end + string.close.length : end;
    } else {
      const end = text.indexOf('\n', start);
      at = end < 0 ? text.length : end;
      out += blank(text.slice(start, at));
    }
    finder.lastIndex = at;
  }
  return out + text.slice(at);
}

const finders = new WeakMap<Lexis, RegExp>();

function finderOf(lexis: Lexis): RegExp {
  const known = finders.get(lexis);
  if (known) return known;
  const openers = [...lexis.block.map(([open]) => open), ...lexis.strings.map(({ open }) => open), ...lexis.line];
  const made = new RegExp(
    openers
      .sort((a, b) => b.length - a.length)
      .map((opener) => opener.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('|'),
    'g',
  );
  finders.set(lexis, made);
  return made;
}

function endOfBlock(text: string, inner: number, [open, close]: readonly [string, string], nested: boolean): number {
  let depth = 1;
  let at = inner;
  while (depth > 0) {
    const end = text.indexOf(close, at);
    if (end < 0) return text.length;
    const opened = nested ? text.indexOf(open, at) : -1;
    if (opened >= 0 && opened < end) {
      depth++;
      at = opened + open.length;
    } else {
      depth--;
      at = end + close.length;
    }
  }
  return at;
}

function endOfString(text: string, inner: number, string: Lexis['strings'][number]): number {
  for (let at = inner; at < text.length; at++) {
    if (text.startsWith(string.close, at)) return at;
    const char = text[at];
    if (char === '\\' && !string.raw) at++;
    else if (char === '\n' && !string.lines) return at;
  }
  return text.length;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

export const C_LEXIS: Lexis = {
  line: ['//'],
  block: [['/*', '*/']],
  strings: [
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};
