import { type LiteralIndex, mayMatch } from './literals.ts';
import type { Probe } from './skeleton.ts';
import type { Grammar, SyntaxCapture, SyntaxNode, SyntaxQuery, SyntaxTree } from './syntax.ts';

/** A node that a probe stands for, with all captures of the match under their positional names. */
export interface Hit {
  readonly node: SyntaxNode;
  readonly captures: readonly SyntaxCapture[];
}

/** Hits by the number of the probe; `complete` is false if the query ran out of time. */
export interface Hits {
  readonly of: ReadonlyMap<number, readonly Hit[]>;
  readonly complete: boolean;
}

/** Many probes as one query over one tree. */
export interface CombinedQuery {
  run(tree: SyntaxTree, milliseconds: number): Hits;
  delete(): void;
}

/** A way of running many probes as one. Throws QueryProblem if the grammar refuses a shape. */
export type Combine = (grammar: Grammar, probes: readonly Probe[]) => CombinedQuery;

/** One shape and the probes that share it; a match finds its probes by the text of the key capture. */
interface Shape {
  readonly key: string | undefined;
  readonly byText: ReadonlyMap<string, readonly number[]>;
  readonly unkeyed: readonly number[];
}

/** Numbers of the probes that can match in a text, by their literals. */
export function candidates(probes: readonly Probe[], index: LiteralIndex): readonly number[] {
  return probes.flatMap((probe, number) => (mayMatch(probe.literals, index) ? [number] : []));
}

/** Combines probes. Throws QueryProblem if the grammar refuses a shape: then try them one by one. */
export function combine(grammar: Grammar, probes: readonly Probe[]): CombinedQuery {
  const bySkeleton = new Map<string, number[]>();
  probes.forEach((probe, number) => {
    const sharing = bySkeleton.get(probe.skeleton);
    if (sharing) sharing.push(number);
    else bySkeleton.set(probe.skeleton, [number]);
  });
  const query: SyntaxQuery = grammar.query([...bySkeleton.keys()].join('\n'));
  const shapes = [...bySkeleton.values()].map((numbers) => shapeOf(numbers, probes));
  return {
    run: (tree, milliseconds) => run(query, shapes, probes, tree, milliseconds),
    delete: () => query.delete(),
  };
}

function shapeOf(numbers: readonly number[], probes: readonly Probe[]): Shape {
  const keysOf = (number: number) => probes[number]?.keys ?? [];
  const counts = new Map<string, number>();
  for (const { capture } of numbers.flatMap(keysOf)) counts.set(capture, (counts.get(capture) ?? 0) + 1);
  const key = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const byText = new Map<string, number[]>();
  const unkeyed: number[] = [];
  for (const number of numbers) {
    const own = keysOf(number).find(({ capture }) => capture === key);
    if (!own) unkeyed.push(number);
    for (const text of own?.texts ?? []) byText.set(text, [...(byText.get(text) ?? []), number]);
  }
  return { key, byText, unkeyed };
}

function run(
  query: SyntaxQuery,
  shapes: readonly Shape[],
  probes: readonly Probe[],
  tree: SyntaxTree,
  milliseconds: number,
): Hits {
  const { matches, complete } = query.run(tree, milliseconds);
  const textOf = ({ node }: SyntaxCapture) => tree.text.slice(node.startIndex, node.endIndex);
  const found = new Map<number, Hit[]>();
  const seen = new Map<number, Set<number>>();
  const test = (number: number, captures: readonly SyntaxCapture[]) => {
    const probe = probes[number];
    if (!probe?.predicates.every((predicate) => predicate(captures, textOf))) return;
    const node = captures.find((capture) => capture.name === probe.target)?.node;
    // The same node matched in several ways is one hit.
    const nodes = seen.get(number) ?? new Set();
    if (!node || nodes.has(node.id)) return;
    seen.set(number, nodes.add(node.id));
    const hits = found.get(number);
    if (hits) hits.push({ node, captures });
    else found.set(number, [{ node, captures }]);
  };
  for (const { pattern, captures } of matches) {
    const shape = shapes[pattern];
    if (!shape) continue;
    const keyed = shape.key === undefined ? undefined : captures.find((capture) => capture.name === shape.key);
    for (const number of (keyed && shape.byText.get(textOf(keyed))) ?? []) test(number, captures);
    for (const number of shape.unkeyed) test(number, captures);
  }
  return { of: found, complete };
}
