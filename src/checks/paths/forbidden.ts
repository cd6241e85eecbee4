import type { RepoPath } from '../../model/path.ts';
import type { Finding } from '../contract.ts';
import { arrivalsByCommand, type Compile } from './judge.ts';
import { compileSelector } from './selector.ts';

/** Files that must not be there, or must not come to be. */
export const compileForbidden: Compile<'forbidden'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  const forbidden = (path: RepoPath): Finding => ({
    rule,
    location: { path },
    found: path,
    message: `${contract.new ? 'a new file' : 'a file'} \`${path}\` is not allowed here.`,
  });
  return {
    ...(!contract.new && {
      inspect: (path, view) => (selector.stands(path, view) ? [forbidden(path)] : []),
    }),
    act(action, context) {
      const { before, after } = context;
      if (contract.new && action.kind === 'change' && !action.by && before.kind(action.path) === 'absent') {
        const comes = action.change === 'create' || action.change === 'rename';
        const moved = action.from !== undefined && selector.matches(action.from, before);
        return comes && !moved && selector.matches(action.path, after) ? [forbidden(action.path)] : [];
      }
      const wrong = arrivalsByCommand(action, context).find(
        ({ path, from }) =>
          (selector.holds
            ? from !== undefined && selector.named(path) && selector.matches(from, before)
            : selector.named(path)) && !(from !== undefined && selector.matches(from, before)),
      );
      return wrong ? [forbidden(wrong.path)] : [];
    },
  };
};
