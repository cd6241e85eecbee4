import { type CombinedQuery, combine, type Hit } from './combined.ts';
import { isInterpretable, matchesIn } from './interpret-query.ts';
import { isKnownShape } from './known-shapes.ts';
import { literalIndex, mayMatch } from './literals.ts';
import { itemOf } from './occurrence.ts';
import type { QueryItem } from './query-tree.ts';
import type { Probe } from './skeleton.ts';
import type { Grammar, SyntaxCapture, SyntaxTree } from './syntax.ts';

/** Longer texts (UTF-16 units) are left to the engine: it reads a tree faster than we walk it. */
const MOST_TEXT = 10_000;

interface Walked {
  readonly number: number;
  readonly probe: Probe;
  readonly item: QueryItem;
}

/**
 * As `combine`, for texts of a few lines: shapes that the grammar is known to have are found by walking the tree. The
 * engine compiles the others, and the known ones only where a text is long.
 */
export function combineForExamples(grammar: Grammar, probes: readonly Probe[]): CombinedQuery {
  const walked: Walked[] = [];
  const others: number[] = [];
  probes.forEach((probe, number) => {
    const item = isKnownShape(grammar.language, probe.skeleton) ? itemOf(probe) : undefined;
    if (item && item.quantifier === undefined && isInterpretable(item, grammar)) walked.push({ number, probe, item });
    else others.push(number);
  });
  const rest = others.length === 0 ? undefined : combine(grammar, at(probes, others));
  let whole: CombinedQuery | undefined;
  return {
    run(tree, milliseconds) {
      const own = tree.text.length > MOST_TEXT ? undefined : walk(tree, walked);
      if (!own) {
        whole ??= combine(grammar, probes);
        return whole.run(tree, milliseconds);
      }
      const asked = rest?.run(tree, milliseconds);
      for (const [index, hits] of asked?.of ?? []) own.set(others[index] ?? -1, hits);
      return { of: own, complete: asked?.complete ?? true };
    },
    delete() {
      rest?.delete();
      whole?.delete();
    },
  };
}

function at(probes: readonly Probe[], numbers: readonly number[]): Probe[] {
  return numbers.flatMap((number) => probes[number] ?? []);
}

/** The hits of probes by walking; `undefined` where there are too many ways of matching to try. */
function walk(tree: SyntaxTree, probes: readonly Walked[]): Map<number, readonly Hit[]> | undefined {
  const index = literalIndex(tree.text);
  const textOf = ({ node }: SyntaxCapture) => tree.text.slice(node.startIndex, node.endIndex);
  const found = new Map<number, readonly Hit[]>();
  for (const { number, probe, item } of probes) {
    if (!mayMatch(probe.literals, index)) continue;
    const hits = new Map<number, Hit>();
    const tried = matchesIn(tree, item, (captures) => {
      const node = captures.find(({ name }) => name === probe.target)?.node;
      // The same node matched in several ways is one hit.
      if (node && !hits.has(node.id) && probe.predicates.every((predicate) => predicate(captures, textOf)))
        hits.set(node.id, { node, captures });
      return false;
    });
    if (tried === undefined) return undefined;
    if (hits.size > 0) found.set(number, [...hits.values()]);
  }
  return found;
}
