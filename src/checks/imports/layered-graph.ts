import type { RepoPath } from '../../model/path.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { BaseGraph } from './base-graph.ts';
import { isManifest } from './fact.ts';
import { changedIndex, type FileIndex } from './files.ts';
import type { ImportGraph } from './import-graph.ts';
import { languageOf } from './languages.ts';
import { factsOf, keepIn, type Node, nodeOf, targetsOf } from './node.ts';
import { createResolver, keyOf, questionsAbout, type Resolver } from './resolver.ts';

/** Contents by path; `undefined` for a file or folder that is deleted. */
export type Changes = ReadonlyMap<RepoPath, string | undefined>;

/** The graph of a view with changes laid over a base. Only what the changes concern is worked out anew. */
export function layeredGraph(base: BaseGraph, view: RepositoryView, changes: Changes): ImportGraph {
  const added = [...changes].flatMap(([path, content]) =>
    content !== undefined && !base.index.isFile(path) ? [path] : [],
  );
  const removed = removedFiles(base, changes);
  const index: FileIndex = added.length + removed.size === 0 ? base.index : changedIndex(base.index, added, removed);
  const manifests = [...changes.keys()].some(isManifest) || [...removed].some(isManifest);
  const questions = questionsAbout(
    [...added, ...removed],
    (folder) => base.index.isFolder(folder) !== index.isFolder(folder),
  );
  const moved = manifests || questions.length > 0;
  const isStale = (key: string) => manifests || base.resolver.hangs(key, questions);
  const own = createResolver(view, () => index);
  const resolver: Pick<Resolver, 'resolve'> = {
    resolve(language, fact, from) {
      const key = keyOf(language, fact, from);
      return (isStale(key) ? undefined : base.resolver.answer(key)) ?? own.resolve(language, fact, from);
    },
  };
  const nodes = new Map<RepoPath, Node>();
  const kept = new Map<unknown, unknown>();

  const nodeAt = (path: RepoPath): Node => {
    if (removed.has(path)) return nodeOf(path, factsOf(path, undefined), resolver);
    if (changes.get(path) !== undefined) return nodeOf(path, factsOf(path, textOf(view, path)), resolver);
    const below = base.node(path);
    if (!moved || !below.keys.some(isStale)) return below;
    return nodeOf(path, base.facts(path), resolver);
  };
  const node = (path: RepoPath): Node => {
    const known = nodes.get(path) ?? nodeAt(path);
    nodes.set(path, known);
    return known;
  };

  return {
    view,
    has: (path) => index.isFile(path),
    edges: (path) => node(path).edges,
    problem: (path) => node(path).problem,
    targets: (edge, from) => targetsOf(edge, from, (folder) => index.inFolder(folder)),
    files: () => keepIn(kept, 'files', () => view.files().filter((path) => languageOf(path) !== undefined)),
    kept: (key, make) => keepIn(kept, key, make),
  };
}

/** The files below that are deleted and not written again. */
function removedFiles(base: BaseGraph, changes: Changes): ReadonlySet<RepoPath> {
  const removed = new Set<RepoPath>();
  for (const [path, content] of changes) {
    if (content !== undefined) continue;
    if (base.index.isFile(path)) removed.add(path);
    else if (base.index.isFolder(path)) {
      const inside = base.view.files().filter((file) => file.startsWith(`${path}/`) && changes.get(file) === undefined);
      for (const file of inside) removed.add(file);
    }
  }
  return removed;
}
