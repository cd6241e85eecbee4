import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { anyOf, type Compile, reachedName, shown } from '../contract.ts';
import { spellings } from '../target.ts';

/** Layers from the highest to the lowest: imports go down only, or only to the next one. */
export const compileLayers: Compile<'layers'> = (contract, inScope) => {
  const layers = contract.layers.map((globs) => ({ globs, test: globTest(globs) }));
  const layerOf = (path: RepoPath): number => layers.findIndex(({ test }) => test(path));
  const nameOf = (layer: number): string => anyOf(layers[layer]?.globs);
  return {
    breaks(path, graph) {
      const own = layerOf(path);
      if (own < 0 || !inScope(path)) return [];
      return graph.edges(path).flatMap((edge) => {
        const other = Math.max(-1, ...spellings(edge.to).map(layerOf));
        const isUp = other >= 0 && other < own;
        const skips = contract.adjacent === true && other > own + 1;
        if (!isUp && !skips) return [];
        const why = isUp
          ? `layer ${nameOf(own)} lies below ${nameOf(other)} and may not import it`
          : `layer ${nameOf(own)} may only import the next one, ${nameOf(own + 1)}`;
        return [{ edge, message: `${why}: ${shown(edge)}.`, found: reachedName(edge) }];
      });
    },
  };
};
