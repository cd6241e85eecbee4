/** A path relative to the repository root: POSIX separators, no `.` or `..` segments; the root itself is `''`. */
export type RepoPath = string & { readonly __repoPath: unique symbol };

/**
 * Normalises a relative path (either separator, `./`, doubled slashes).
 * Returns `undefined` for an absolute path and for one that leaves the repository.
 */
export function parseRepoPath(text: string): RepoPath | undefined {
  const posix = text.replaceAll('\\', '/');
  if (posix.startsWith('/') || /^[A-Za-z]:\//.test(posix) || posix.includes('\0')) return undefined;
  const kept: string[] = [];
  for (const segment of posix.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (kept.pop() === undefined) return undefined;
    } else kept.push(segment);
  }
  return kept.join('/') as RepoPath;
}

/** As {@link parseRepoPath}; throws a RangeError where that returns `undefined`. */
export function repoPath(text: string): RepoPath {
  const path = parseRepoPath(text);
  if (path === undefined) throw new RangeError(`not a path inside the repository: ${text}`);
  return path;
}

/** Joins a folder and a path relative to it; an absolute or escaping result is `undefined`. */
export function joinRepoPath(folder: RepoPath, relative: string): RepoPath | undefined {
  if (relative.startsWith('/')) return undefined;
  return parseRepoPath(folder === '' ? relative : `${folder}/${relative}`);
}

/** The folder of a path; `''` for a file at the root. */
export function folderOf(path: RepoPath): RepoPath {
  const cut = path.lastIndexOf('/');
  return (cut < 0 ? '' : path.slice(0, cut)) as RepoPath;
}

/** The last segment of a path. */
export function nameOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
