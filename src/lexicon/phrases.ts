import { bareCode, normalise } from './words.ts';

/** One step of a phrase as a key: `w:` and a plain word, or `c:` and a code token that prose must mark as code. */
export type Step = string;

const PIECE = /`([^`]+)`|[^\s`]+/gu;
const known = new Map<string, readonly (readonly Step[])[]>();

/** The first piece of what is left of a phrase: its step sequences, and where the next piece begins. `undefined` at the end. */
export function nextPiece(
  phrase: string,
  from: number,
): { readonly spellings: readonly (readonly Step[])[]; readonly next: number } | undefined {
  PIECE.lastIndex = from;
  for (let piece = PIECE.exec(phrase); piece; piece = PIECE.exec(phrase)) {
    const [text, code] = piece;
    if (code === undefined && !/[\p{L}\d]/u.test(text)) continue;
    const spellings = known.get(text) ?? (code === undefined ? spellingsOf(text) : [[`c:${bareCode(code)}`]]);
    known.set(text, spellings);
    return { spellings, next: piece.index + text.length };
  }
  return undefined;
}

/** A hyphen may be a blank or nothing; a slash is a blank. */
function spellingsOf(word: string): Step[][] {
  const parts = word.split('-').filter((part) => part !== '');
  const apart = parts.flatMap((part) => part.split('/')).map((part) => `w:${normalise(part)}`);
  return parts.length > 1 ? [apart, [`w:${normalise(parts.join(''))}`]] : [apart];
}

const inflected = new Map<string, readonly string[]>();

/** The forms of a phrasing with its first word as verb: base, -s, -ing, -ed. */
export function inflections(phrasing: string): string[] {
  const cut = phrasing.indexOf(' ');
  const verb = cut < 0 ? phrasing : phrasing.slice(0, cut);
  const rest = cut < 0 ? '' : phrasing.slice(cut);
  const forms = inflected.get(verb) ?? formsOf(verb);
  inflected.set(verb, forms);
  return forms.map((form) => form + rest);
}

/** Both spellings where English doubles a letter for some verbs only. A first word that is no plain verb stays as it is. */
function formsOf(verb: string): readonly string[] {
  if (!/^[a-z]+(-[a-z]+)?$/u.test(verb)) return [verb];
  return [...new Set([verb, third(verb), ...stems(verb).flatMap((stem) => [`${stem}ing`, `${stem}ed`])])];
}

function third(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

function stems(verb: string): string[] {
  if (verb.endsWith('e')) return [verb.slice(0, -1)];
  if (/[^aeiou]y$/u.test(verb)) return [verb, `${verb.slice(0, -1)}i`];
  return /[aeiou][bdgklmnprt]$/u.test(verb) ? [verb, verb + verb.slice(-1)] : [verb];
}
