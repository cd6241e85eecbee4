import path from 'node:path';
import { parseRepoPath, type RepoPath } from '../../model/path.ts';

/** Where a repository without a place on disk is thought to lie. */
const NOWHERE = '/.repository';
/** Stands for the home folder where it is not known from the place of the repository. */
const HOME = '/~';

/** Turns words of a command line into places. Places are absolute POSIX paths, without `.` and `..`. */
export interface Places {
  readonly root: string;
  /** `undefined` where the folder is unknown and the text relative, or the text is no path. */
  resolve(text: string, cwd: string | undefined): string | undefined;
  /** The path inside the repository, `undefined` outside. */
  inside(place: string): RepoPath | undefined;
  /** As rules write it: relative to the repository, `~/x`, or absolute. */
  shown(place: string): string;
}

const MAX_REMEMBERED = 2000;
const known = new Map<string, Places>();

export function placesOf(viewRoot: string): Places {
  const places = known.get(viewRoot) ?? newPlaces(viewRoot);
  if (known.size > 20) known.clear();
  known.set(viewRoot, places);
  return places;
}

function newPlaces(viewRoot: string): Places {
  const root = viewRoot === '' ? NOWHERE : viewRoot.replaceAll('\\', '/').replace(/(.)\/$/, '$1');
  const home = /^(\/home\/[^/]+|\/Users\/[^/]+|\/root)(?=\/)/.exec(root)?.[1] ?? HOME;
  const remembered = new Map<string, RepoPath | undefined>();
  const inside = (place: string): RepoPath | undefined => {
    if (place !== root && !place.startsWith(`${root}/`)) return undefined;
    if (remembered.has(place)) return remembered.get(place);
    if (remembered.size > MAX_REMEMBERED) remembered.clear();
    const path = parseRepoPath(place.slice(root.length + 1));
    remembered.set(place, path);
    return path;
  };
  return {
    root,
    resolve(text, cwd) {
      if (text === '' || text.includes('\0')) return undefined;
      if (text === '~' || text.startsWith('~/')) return path.posix.join(home, text.slice(1));
      if (text.startsWith('/')) return path.posix.normalize(text).replace(/(.)\/$/, '$1');
      if (/^[A-Za-z]:[\\/]/.test(text)) return `/${path.posix.normalize(text.replaceAll('\\', '/'))}`;
      return cwd === undefined ? undefined : path.posix.join(cwd, text).replace(/(.)\/$/, '$1');
    },
    inside,
    shown(place) {
      const here = inside(place);
      if (here !== undefined) return here === '' ? '.' : here;
      if (place === home) return '~';
      return place.startsWith(`${home}/`) ? `~${place.slice(home.length)}` : place;
    },
  };
}
