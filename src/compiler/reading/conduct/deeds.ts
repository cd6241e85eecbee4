import type { Mention } from '../../../model/intent.ts';
import type { Clause } from '../grammar/clause.ts';
import { stretch, type Token } from '../grammar/tokens.ts';
import { lemma } from '../grammar/verbs.ts';
import type { Knowledge } from '../naming/knowledge.ts';

const JOINTS = new Set([',', 'or', 'and', 'nor', '/', 'and/or']);
const VAGUE = new Set([
  'another',
  'other',
  'additional',
  'extra',
  'separate',
  'further',
  'more',
  'own',
  'any',
  'the',
  'a',
  'an',
]);

/**
 * Notions told by a verb and one of the things that share it: "open pull requests or issues", "create or switch
 * branches". Only verbs and things in plain words are put together.
 */
export function sharedDeeds(clause: Clause, knowledge: Knowledge): readonly Mention[] {
  if (clause.verb === undefined) return [];
  const verbs = [clause.verb, ...clause.alsoVerbs];
  const items = itemsOf(clause.object);
  // "Do not push, merge or rebase": the last of the verbs stands where an object would.
  const last = items[0] !== undefined && items.length === 1 && lemma(items[0]) === items[0] ? items : [];
  if (clause.object.length === 0 || (last.length > 0 && clause.object.length <= 2))
    return mentionsOf([...verbs, ...last], knowledge, isDeed);
  if (verbs.length + items.length < 3) return [];
  const phrases = verbs.flatMap((verb) => items.map((item) => `${verb} ${item}`));
  return mentionsOf(phrases, knowledge, isDeed);
}

/** The notions that a list of deeds names, each piece as a whole: "committing, pushing or opening a PR". */
export function deedsNamed(tokens: readonly Token[], statement: string, knowledge: Knowledge): readonly Mention[] {
  const pieces = split(tokens).map((piece) => stretch(piece, statement));
  const whole = stretch(tokens, statement);
  return mentionsOf([whole, ...(pieces.length > 1 ? pieces : [])], knowledge, () => true);
}

function mentionsOf(phrases: readonly string[], knowledge: Knowledge, counts: typeof isDeed): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const phrase of phrases) {
    for (const { concept, start, end, name } of knowledge.concepts.in(phrase)) {
      const rest = phrase.slice(end).replaceAll(/\W/g, '');
      if (start === 0 && rest === '' && counts(concept, name, knowledge) && !found.has(concept))
        found.set(concept, { kind: 'concept', id: concept, text: phrase });
    }
  }
  return [...found.values()];
}

/** A verb and a thing put together by us may read as a noun ("commit bodies"): only wordings of deeds count. */
function isDeed(id: string, name: string, { lexicon }: Knowledge): boolean {
  const concept = lexicon.concepts[id];
  return concept !== undefined && (concept.phrasings.includes(name) || concept.alone.includes(name));
}

function itemsOf(tokens: readonly Token[]): readonly string[] {
  return split(tokens)
    .filter((piece) => piece.every((token) => token.kind === 'word'))
    .map((piece) =>
      piece
        .filter((token) => !VAGUE.has(token.low))
        .map((token) => token.low)
        .join(' '),
    )
    .filter((item) => item !== '');
}

function split(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (JOINTS.has(token.low) && token.kind !== 'code') pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((piece) => piece.length > 0);
}
