import { globTest } from '../../repository/globs.ts';
import type { Finding } from '../contract.ts';
import { type Arrival, arrivalsByCommand, type Compile, listed } from './judge.ts';
import { compileSelector } from './selector.ts';

/** Files of a kind lie in certain folders only. */
export const compilePlaced: Compile<'placed'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  const under = globTest(contract.under);
  const misplaced = (path: Arrival['path']): Finding => ({
    rule,
    location: { path },
    found: path,
    message: `\`${path}\` is out of place; such files belong under ${listed(contract.under)}.`,
  });
  return {
    inspect: (path, view) => (!under(path) && selector.stands(path, view) ? [misplaced(path)] : []),
    act(action, context) {
      const wrong = arrivalsByCommand(action, context).find(
        ({ path, from }) =>
          !under(path) &&
          (selector.holds
            ? from !== undefined && selector.named(path) && selector.matches(from, context.before)
            : selector.named(path)) &&
          // A file that was out of place before is not put there by the move.
          !(from !== undefined && selector.named(from) && !under(from)),
      );
      return wrong ? [misplaced(wrong.path)] : [];
    },
  };
};
