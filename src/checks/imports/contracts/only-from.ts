import { globTest } from '../../../repository/globs.ts';
import { anyOf, type Compile, reachedName, shown } from '../contract.ts';
import { compileTarget } from '../target.ts';

/** A target that only some files may import. */
export const compileOnlyFrom: Compile<'only-from'> = (contract, inScope) => {
  const allowed = globTest(contract.from);
  const target = compileTarget(contract.to);
  return {
    breaks(path, graph) {
      if (allowed(path) || target.holds(path) || !inScope(path)) return [];
      return graph
        .edges(path)
        .filter((edge) => target.meets(edge) && !(contract.typeOnly === 'allow' && edge.fact.typeOnly))
        .map((edge) => ({
          edge,
          message: `${shown(edge)} may only be imported from ${anyOf(contract.from)}.`,
          found: [reachedName(edge), ...target.symbols(edge)].join(' '),
        }));
    },
  };
};
