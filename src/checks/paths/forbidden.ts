import { folderOf, type RepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import type { ActContext, Action, Finding } from '../contract.ts';
import { arrivalsByCommand, type Compile } from './judge.ts';
import { compileSelector, filesBelow, type Selector } from './selector.ts';

/** Files that must not be there, or must not come to be. */
export const compileForbidden: Compile<'forbidden'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  if (contract.subject === 'folder') return { act: (action, context) => newFolders(action, context, rule, selector) };
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

/** Folders that come to be with a file. An empty one is as good as none. */
function newFolders(action: Action, context: ActContext, rule: Rule, selector: Selector): readonly Finding[] {
  const { before } = context;
  if (action.kind !== 'change' || (action.change !== 'create' && action.change !== 'rename')) return [];
  const paths = action.by ? arrivalsByCommand(action, context).map(({ path }) => path) : [action.path];
  const [folder] = paths
    .filter((path) => !before.ignored(path))
    .flatMap(foldersAbove)
    .filter((each) => selector.named(each) && filesBelow(each, before).length === 0);
  return folder === undefined
    ? []
    : [{ rule, location: { path: folder }, found: folder, message: `a new folder \`${folder}\` is not allowed here.` }];
}

function foldersAbove(path: RepoPath): readonly RepoPath[] {
  const folder = folderOf(path);
  return folder === '' ? [] : [...foldersAbove(folder), folder];
}
