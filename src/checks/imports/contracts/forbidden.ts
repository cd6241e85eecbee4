import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { type Break, type Compile, reachedName, shown } from '../contract.ts';
import type { Edge } from '../fact.ts';
import type { ImportGraph } from '../import-graph.ts';
import { compileTarget } from '../target.ts';
import { arrows, importers, reachable, wayTo } from '../trace.ts';

/** From so many files of one graph on, all that lead to a target are worked out at once. */
const FEW = 3;

/** No import of a target from here: not directly, or not through any chain. */
export const compileForbidden: Compile<'forbidden'> = (contract, inScope) => {
  const fromGlobs = contract.from ? globTest(contract.from) : () => true;
  const target = compileTarget(contract.to);
  const except = contract.except ? compileTarget(contract.except) : undefined;
  const counts = (edge: Edge) => contract.typeOnly !== 'allow' || !edge.fact.typeOnly;
  const isFrom = (path: RepoPath) => fromGlobs(path) && inScope(path) && !target.holds(path);
  const isBanned = (edge: Edge) => counts(edge) && target.meets(edge) && !except?.covers(edge);

  const direct = (path: RepoPath, graph: ImportGraph): readonly Break[] =>
    graph
      .edges(path)
      .filter(isBanned)
      .map((edge) => {
        const names = target.symbols(edge);
        const what = names.length > 0 ? `\`${names.join('`, `')}\` of ${shown(edge)}` : shown(edge);
        return {
          edge,
          message: `the import of ${what} is forbidden here.`,
          found: [reachedName(edge), ...(contract.to.specifiers ? [edge.fact.specifier] : []), ...names].join(' '),
        };
      });

  if (contract.through !== 'chain') return { breaks: (path, graph) => (isFrom(path) ? direct(path, graph) : []) };

  /** What can be reached from a file through others, with the first import of the way. */
  const chains = (path: RepoPath, graph: ImportGraph): readonly Break[] => {
    const own = direct(path, graph);
    const seen = new Set(own.map(({ found }) => found));
    const reached = reachable(path, graph, (edge, from) => counts(edge) && !(from !== path && target.holds(from)));
    const found = [...own];
    for (const [file] of reached) {
      if (file === path || target.holds(file)) continue;
      for (const edge of graph.edges(file)) {
        const name = reachedName(edge);
        if (!isBanned(edge) || seen.has(name)) continue;
        seen.add(name);
        const way = wayTo(file, path, reached);
        const first = graph
          .edges(path)
          .find((other) => counts(other) && graph.targets(other, path).includes(way[1] ?? file));
        found.push({
          ...(first && { edge: first }),
          message: `\`${name}\` must not be reached from here: ${arrows([...way, name])}.`,
          found: name,
        });
      }
    }
    return found;
  };

  /** Of many files most reach no target: then nothing need be searched for. */
  const mayReach = (path: RepoPath, graph: ImportGraph): boolean => {
    const asked = graph.kept(contract, () => ({ files: 0, tainted: undefined as ReadonlySet<RepoPath> | undefined }));
    if (++asked.files <= FEW) return true;
    asked.tainted ??= leadingTo((file) => graph.edges(file).some(isBanned), graph, counts);
    return asked.tainted.has(path);
  };

  return {
    breaks: (path, graph) => (isFrom(path) && mayReach(path, graph) ? chains(path, graph) : []),
    passesOn(path, graph) {
      if (isFrom(path) || target.holds(path)) return [];
      const own = chains(path, graph);
      if (own.length === 0) return [];
      const source = sourceOf(path, graph, isFrom, counts, target.holds);
      if (!source) return [];
      return own.map((broken) => ({
        ...broken,
        message: `\`${source[0]}\` would reach \`${broken.found}\` through this file: ${arrows([...source, broken.found])}.`,
      }));
    },
  };
};

/** All files from which an import leads to one of these, and these. */
function leadingTo(
  isOne: (path: RepoPath) => boolean,
  graph: ImportGraph,
  counts: (edge: Edge) => boolean,
): ReadonlySet<RepoPath> {
  const into = importers(graph);
  const found = new Set(graph.files().filter(isOne));
  for (const file of found) for (const { from, edge } of into.get(file) ?? []) if (counts(edge)) found.add(from);
  return found;
}

/** The shortest way from a file that the contract speaks of down to this one. */
function sourceOf(
  path: RepoPath,
  graph: ImportGraph,
  isFrom: (path: RepoPath) => boolean,
  counts: (edge: Edge) => boolean,
  ends: (path: RepoPath) => boolean,
): readonly RepoPath[] | undefined {
  const into = importers(graph);
  const ways = new Map<RepoPath, readonly RepoPath[]>([[path, [path]]]);
  for (const [file, way] of ways) {
    for (const { from, edge } of into.get(file) ?? []) {
      if (ways.has(from) || !counts(edge) || ends(from)) continue;
      if (isFrom(from)) return [from, ...way];
      ways.set(from, [from, ...way]);
    }
  }
  return undefined;
}
