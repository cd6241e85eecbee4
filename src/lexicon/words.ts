import { table } from '../model/table.ts';

/** One word of prose, normalised. Offsets are UTF-16 units into the text it was taken from. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Normalised words it stands for; one, or several for a code span such as `console.log`. */
  readonly words: readonly string[];
  /** The text of a code span or of a word that can only be code (`console.log`, `unwrap()`), exact case. */
  readonly code?: string;
  /** Punctuation that ends a phrase stands before it. */
  readonly broken: boolean;
}

const PIECE = /(`+)(.+?)\1|[^\s`]+/gsu;
const OPENING = /^[("'“”‘’*_[{<]+/u;
const CLOSING = /(?:\(\s*(?:\.\.\.|…)?\s*\))?[)"'“”‘’*_\]}>]*[.,;:!?…]*[)"'“”‘’*_\]}>]*$/u;
const ENDS_PHRASE = /[,;:.!?…—–]/u;
const LOOKS_LIKE_CODE =
  /[\p{L}\d][_.]+[\p{L}\d]|::|^[@$#_.]\w|\(\)$|^--?\w|[a-z][A-Z]\w*\.|^[a-z]+[A-Z]{2}|\/.*[-\d]|[-\d].*\//u;

/** Spellings that prose mixes freely. */
const SPELLINGS: Readonly<Record<string, string>> = table({
  licence: 'license',
  colour: 'color',
  behaviour: 'behavior',
  catalogue: 'catalog',
  initialise: 'initialize',
  serialise: 'serialize',
  parametrise: 'parametrize',
  parameterize: 'parametrize',
  parameterise: 'parametrize',
  parameterized: 'parametrized',
  parameterised: 'parametrized',
  javascript: 'js',
  typescript: 'ts',
});

const normalised = new Map<string, string>();

/** Lower case, no plural, one spelling. Words come back again and again: answers are kept. */
export function normalise(word: string): string {
  const known = normalised.get(word);
  if (known !== undefined) return known;
  const result = plainForm(word);
  if (normalised.size < 20_000) normalised.set(word, result);
  return result;
}

function plainForm(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/[’']s$/u, '')
    .replaceAll(/[’']/gu, '');
  const single = singular(lower);
  return SPELLINGS[single] ?? single;
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|[^pjuk]is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The text of code for comparison: no call parentheses, comment marks or closing semicolon. */
export function bareCode(code: string): string {
  const bare = code
    .trim()
    .replace(/^(?:\/\/+|\/\*+|#(?![\w[])|<!--)\s*/u, '')
    .replace(/\s*(?:\*\/|-->)$/u, '')
    .replace(/;$/u, '')
    .replace(/!?\((?:\.\.\.|…)?\)$/u, '');
  return bare === '' ? code.trim() : bare;
}

/** Splits prose into words. Hyphens and slashes part words, except in code. Linear in the text's length. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let broken = false;
  for (const piece of text.matchAll(PIECE)) {
    const raw = piece[0];
    const start = piece.index;
    if (piece[2] !== undefined) {
      found.push({ start, end: start + raw.length, words: codeWords(piece[2]), code: bareCode(piece[2]), broken });
      broken = false;
      continue;
    }
    const opening = OPENING.exec(raw)?.[0] ?? '';
    const closing = CLOSING.exec(raw.slice(opening.length))?.[0] ?? '';
    const call = /^\(.*?\)/u.exec(closing)?.[0] ?? '';
    const core = raw.slice(opening.length, raw.length - closing.length);
    if (/[([{]/u.test(opening)) broken = true;
    if (core === '') {
      broken ||= ENDS_PHRASE.test(raw);
      continue;
    }
    const at = start + opening.length;
    if (LOOKS_LIKE_CODE.test(core + call)) {
      const end = at + core.length + call.length;
      found.push({ start: at, end, words: codeWords(core), code: bareCode(core + call), broken });
    } else {
      for (const part of core.matchAll(/[^-‐‑/]+/gu)) {
        const end = at + part.index + part[0].length;
        found.push({ start: at + part.index, end, words: [normalise(part[0])], broken });
        broken = false;
      }
    }
    broken = ENDS_PHRASE.test(closing.slice(call.length)) || /[)\]}]/u.test(closing.slice(call.length));
  }
  return found;
}

function codeWords(code: string): string[] {
  // "`== null`" is no other way to say "null".
  if (/^[=!<>]=/u.test(code)) return [];
  return code
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map(normalise);
}
