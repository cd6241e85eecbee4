import { globTest } from '../../../repository/globs.ts';
import { type Compile, targetText } from '../contract.ts';
import { compileTarget } from '../target.ts';

/** An import that every such file must have. */
export const compileRequired: Compile<'required'> = (contract, inScope) => {
  const isFrom = globTest(contract.from);
  const target = compileTarget(contract.to);
  return {
    breaks(path, graph) {
      if (!isFrom(path) || !inScope(path) || target.holds(path) || graph.problem(path) !== undefined) return [];
      if (!graph.has(path) || graph.edges(path).some(target.meets)) return [];
      const wanted = targetText(contract.to);
      return [{ message: `an import of ${wanted} is missing.`, found: `no import of ${wanted}` }];
    },
  };
};
