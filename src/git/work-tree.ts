import { parseRepoPath, type RepoPath } from '../model/path.ts';
import { runGit } from './run.ts';

/** Files of the work tree that differ from the last commit, new ones too; deleted ones are left out. */
export function changedInWorkTree(root: string): readonly RepoPath[] {
  const { out, status } = runGit(root, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames'], {
    allowed: [128],
  });
  if (status !== 0) return [];
  return out
    .toString('utf8')
    .split('\0')
    .flatMap((record) => {
      const path = parseRepoPath(record.slice(3));
      return record.length < 4 || record.slice(0, 2).includes('D') || path === undefined ? [] : [path];
    });
}
