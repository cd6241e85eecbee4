import type { Adjunct } from '../grammar/segment.ts';
import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const NAMED =
  /\b(?:variable|parameter|identifier|argument|abbreviation)s?(?: names?| named| called)?\b|\bnames? (?:for|of) variables\b/;
const NAME = /^[a-z_][A-Za-z0-9_]*$/;
/** What may be said of the names without saying of which variables. */
const PLAIN = new Set(
  'generic vague meaningless single-letter abbreviated ambiguous unclear short cryptic non-descriptive nondescript variable variables parameter parameters argument arguments abbreviation abbreviations cryptic identifier identifiers name names named called a an any or and the as'.split(
    ' ',
  ),
);

function isInNames({ relation, tokens }: Adjunct): boolean {
  return relation === 'in' && /^(?:names|identifiers)$/.test(tokens.at(-1)?.low ?? '');
}

/** "No generic variable names (`data`, `tmp`)", "Never name a variable `foo`". */
export function readUnnamed(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance !== 'forbid' || clause.adjuncts.some(({ relation }) => relation === 'when')) return undefined;
  const as = clause.adjuncts.filter((each) => each.relation === 'as').flatMap((each) => each.tokens);
  const words = [...clause.object, ...as].filter((token) => token.kind === 'word').map((token) => token.low);
  if (!NAMED.test(words.join(' ')) || !words.every((word) => PLAIN.has(word))) return undefined;
  const shown = clause.adjuncts.filter((each) => each.relation === 'example').flatMap((each) => each.tokens);
  const names = [...clause.object, ...clause.examples, ...as, ...shown]
    .filter((token) => token.kind === 'code' || token.kind === 'quote')
    .map((token) => token.text);
  if (names.length === 0 || !names.every((name) => NAME.test(name))) return undefined;
  // "No `var` variables" is a notion of its own.
  if (read.object.some((each) => each.kind === 'concept' && names.some((name) => each.text.startsWith(`\`${name}\` `))))
    return undefined;
  const reach = reachBut(read, (each) => ['as', 'example'].includes(each.relation) || isInNames(each));
  return { how: 'unnamed', things: names.map((text) => ({ kind: 'code', text })), with: [], reach };
}
