import { table } from '../model/table.ts';
import type { Step } from './phrases.ts';

/** One word of prose, normalised. Offsets are UTF-16 units into the text it was taken from. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Normalised words it stands for; one, or several for a code span such as `console.log`. */
  readonly words: readonly string[];
  /** The text of a code span or of a word that can only be code (`console.log`, `unwrap()`), exact case. */
  readonly code: string | undefined;
  /** The steps of a phrase that the words take, and that of its code. */
  readonly steps: readonly Step[];
  readonly codeStep: Step | undefined;
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

/** A run of signs without a blank, or a code span: its words by their offsets within, and whether phrases end around them. */
interface Piece {
  readonly words: readonly Word[];
  readonly breaksBefore: boolean;
  readonly breaksBehind: boolean;
  /** Without a word of its own: what broke the phrase before it breaks it behind, too. */
  readonly empty: boolean;
}

/** Clauses of a statement are read from several sides, and words come back: answers are kept. */
const pieces = new Map<string, Piece>();
const MOST_PIECES = 20_000;

/** Splits prose into words. Hyphens and slashes part words, except in code. Linear in the text's length. */
export function wordsOf(text: string): Word[] {
  return firstWords(text, Number.POSITIVE_INFINITY);
}

/** The words that a text begins with: as many as asked for, or some more. */
export function firstWords(text: string, count: number): Word[] {
  const found: Word[] = [];
  let broken = false;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match; match = found.length < count ? PIECE.exec(text) : null) {
    const [raw] = match;
    const piece = knownPiece(raw, match[2]);
    broken ||= piece.breaksBefore;
    for (const { start, end, words, code, steps, codeStep } of piece.words) {
      found.push({ start: match.index + start, end: match.index + end, words, code, steps, codeStep, broken });
      broken = false;
    }
    broken = piece.breaksBehind || (piece.empty && broken);
  }
  return found;
}

function knownPiece(raw: string, code: string | undefined): Piece {
  const known = pieces.get(raw);
  if (known) return known;
  const piece = code === undefined ? pieceOf(raw) : codePiece(raw, code);
  if (pieces.size < MOST_PIECES) pieces.set(raw, piece);
  return piece;
}

function wordAt(start: number, end: number, words: readonly string[], code?: string): Word {
  const steps = words.map((word) => `w:${word}`);
  return { start, end, words, code, steps, codeStep: code === undefined ? undefined : `c:${code}`, broken: false };
}

function codePiece(raw: string, code: string): Piece {
  return {
    words: [wordAt(0, raw.length, codeWords(code), bareCode(code))],
    breaksBefore: false,
    breaksBehind: false,
    empty: false,
  };
}

function pieceOf(raw: string): Piece {
  const opening = OPENING.exec(raw)?.[0] ?? '';
  const closing = CLOSING.exec(raw.slice(opening.length))?.[0] ?? '';
  const call = /^\(.*?\)/u.exec(closing)?.[0] ?? '';
  const core = raw.slice(opening.length, raw.length - closing.length);
  const breaksBefore = /[([{]/u.test(opening);
  if (core === '') return { words: [], breaksBefore, breaksBehind: ENDS_PHRASE.test(raw), empty: true };
  const at = opening.length;
  const behind = closing.slice(call.length);
  const breaksBehind = ENDS_PHRASE.test(behind) || /[)\]}]/u.test(behind);
  if (LOOKS_LIKE_CODE.test(core + call)) {
    const word = wordAt(at, at + core.length + call.length, codeWords(core), bareCode(core + call));
    return { words: [word], breaksBefore, breaksBehind, empty: false };
  }
  const words = [...core.matchAll(/[^-‐‑/]+/gu)].map(({ 0: part, index }) =>
    wordAt(at + index, at + index + part.length, [normalise(part)]),
  );
  return { words, breaksBefore, breaksBehind, empty: false };
}

function codeWords(code: string): string[] {
  // "`== null`" is no other way to say "null".
  if (/^[=!<>]=/u.test(code)) return [];
  return code
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map(normalise);
}
