import { combine } from './combined.ts';
import { isInterpretable, matchesIn } from './interpret-query.ts';
import { type QueryItem, readQuery } from './query-tree.ts';
import type { Probe } from './skeleton.ts';
import { type Grammar, QueryProblem, type SyntaxTree } from './syntax.ts';

/** Matching a small text may take the engine this long, in milliseconds. */
const BUDGET = 500;

/** Does a probe find anything in a small text? False if the grammar does not take it. */
export function occurs(grammar: Grammar, probe: Probe, tree: SyntaxTree): boolean {
  const item = itemOf(probe);
  if (!item || !isInterpretable(item, grammar)) return occursInEngine(grammar, probe, tree);
  const found = matchesIn(
    tree,
    item,
    (captures) =>
      captures.some(({ name }) => name === probe.target) &&
      probe.predicates.every((predicate) =>
        predicate(captures, ({ node }) => tree.text.slice(node.startIndex, node.endIndex)),
      ),
  );
  return found ?? occursInEngine(grammar, probe, tree);
}

const MOST_KEPT = 2000;
const items = new Map<string, QueryItem | undefined>();

/** The shape of a probe, read; `undefined` where it is not one item. */
export function itemOf({ skeleton }: Probe): QueryItem | undefined {
  if (items.has(skeleton)) return items.get(skeleton);
  const [pattern, ...more] = readQuery(skeleton);
  const item = more.length > 0 ? undefined : pattern?.item;
  if (items.size >= MOST_KEPT) items.clear();
  items.set(skeleton, item);
  return item;
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
