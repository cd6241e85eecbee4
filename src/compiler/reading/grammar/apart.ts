import type { Knowledge } from '../naming/knowledge.ts';
import type { Clause } from './clause.ts';
import { type Adjunct, segment } from './segment.ts';
import type { Token } from './tokens.ts';

/**
 * "Never run `a`, `b` without --x, or `c` outside /tmp": where a command in the middle of a list has a circumstance
 * of its own, each is read as a clause. Circumstances that stand before the list hold for all.
 */
export function takeApart(clause: Clause, knowledge: Knowledge): readonly Clause[] | undefined {
  if (clause.polarity !== 'forbid' || clause.contrast.length > 0) return undefined;
  const isCommand = (token: Token | undefined) =>
    token?.kind === 'code' && knowledge.typeAtom(token, []).some((mention) => mention.kind === 'command');
  const { body } = clause;
  const starts = body.flatMap((token, index) =>
    isCommand(token) && (index <= 1 || isJoint(body[index - 1])) ? [index] : [],
  );
  const between = starts
    .slice(0, -1)
    .some((start, at) => body.slice(start + 1, starts[at + 1]).some((token) => !isJoint(token)));
  const [from] = starts;
  if (starts.length < 2 || !between || from === undefined || from > 1) return undefined;
  const first = body[from]?.start ?? 0;
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? body.length;
    const own = withoutJoint(body.slice(start, end));
    const until = body[end]?.start ?? Number.POSITIVE_INFINITY;
    const parts = segment(own, true);
    const noted = clause.adjuncts.filter(
      (each) => !body.some((token) => each.tokens.includes(token)) && liesWithin(each, first, body[start], until),
    );
    return {
      ...clause,
      body: [...body.slice(0, from), ...own],
      object: parts.object,
      adjuncts: [...noted, ...parts.adjuncts],
    };
  });
}

/** A remark in parentheses belongs to the command before it; what stands before the list to all. */
function liesWithin(adjunct: Adjunct, list: number, item: Token | undefined, until: number): boolean {
  const at = adjunct.tokens[0]?.start ?? 0;
  return at < list || (at > (item?.start ?? 0) && at < until);
}

function isJoint(token: Token | undefined): boolean {
  return (
    token !== undefined && token.kind !== 'code' && [',', 'or', 'and', 'nor', '/', 'and/or', '|'].includes(token.low)
  );
}

function withoutJoint(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 1 && isJoint(tokens[end - 1])) end -= 1;
  return tokens.slice(0, end);
}
