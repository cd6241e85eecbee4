import type { RepoPath } from '../../model/path.ts';
import type { Edge } from './fact.ts';
import type { ImportGraph } from './import-graph.ts';

/** An edge with the file that holds it. */
export interface Step {
  readonly from: RepoPath;
  readonly edge: Edge;
}

export type Follow = (edge: Edge, from: RepoPath) => boolean;

/** For each file that can be reached: the step that leads to it, on a shortest way. The start itself only by a cycle. */
export function reachable(start: RepoPath, graph: ImportGraph, follow: Follow): ReadonlyMap<RepoPath, Step> {
  const reached = new Map<RepoPath, Step>();
  let front: RepoPath[] = [start];
  while (front.length > 0) {
    const next: RepoPath[] = [];
    for (const from of front) {
      for (const edge of graph.edges(from)) {
        if (!follow(edge, from)) continue;
        for (const target of graph.targets(edge, from)) {
          if (reached.has(target)) continue;
          reached.set(target, { from, edge });
          if (target !== start) next.push(target);
        }
      }
    }
    front = next;
  }
  return reached;
}

/** The files on the way from the start of a search to one it reached, both included. */
export function wayTo(target: RepoPath, start: RepoPath, reached: ReadonlyMap<RepoPath, Step>): readonly RepoPath[] {
  const way = [target];
  for (let step = reached.get(target); step; step = step.from === start ? undefined : reached.get(step.from)) {
    way.unshift(step.from);
    if (way.length > reached.size + 1) break;
  }
  return way;
}

/** `a → b → c`; a long way loses its middle. */
export function arrows(way: readonly string[]): string {
  const shown = way.length > 8 ? [...way.slice(0, 4), `… ${way.length - 7} more …`, ...way.slice(-3)] : way;
  return shown.join(' → ');
}

/** For each file those that import it, with their edges. */
export function importers(graph: ImportGraph): ReadonlyMap<RepoPath, readonly Step[]> {
  return graph.kept('importers', () => {
    const found = new Map<RepoPath, Step[]>();
    for (const from of graph.files()) {
      for (const edge of graph.edges(from)) {
        for (const target of graph.targets(edge, from)) {
          const steps = found.get(target);
          if (steps) steps.push({ from, edge });
          else found.set(target, [{ from, edge }]);
        }
      }
    }
    return found;
  });
}
