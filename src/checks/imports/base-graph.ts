import type { RepoPath } from '../../model/path.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import { type Facts, isManifest } from './fact.ts';
import { type ViewIndex, viewIndex } from './files.ts';
import type { ImportGraph } from './import-graph.ts';
import { languageOf } from './languages.ts';
import { factsOf, hashOf, keepIn, type Node, nodeOf, targetsOf } from './node.ts';
import { createResolver, questionsAbout, type Resolver } from './resolver.ts';

/** The graph of a view that lies below all others. It may change: on disk files come, go and get other contents. */
export interface BaseGraph extends ImportGraph {
  readonly index: ViewIndex;
  readonly resolver: Resolver;
  /** Another object whenever an answer may be another. */
  readonly moment: object;
  node(path: RepoPath): Node;
  facts(path: RepoPath): Facts;
  /** Takes in what has changed. */
  update(): void;
  /** Looks again at the latest of the files that were about to change; nothing else may tell that they have. */
  verify(latest: number): void;
  /** These files are about to change. */
  suspect(paths: Iterable<RepoPath>): void;
}

/** So many files that came or went are taken in one by one. */
const FEW = 200;
export const MAX_SUSPECTS = 16;

interface Known {
  readonly stamp: string;
  readonly facts: Facts;
  checked: object;
}

export function createBase(view: RepositoryView): BaseGraph {
  const facts = new Map<RepoPath, Known>();
  const nodes = new Map<RepoPath, Node>();
  const kept = new Map<unknown, unknown>();
  const suspects = new Set<RepoPath>();
  let index = viewIndex(view);
  let resolver = createResolver(view, () => index);
  let manifests: string | undefined;
  let moment = {};

  const turn = (): void => {
    nodes.clear();
    kept.clear();
    moment = {};
  };

  const factsAt = (path: RepoPath): Facts => {
    const known = facts.get(path);
    if (known?.checked === moment) return known.facts;
    const text = textOf(view, path);
    const stamp = text === undefined ? '' : hashOf(text);
    const fresh = known?.stamp === stamp ? known.facts : factsOf(path, text);
    facts.set(path, { stamp, facts: fresh, checked: moment });
    return fresh;
  };

  const base: BaseGraph = {
    view,
    get index() {
      return index;
    },
    get resolver() {
      return resolver;
    },
    get moment() {
      return moment;
    },
    node(path) {
      const known = nodes.get(path);
      if (known) return known;
      const made = nodeOf(path, factsAt(path), resolver);
      nodes.set(path, made);
      return made;
    },
    facts: factsAt,
    has: (path) => index.isFile(path),
    edges: (path) => base.node(path).edges,
    problem: (path) => base.node(path).problem,
    targets: (edge, from) => targetsOf(edge, from, (folder) => index.inFolder(folder)),
    files() {
      // Who asks for all files will follow many imports.
      index.take();
      return keepIn(kept, 'files', () => view.files().filter((path) => languageOf(path) !== undefined));
    },
    kept: (key, make) => keepIn(kept, key, make),

    update() {
      const list = index.list;
      if (!list) {
        // Nothing tells when files below come and go: nothing is kept from one question to the next.
        resolver = createResolver(view, () => index);
        turn();
        return;
      }
      const now = view.files();
      const state = now === list && manifests !== undefined ? manifests : manifestState(now, view);
      if (now !== list) takeIn(list, now, state === manifests);
      manifests = state;
    },

    verify(latest) {
      for (const path of latest === 0 ? [] : [...suspects].slice(-latest)) {
        const known = facts.get(path);
        const text = known && textOf(view, path);
        if (!known || known.stamp === (text === undefined ? '' : hashOf(text))) continue;
        facts.delete(path);
        const current = [...facts.values()].filter((other) => other.checked === moment);
        turn();
        for (const other of current) other.checked = moment;
      }
    },

    suspect(paths) {
      for (const path of paths) {
        suspects.delete(path);
        suspects.add(path);
      }
      for (const path of suspects) if (suspects.size > MAX_SUSPECTS) suspects.delete(path);
    },
  };

  const takeIn = (before: readonly RepoPath[], after: readonly RepoPath[], sameManifests: boolean): void => {
    const old = index;
    const was = new Set(before);
    const is = new Set(after);
    const changed = [...after.filter((path) => !was.has(path)), ...before.filter((path) => !is.has(path))];
    index = viewIndex(view, after);
    if (sameManifests && changed.length <= FEW) {
      const flipped = (folder: RepoPath) => old.count(folder) === 0 || index.count(folder) === 0;
      resolver.forget(questionsAbout(changed, flipped));
    } else resolver = createResolver(view, () => index);
    turn();
  };

  return base;
}

/** All manifests as one text: they decide how every import is resolved. */
function manifestState(list: readonly RepoPath[], view: RepositoryView): string {
  return hashOf(
    list
      .filter(isManifest)
      .map((path) => `${path}\0${textOf(view, path) ?? ''}`)
      .join('\0'),
  );
}
