import type { Adjunct } from '../grammar/segment.ts';
import type { Token } from '../grammar/tokens.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const ABOUT_NAMES =
  /\b(?:identifiers?|variables?|nam(?:e|es|ing)|acronyms?|initialisms?|abbreviations?|fields?|functions?|code)\b/i;
const PART = /^[A-Za-z][A-Za-z0-9]*$/;

/** "`ID`, not `Id`": two spellings of one word, of which names in code have the first. */
export function readSpelling(read: ReadClause): Form | undefined {
  const { clause, stance, setting } = read;
  const right = [...clause.object, ...clause.label, ...clause.examples].filter(isPart);
  const wrong = clause.contrast.filter(isPart);
  if (wrong.length === 0 || clause.contrast.some((token) => token.kind !== 'punct' && !wrong.includes(token)))
    return undefined;
  const pairs = wrong.map((token) => [right.find((each) => each.low === token.low), token] as const);
  const about = [
    setting.statement,
    setting.follows ?? '',
    setting.lead?.statement ?? '',
    ...setting.headings.slice(-1),
  ];
  const names = wrong.every((token) => token.kind === 'code') || about.some((text) => ABOUT_NAMES.test(text));
  if (!names || pairs.some(([good, bad]) => good === undefined || good.text === bad.text) || stance === 'forbid')
    return undefined;
  // One word in another capitalisation; whole names (`userId`, `userID`) show which of their words it is.
  const parts = pairs.map(([good, bad]) => [partOf(good?.text ?? '', bad.text), partOf(bad.text, good?.text ?? '')]);
  if (parts.some(([good, bad]) => !good || !bad || !isAcronym(good, bad))) return undefined;
  const code = (text: string | undefined) => ({ kind: 'code' as const, text: text ?? '' });
  return {
    how: 'spelled',
    things: parts.map(([, bad]) => code(bad)),
    with: parts.map(([good]) => code(good)),
    reach: reachBut(read, isAboutNames),
  };
}

/** "in identifiers": that is what the spelling of names is about. */
function isAboutNames({ tokens }: Adjunct): boolean {
  return tokens.every((token) => token.kind === 'punct' || ABOUT_NAMES.test(token.low) || JOINS.has(token.low));
}

const JOINS: ReadonlySet<string> = new Set('and or the all new of'.split(' '));

function isPart(token: Token): boolean {
  return (token.kind === 'code' || token.kind === 'word') && PART.test(token.text) && /[A-Z]/.test(token.text);
}

/** The word of a name that another capitalisation of it writes otherwise: `Id` of `userId` beside `userID`. */
function partOf(name: string, other: string): string | undefined {
  const differs = [...name].findIndex((letter, index) => letter !== other[index]);
  if (differs < 0) return undefined;
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [];
  let at = 0;
  for (const word of words) {
    if (differs < at + word.length) return word;
    at += word.length;
  }
  return undefined;
}

function isAcronym(one: string, other: string): boolean {
  const shouted = (text: string) => /^[A-Z][A-Z0-9]+$/.test(text);
  const capital = (text: string) => /^[A-Z][a-z0-9]+$/.test(text);
  const same = one.toLowerCase() === other.toLowerCase() && one.length <= 6;
  return same && ((shouted(one) && capital(other)) || (capital(one) && shouted(other)));
}
