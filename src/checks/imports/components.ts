import type { RepoPath } from '../../model/path.ts';
import type { ImportGraph } from './import-graph.ts';
import type { Follow } from './trace.ts';

/**
 * Which files lie in a cycle together: a number for each file of a strongly connected component of two or more, or
 * that imports itself. Tarjan's algorithm without recursion.
 */
export function components(graph: ImportGraph, follow: Follow): ReadonlyMap<RepoPath, number> {
  const order = new Map<RepoPath, number>();
  const low = new Map<RepoPath, number>();
  const onStack = new Set<RepoPath>();
  const stack: RepoPath[] = [];
  const found = new Map<RepoPath, number>();
  let components = 0;

  for (const root of graph.files()) {
    if (order.has(root)) continue;
    const work: { readonly path: RepoPath; readonly next: readonly RepoPath[]; at: number }[] = [];
    const enter = (path: RepoPath): void => {
      order.set(path, order.size);
      low.set(path, order.size - 1);
      stack.push(path);
      onStack.add(path);
      work.push({ path, next: successors(path, graph, follow), at: 0 });
    };
    enter(root);
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const child = top.next[top.at++];
      if (child !== undefined) {
        if (!order.has(child)) enter(child);
        else if (onStack.has(child)) lower(low, top.path, order.get(child) ?? 0);
        continue;
      }
      work.pop();
      const above = work.at(-1);
      const mine = low.get(top.path) ?? 0;
      if (above) lower(low, above.path, mine);
      if (mine !== order.get(top.path)) continue;
      const members = stack.splice(stack.lastIndexOf(top.path));
      for (const member of members) onStack.delete(member);
      if (members.length > 1 || top.next.includes(top.path)) {
        components++;
        for (const member of members) found.set(member, components);
      }
    }
  }
  return found;
}

function lower(low: Map<RepoPath, number>, path: RepoPath, to: number): void {
  low.set(path, Math.min(low.get(path) ?? to, to));
}

function successors(path: RepoPath, graph: ImportGraph, follow: Follow): readonly RepoPath[] {
  return graph.edges(path).flatMap((edge) => (follow(edge, path) ? graph.targets(edge, path) : []));
}
