import { type Clause, readClause } from './clause.ts';
import { withOutside } from './elsewhere.ts';
import type { Token } from './tokens.ts';

const PRONOUNS = new Set([
  'it',
  'them',
  'this',
  'that',
  'these',
  'those',
  'directly',
  'manually',
  'hand',
  'by',
  'either',
]);

/** "`x` is generated; do not edit it": a clause that names nothing speaks of what the clause before it named. */
export function withAntecedents(all: readonly (readonly Token[])[], from: number): readonly Clause[] {
  let named: Clause['object'] = [];
  const clauses: Clause[] = [];
  for (const [at, tokens] of all.entries()) {
    const clause = readClause(withOutside(tokens, all.slice(0, at)));
    const own = [...clause.subject, ...clause.object, ...clause.label];
    if ((tokens[0]?.start ?? 0) >= from)
      clauses.push(namesNothing(clause) && named.length > 0 ? { ...clause, object: named } : clause);
    const atoms = (clause.subject.some(isAtom) ? clause.subject : own).filter(isAtom);
    if (atoms.length > 0) named = atoms;
    else if (named.length === 0 && clause.polarity !== 'forbid' && byHand(all[at + 1])) named = clause.object;
  }
  return clauses;
}

/** "Regenerate the snapshots with `x`; never edit them by hand": kinds of files go by a word, too. */
function byHand(tokens: readonly Token[] | undefined): boolean {
  return tokens?.some(({ low }) => low === 'hand' || low === 'manually' || low === 'hand-edit') ?? false;
}

function isAtom(token: Token): boolean {
  return token.kind !== 'word' && token.kind !== 'punct' && token.kind !== 'number';
}

/** What is left of what was spoken of: "don't add to it", "no new ones", "do not add more of them". */
const MORE = new Set([
  ...PRONOUNS,
  'to',
  'of',
  'more',
  'new',
  'further',
  'another',
  'one',
  'ones',
  'uses',
  'usages',
  'occurrences',
]);

export function namesNothing(clause: Clause): boolean {
  const adds = clause.polarity === 'forbid' && ['add', 'introduce', 'write', 'create'].includes(clause.verb ?? '');
  const known = adds ? MORE : PRONOUNS;
  const words = clause.object.every((token) => token.kind === 'word' && known.has(token.low));
  return words && clause.subject.length === 0 && clause.verb !== undefined && clause.polarity !== 'neutral';
}
