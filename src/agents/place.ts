import { realpathSync } from 'node:fs';
import path from 'node:path';
import { parseRepoPath, type RepoPath } from '../model/path.ts';

/** Where a host's paths are meant: its folder, its name for the work space, and the root that rules are about. */
export interface Place {
  /** Absolute, real path of the repository. */
  readonly root: string;
  readonly base?: string | undefined;
  readonly cwd?: string | undefined;
}

/**
 * A host's path (absolute or relative, either separator, drive letters, `~`) as a repository path;
 * `undefined` for one outside the repository.
 */
export function locate(hostPath: string, place: Place): RepoPath | undefined {
  const wanted = plain(hostPath.startsWith('file://') ? decodeURIComponent(hostPath.slice(7)) : hostPath);
  const absolute = isAbsolute(wanted) ? tidy(wanted) : tidy(`${folderOf(place)}/${wanted}`);
  for (const root of rootsOf(place)) {
    const inside = below(root, absolute);
    if (inside !== undefined) return parseRepoPath(inside);
  }
  const inside = below(plain(place.root), plain(real(absolute)));
  return inside === undefined ? undefined : parseRepoPath(inside);
}

/** Names for the root: the real one, and the host's name for it where that is not a folder on this disk. */
function rootsOf(place: Place): readonly string[] {
  const root = plain(place.root);
  const base = place.base === undefined || place.base === '' ? undefined : tidy(plain(place.base));
  if (base === undefined || base === root || exists(base)) return [root];
  return [root, base];
}

function folderOf(place: Place): string {
  const folder = [place.cwd, place.base, place.root].find((one) => one !== undefined && one !== '') ?? place.root;
  const posix = plain(folder);
  return isAbsolute(posix) ? posix : `${plain(place.root)}/${posix}`;
}

/** Forward slashes, and no slash in front of a drive letter (`/C:/x` is `c:/x`). */
function plain(hostPath: string): string {
  const windows = /^\/?[A-Za-z]:[\\/]/.test(hostPath) || process.platform === 'win32' || /^[^/]*\\/.test(hostPath);
  const posix = windows ? hostPath.replaceAll('\\', '/') : hostPath;
  const home = posix.startsWith('~/') ? `${process.env.HOME ?? '~'}${posix.slice(1)}` : posix;
  return home.replace(/^\/?([A-Za-z]):\//, (_, drive: string) => `${drive.toLowerCase()}:/`);
}

function isAbsolute(posix: string): boolean {
  return posix.startsWith('/') || /^[a-z]:\//.test(posix);
}

function tidy(posix: string): string {
  return path.posix.normalize(posix).replace(/(.)\/$/, '$1');
}

function below(root: string, absolute: string): string | undefined {
  if (absolute === root) return '';
  return absolute.startsWith(root.endsWith('/') ? root : `${root}/`) ? absolute.slice(root.length + 1) : undefined;
}

function exists(absolute: string): boolean {
  try {
    realpathSync(absolute);
    return true;
  } catch {
    return false;
  }
}

/** The path with the links of its deepest existing folder followed. */
function real(absolute: string): string {
  let head = absolute;
  let tail = '';
  while (true) {
    try {
      return path.posix.join(realpathSync(head), tail);
    } catch {
      const up = path.posix.dirname(head);
      if (up === head) return absolute;
      tail = path.posix.join(path.posix.basename(head), tail);
      head = up;
    }
  }
}
