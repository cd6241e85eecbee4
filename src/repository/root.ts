import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { git } from './git.ts';

/** The root of the git work tree a folder lies in; without git the nearest folder above with `.bylaw`, or the folder itself. */
export function findRoot(folder: string): string {
  const start = path.resolve(folder);
  return workTreeOf(start) ?? above(start, (each) => isFolder(path.join(each, '.bylaw'))) ?? start;
}

/** As git says it. Git itself is started only where its environment may say otherwise: that takes longer than to look. */
function workTreeOf(folder: string): string | undefined {
  const { GIT_DIR, GIT_WORK_TREE, GIT_CEILING_DIRECTORIES } = process.env;
  const inside = folder.split(path.sep).includes('.git');
  if (GIT_DIR === undefined && GIT_WORK_TREE === undefined && GIT_CEILING_DIRECTORIES === undefined && !inside) {
    const root = above(physical(folder), (each) => existsSync(path.join(each, '.git')));
    if (root === undefined || existsSync(path.join(root, '.git', 'HEAD'))) return root;
  }
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.toString('utf8').trim();
  return top ? path.resolve(top) : undefined;
}

function above(start: string, is: (folder: string) => boolean): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (is(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Without links, as git shows it. */
function physical(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
