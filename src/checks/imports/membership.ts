import picomatch from 'picomatch';
import type { RepoPath } from '../../model/path.ts';

/** The module a path belongs to: the shortest beginning of it that one of the globs means; `features/*` means each child folder. */
export function membership(globs: readonly string[]): (path: RepoPath) => RepoPath | undefined {
  const plain = globs.map((glob) =>
    glob
      .replace(/^\.?\//, '')
      .replace(/\/\*\*(?:\/\*)?$/, '')
      .replace(/\/+$/, ''),
  );
  const test = picomatch(plain, { dot: true });
  const literal = new Set(plain.filter((glob) => !/[*?[{]/.test(glob)));
  return (path) => {
    for (let cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', cut + 1)) {
      const folder = path.slice(0, cut) as RepoPath;
      if (test(folder)) return folder;
    }
    return literal.has(path) ? path : undefined;
  };
}
