import { table } from '../../../model/table.ts';

/**
 * A piece of a statement. Code spans, quoted text, dotted or slashed names and flags are atoms: grammar never looks
 * inside them. `name` is anything with an inner dot, slash or `::`: a path, `os.path`, `pip/poetry`; who it is, is decided later.
 */
export interface Token {
  readonly kind: 'word' | 'code' | 'quote' | 'name' | 'flag' | 'number' | 'punct';
  /** As written, without the backticks or quotation marks of an atom. */
  readonly text: string;
  /** Lower case with plain apostrophes; for punctuation a canonical sign. */
  readonly low: string;
  /** Offsets into the statement, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** What a token of each kind looks like, and what it begins with: a pattern is tried only there. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp, begins?: string])[] = [
  // Markup of other documents, shown with its own backticks: `:func:`name``, `[`Name`][]`.
  ['code', /(`)(:(?:[a-z]+:)+`[^`\n]+`|\[`[^`\n]+`\](?:\[[^\]`\n]*\])?)`(?!`)/y, '`'],
  ['code', /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y, '`'],
  ['quote', /"([^"\n]{1,80})"|“([^”\n]{1,80})”|(?<![\p{L}\d])'([^'\n]{2,60})'(?![\p{L}\d])/uy, `"'“`],
  ['word', /(?:e\.g\.|i\.e\.|etc\.|vs\.)/iy, 'eEiIvV'],
  ['flag', /(?<![\w-])--?[A-Za-z][\w-]*(?:=[\w./-]+)?(?![\w/])/y, '-'],
  [
    'name',
    /[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+(?:\(\))?|@[\w.-]+\/[\w./*-]*[\w*]|(?:\.{0,2}\/)?(?:[\w@.*{}[\]<>-]+\/)+[\w@.*{}[\]<>-]*[\w@*}\]>]|(?:\.{0,2}\/)?(?:[\w@.*-]+\/)+|[\w*-]*(?:\.[A-Za-z][\w-]*)+(?:\(\))?/y,
  ],
  ['number', /\d[\d,_]*(?:\.\d+)?(?![\w-])/y, '0123456789'],
  ['word', /[\p{L}\d@#$%_][\p{L}\p{M}\d'’@#$%_+.-]*[\p{L}\p{M}\d_+#]|[\p{L}\d@#$%_]/uy],
  ['punct', /—|–|--|→|⇒|->|=>|…|\.\.\./y, '—–-→⇒=….'],
];

const SIGNS: Readonly<Record<string, string>> = table({
  '–': '—',
  '--': '—',
  '→': '->',
  '=>': '->',
  '⇒': '->',
  '…': '...',
});

/** Statements whose tokens are kept: headings and lead-ins come again for each statement below them. */
const MOST_KEPT = 500;
const kept = new Map<string, readonly Token[]>();

/** Splits a statement into tokens; white space is dropped. */
export function tokenise(text: string): readonly Token[] {
  const tokens = kept.get(text) ?? tokensOf(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, tokens);
  return tokens;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token {
  const first = text.charAt(at);
  const isNamed = mayBeName(text, at);
  for (const [kind, pattern, begins] of PATTERNS) {
    if (begins === undefined ? kind === 'name' && !isNamed : !begins.includes(first)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const inner =
      kind === 'code'
        ? (match[2] ?? '').trim()
        : kind === 'quote'
          ? (match[1] ?? match[2] ?? match[3] ?? '')
          : match[0];
    const low = kind === 'punct' ? (SIGNS[inner] ?? inner) : inner.toLowerCase().replaceAll('’', "'");
    return { kind, text: inner, low, start: at, end: at + match[0].length };
  }
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return { kind: 'punct', text: sign, low: sign, start: at, end: at + sign.length };
}

const [BLANK, DOT, SLASH] = [32, 46, 47];
const FAR = 200;

/** A name has a dot or a slash before the next blank; where that is far away, it may be one. */
function mayBeName(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === SLASH || at - from > FAR) return true;
    if (code === BLANK) return false;
  }
  return false;
}

/** The stretch of the statement that tokens cover, as written. */
export function stretch(tokens: readonly Token[], statement: string): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? statement.slice(first.start, last.end) : '';
}

/** Phrases are few and fixed: the alternatives of each are taken apart once. */
const parted = new Map<string, readonly ReadonlySet<string>[]>();

function alternatives(words: string): readonly ReadonlySet<string>[] {
  const known = parted.get(words) ?? words.split(' ').map((word) => new Set(word.split('|')));
  parted.set(words, known);
  return known;
}

/** Do these words stand at this place, in order? Each may list alternatives separated by `|`. Returns how many, or 0. */
export function wordsAt(tokens: readonly Token[], at: number, words: string): number {
  const wanted = alternatives(words);
  for (let offset = 0; offset < wanted.length; offset += 1) {
    const token = tokens[at + offset];
    if (!token || (token.kind !== 'word' && token.kind !== 'punct') || !wanted[offset]?.has(token.low)) return 0;
  }
  return wanted.length;
}

/** A table of phrases, each with what it means, looked up by the first word: only those that can stand there are tried. */
export function phraseTable<T>(
  all: readonly (readonly [string, T])[],
): (tokens: readonly Token[], at: number) => readonly (readonly [string, T])[] {
  const byFirst = new Map<string, (readonly [string, T])[]>();
  for (const entry of all) {
    for (const word of alternatives(entry[0])[0] ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), entry]);
  }
  return (tokens, at) =>
    (byFirst.get(tokens[at]?.low ?? '') ?? NONE).filter(([words]) => wordsAt(tokens, at, words) > 0);
}

const NONE: readonly never[] = [];
