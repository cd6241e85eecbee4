import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { components } from '../components.ts';
import type { Break, Compile } from '../contract.ts';
import type { Edge } from '../fact.ts';
import type { ImportGraph } from '../import-graph.ts';
import { arrows, type Follow, reachable, wayTo } from '../trace.ts';

/** From so many files of one graph on, all cycles are worked out at once. */
const FEW = 3;

/**
 * No import leads back to its file. Type-only imports and those done later than loading close no cycle, nor do the
 * parts of a module (`mod x;`).
 */
export const compileAcyclic: Compile<'acyclic'> = (contract, inScope) => {
  const within = contract.within ? globTest(contract.within) : () => true;
  const follow: Follow = (edge, from) => {
    const { typeOnly, lazy, part } = edge.fact;
    return (
      !typeOnly &&
      !lazy &&
      !part &&
      (from === edge.to.path || edge.to.kind === 'folder' || within(edge.to.path ?? from))
    );
  };
  return {
    breaks(path, graph) {
      if (!within(path) || !inScope(path)) return [];
      const cyclic = cyclicFiles(graph, follow);
      const own = cyclic?.get(path);
      if (cyclic && own === undefined) return [];
      // A way back never leaves the component.
      const inside: Follow = cyclic ? (edge, from) => follow(edge, from) && staysIn(edge, own, cyclic) : follow;
      const found: Break[] = [];
      const seen = new Set<RepoPath>();
      for (const edge of graph.edges(path)) {
        if (!inside(edge, path)) continue;
        for (const target of graph.targets(edge, path)) {
          if (seen.has(target) || !within(target)) continue;
          seen.add(target);
          const way = target === path ? [path, path] : wayBack(target, path, graph, inside);
          if (!way) continue;
          found.push({ edge, message: `this import closes a cycle: ${arrows(way)}.`, found: `${path} → ${target}` });
        }
      }
      return found;
    },
  };
};

/** `path → target → … → path`, if the target leads back. */
function wayBack(
  target: RepoPath,
  path: RepoPath,
  graph: ImportGraph,
  follow: Follow,
): readonly RepoPath[] | undefined {
  const reached = reachable(target, graph, follow);
  return reached.has(path) ? [path, ...wayTo(path, target, reached)] : undefined;
}

type Components = ReadonlyMap<RepoPath, number>;

function staysIn({ to }: Edge, own: number | undefined, cyclic: Components): boolean {
  return to.kind !== 'file' || to.path === undefined || cyclic.get(to.path) === own;
}

/** Which files lie in a cycle together; not worked out for a few files only. */
function cyclicFiles(graph: ImportGraph, follow: Follow): Components | undefined {
  const asked = graph.kept(follow, () => ({ files: 0, cyclic: undefined as Components | undefined }));
  if (++asked.files <= FEW) return undefined;
  asked.cyclic ??= components(graph, follow);
  return asked.cyclic;
}
