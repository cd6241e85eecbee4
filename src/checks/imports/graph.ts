import type { RepositoryView } from '../../repository/view.ts';
import { type BaseGraph, createBase, MAX_SUSPECTS } from './base-graph.ts';
import type { ImportGraph } from './import-graph.ts';
import { type Changes, layeredGraph } from './layered-graph.ts';

/** Graphs of views. What is known of a view below serves all that are laid over it. */
export interface Graphs {
  of(view: RepositoryView): ImportGraph;
}

export function createGraphs(): Graphs {
  const bases = new WeakMap<RepositoryView, BaseGraph>();
  const laid = new WeakMap<RepositoryView, { readonly moment: object; readonly graph: ImportGraph }>();
  return {
    of(view) {
      const { below, changes } = flattened(view);
      const base = bases.get(below) ?? createBase(below);
      bases.set(below, base);
      base.update();
      const known = laid.get(view);
      // The first look at a view laid over is the beginning of an event: time to see what became of the last ones.
      base.verify(changes.size === 0 ? 2 : known ? 0 : MAX_SUSPECTS);
      base.suspect(changes.keys());
      if (changes.size === 0) return base;
      if (known?.moment === base.moment) return known.graph;
      const graph = layeredGraph(base, view, changes);
      laid.set(view, { moment: base.moment, graph });
      return graph;
    },
  };
}

/** The view at the bottom, and all changes laid over it as one. */
function flattened(view: RepositoryView): { readonly below: RepositoryView; readonly changes: Changes } {
  if (!view.layer) return { below: view, changes: new Map() };
  const { below, changes } = flattened(view.layer.below);
  const merged = new Map(changes);
  const layer = [...view.layer.changes];
  for (const [path, content] of layer) {
    if (content !== undefined) continue;
    for (const known of merged.keys()) if (known === path || known.startsWith(`${path}/`)) merged.delete(known);
    merged.set(path, undefined);
  }
  for (const [path, content] of layer) if (content !== undefined) merged.set(path, content);
  return { below, changes: merged };
}
