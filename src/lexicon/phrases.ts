import { bareCode, normalise } from './words.ts';

/** One step of a phrase: a plain word, or a code token that prose must mark as code. */
export type PhraseStep = { readonly word: string } | { readonly code: string };

/** All step sequences that a name of the lexicon stands for: a hyphen may be a blank or nothing. */
export function stepsOf(name: string): PhraseStep[][] {
  let sequences: PhraseStep[][] = [[]];
  for (const piece of name.matchAll(/`([^`]+)`|[^\s`]+/gu)) {
    if (piece[1] === undefined && !/[\p{L}\d]/u.test(piece[0])) continue;
    const added = piece[1] === undefined ? spellings(piece[0]) : [[{ code: bareCode(piece[1]) }]];
    sequences = sequences.flatMap((before) => added.map((steps) => [...before, ...steps]));
  }
  return sequences;
}

function spellings(word: string): PhraseStep[][] {
  const parts = word.split('-').filter((part) => part !== '');
  const apart = parts.flatMap((part) => part.split('/')).map((part) => ({ word: normalise(part) }));
  return parts.length > 1 ? [apart, [{ word: normalise(parts.join('')) }]] : [apart];
}

/** The forms of a phrasing with its first word as verb: base, -s, -ing, -ed. */
export function inflections(phrasing: string): string[] {
  const [verb = '', ...rest] = phrasing.split(' ');
  if (!/^[a-z]+(-[a-z]+)?$/u.test(verb)) return [phrasing];
  return [...new Set([verb, third(verb), ...stems(verb).flatMap((stem) => [`${stem}ing`, `${stem}ed`])])].map((form) =>
    [form, ...rest].join(' '),
  );
}

function third(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

/** Stems for -ing and -ed; both spellings where English doubles a letter for some verbs only. */
function stems(verb: string): string[] {
  if (verb.endsWith('e')) return [verb.slice(0, -1)];
  if (/[^aeiou]y$/u.test(verb)) return [verb, `${verb.slice(0, -1)}i`];
  return /[aeiou][bdgklmnprt]$/u.test(verb) ? [verb, verb + verb.slice(-1)] : [verb];
}
