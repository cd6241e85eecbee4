import { folderOf, nameOf, type RepoPath } from '../../model/path.ts';
import type { Finding } from '../contract.ts';
import { firstPart, isConventional } from './conventional.ts';
import { arrivalsByCommand, type Compile } from './judge.ts';
import { compilePattern } from './pattern.ts';
import { compileSelector } from './selector.ts';
import { fits, restyle, styleNamed } from './style.ts';

/** Names of files or folders have one of some styles, or follow a pattern. */
export const compileNamed: Compile<'named'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  const pattern = contract.pattern === undefined ? undefined : compilePattern(contract.pattern);
  const styles = contract.style ?? [];
  const unknown = styles.find((style) => styleNamed(style) === undefined);
  if (unknown !== undefined) throw new RangeError(`not a case style: ${unknown}`);
  const ofFolders = contract.subject === 'folder';

  const isWrong = (path: RepoPath): boolean => {
    const name = nameOf(path);
    if (isConventional(name)) return false;
    const word = ofFolders ? name : firstPart(name);
    return (
      (styles.length > 0 && !styles.some((style) => fits(style, word))) ||
      (pattern !== undefined && !pattern.matchesWhole(name))
    );
  };

  const misnamed = (path: RepoPath): Finding => {
    const name = nameOf(path);
    const better = styles[0] === undefined ? undefined : restyle(styles[0], ofFolders ? name : firstPart(name));
    const wanted = [styles.join(' or '), contract.pattern === undefined ? '' : `\`${contract.pattern}\``];
    const suggestion =
      better === undefined ? undefined : `${better}${name.slice(ofFolders ? name.length : firstPart(name).length)}`;
    return {
      rule,
      location: { path },
      found: path,
      message: `the name \`${name}\` does not fit; expected ${wanted.filter((part) => part !== '').join(', ')}${
        suggestion !== undefined && suggestion !== name ? `, such as \`${suggestion}\`` : ''
      }.`,
    };
  };

  if (ofFolders) {
    return {
      // A folder is judged with each of its files, also with one that is not there yet: an old name is then not new.
      inspect: (path, view) =>
        foldersOf(path)
          .filter((folder) => selector.named(folder) && isWrong(folder) && view.kind(folder) === 'folder')
          .map(misnamed),
      act(action, context) {
        if (action.kind !== 'change' || !action.by || action.change === 'delete') return [];
        const moved = action.change === 'rename' && action.from && context.before.kind(action.from) === 'folder';
        return [...foldersOf(action.path), ...(moved ? [action.path] : [])]
          .filter((folder) => context.before.kind(folder) === 'absent' && selector.named(folder) && isWrong(folder))
          .map(misnamed);
      },
    };
  }
  return {
    inspect: (path, view) =>
      selector.named(path) && isWrong(path) && selector.stands(path, view) ? [misnamed(path)] : [],
    act(action, context) {
      if (selector.holds) return [];
      return arrivalsByCommand(action, context)
        .filter(
          ({ path, from }) =>
            (from === undefined || nameOf(from) !== nameOf(path)) && selector.named(path) && isWrong(path),
        )
        .map(({ path }) => misnamed(path));
    },
  };
};

/** The folders a path lies in, outermost first, without the root. */
function foldersOf(path: RepoPath): readonly RepoPath[] {
  const folders: RepoPath[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.unshift(folder);
  return folders;
}
