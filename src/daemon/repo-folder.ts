import { realpathSync } from 'node:fs';
import path from 'node:path';
import { parseRepoPath, type RepoPath } from '../model/path.ts';

/** Folders remembered; shells ask from the same few again and again. */
const MOST_REMEMBERED = 1000;

/** From an absolute folder to one in the repository, by whatever links it is reached; `undefined` outside. */
export function repoFolder(root: string): (absolute: string) => RepoPath | undefined {
  const known = new Map<string, RepoPath | undefined>();
  return (absolute) => {
    if (known.has(absolute)) return known.get(absolute);
    let real = path.resolve(root, absolute);
    try {
      real = realpathSync(real);
    } catch {
      // a folder that is gone: judged by its name
    }
    const inside = parseRepoPath(path.relative(root, real));
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(absolute, inside);
    return inside;
  };
}
