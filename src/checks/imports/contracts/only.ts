import { globTest } from '../../../repository/globs.ts';
import { type Compile, reachedName, shown, targetText } from '../contract.ts';
import type { Edge } from '../fact.ts';
import { compileTarget, reachesPath } from '../target.ts';

/** A list of all that may be imported. It speaks of the kinds it names: files, packages, built-in modules. */
export const compileOnly: Compile<'only'> = (contract, inScope) => {
  const isFrom = contract.from ? globTest(contract.from) : () => true;
  const own = contract.from ? globTest(contract.from) : () => false;
  const target = compileTarget(contract.to);
  const among = contract.among ? compileTarget(contract.among) : undefined;
  const { paths, packages, builtins } = contract.to;
  const anyKind = !paths && !packages && !builtins;
  const isConcerned = (edge: Edge): boolean => {
    if (among) return among.meets(edge);
    if (anyKind) return true;
    if (edge.to.kind === 'builtin') return builtins !== undefined;
    return edge.to.kind === 'package' ? packages !== undefined : paths !== undefined;
  };
  return {
    breaks(path, graph) {
      if (!isFrom(path) || !inScope(path)) return [];
      return graph
        .edges(path)
        .filter((edge) => isConcerned(edge) && !target.covers(edge) && !reachesPath(edge.to, own))
        .map((edge) => ({
          edge,
          message: `${shown(edge)} may not be imported here; only ${targetText(contract.to)} may.`,
          found: reachedName(edge),
        }));
    },
  };
};
