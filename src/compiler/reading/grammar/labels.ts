import type { Token } from './tokens.ts';

const STANCES = /^(?:never|always|avoid|must|forbidden|prohibited|don't|do not|not allowed|must not)$/;

/** "`src/ui` is plain: no `a`, no `b`": where the first is ruled out, the others are. */
function isPlace(label: readonly Token[]): boolean {
  return label[0]?.kind === 'code' && label.length <= 6 && label.slice(1).every((token) => token.kind === 'word');
}

function isBareBan([first, ...rest]: readonly Token[]): boolean {
  return first?.low === 'no' && rest.length > 0 && rest.every((token) => token.kind !== 'punct');
}

/** "Never: commit keys, edit `gen/`, force push": what stands before the colon holds for each item of the list. */
export function labelledAlike(
  clauses: readonly (readonly Token[])[],
  statement: string,
): readonly (readonly Token[])[] {
  const [first = [], ...others] = clauses;
  const colon = first.findIndex((token) => token.kind === 'punct' && token.low === ':');
  const words = first.slice(0, Math.max(colon, 0)).filter((token) => token.kind === 'word');
  if (others.length > 0 && colon > 0 && isPlace(first.slice(0, colon)) && others.every(isBareBan))
    return [first, ...others.map((clause) => [...first.slice(0, colon + 1), ...clause])];
  if (others.length === 0 || !STANCES.test(words.map((token) => token.low).join(' '))) return clauses;
  const label = first.slice(0, colon + 1);
  let before: readonly Token[] = first;
  let listed = true;
  const rest = others.map((clause) => {
    const gap = statement.slice(before.at(-1)?.end ?? 0, clause[0]?.start ?? 0);
    listed &&= /^[\s,]*(?:(?:and|or|nor)\s)?\s*$/.test(gap) && gap.includes(',');
    before = clause;
    return listed ? [...label, ...clause] : clause;
  });
  return [first, ...rest];
}
