import { reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const TRAIT = /^(?:impl\s+)?[A-Z]\w*(?:<.+>)?(?:\s+for\b.*)?$/;
const ON_TYPES = /\b(?:types?|structs?|enums?|newtypes?|wrappers?)$/;

/** "Never implement `Deref` for our wrappers", "No `From` on public types". */
export function readImplementing(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance !== 'forbid') return undefined;
  const said =
    clause.verb === 'implement' || clause.object.some((token) => /^(?:impls?|implementations?)$/.test(token.low));
  const on = clause.adjuncts.filter(
    ({ relation, tokens }) => (relation === 'in' || relation === 'for') && ON_TYPES.test(tokens.at(-1)?.low ?? ''),
  );
  const traits = clause.object.filter((token) => token.kind === 'code');
  const told = clause.object.every((token) => token.kind !== 'word' || FILLS.has(token.low));
  if ((!said && on.length === 0) || traits.length === 0 || !told) return undefined;
  if (!traits.every((token) => TRAIT.test(token.text))) return undefined;
  return {
    how: 'implemented',
    things: traits.map((token) => ({ kind: 'code', text: token.text.replace(/^impl\s+|\s+for\b.*$/g, '') })),
    with: [],
    reach: reachBut(read, (each) => on.includes(each)),
  };
}

const FILLS: ReadonlySet<string> = new Set(
  'the a an any or and impl impls implementation implementations trait traits implicit blanket manual of'.split(' '),
);
