import { combine } from './combined.ts';
import { isInterpretable, matchesIn } from './interpret-query.ts';
import { readQuery } from './query-tree.ts';
import type { Probe } from './skeleton.ts';
import { type Grammar, QueryProblem, type SyntaxTree } from './syntax.ts';

/** Matching a small text may take the engine this long, in milliseconds. */
const BUDGET = 500;

/** Does a probe find anything in a small text? False if the grammar does not take it. */
export function occurs(grammar: Grammar, probe: Probe, tree: SyntaxTree): boolean {
  const [pattern] = readQuery(probe.skeleton);
  if (!pattern || !isInterpretable(pattern.item, grammar)) return occursInEngine(grammar, probe, tree);
  return matchesIn(
    tree,
    pattern.item,
    (captures) =>
      captures.some(({ name }) => name === probe.target) &&
      probe.predicates.every((predicate) =>
        predicate(captures, ({ node }) => tree.text.slice(node.startIndex, node.endIndex)),
      ),
  );
}

/** The same by the grammar's own query engine. */
export function occursInEngine(grammar: Grammar, probe: Probe, tree: SyntaxTree): boolean {
  try {
    const query = combine(grammar, [probe]);
    const found = query.run(tree, BUDGET).of.size > 0;
    query.delete();
    return found;
  } catch (error) {
    if (error instanceof QueryProblem) return false;
    throw error;
  }
}
