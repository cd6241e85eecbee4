import type { RepoPath } from '../../../model/path.ts';

/** A path that does not exist (yet) as a glob. A bare name may lie in any folder. */
export function globOf(text: string, from: RepoPath, folder: boolean, folders: ReadonlySet<RepoPath>): string {
  const glob = written(text, from, folder);
  // `src/**` where each package has a `src` of its own, and the root has none.
  const first = /^([\w.-]+)\/.*\*/.exec(text)?.[1];
  const lies = (path: string) => folders.has(path as RepoPath);
  if (first === undefined || lies(first) || lies(`${from}/${first}`)) return glob;
  const inner = [...folders].some((each) => each.endsWith(`/${first}`) && each.startsWith(from));
  return inner ? `${from === '' ? '' : `${from}/`}**/${text}` : glob;
}

function written(text: string, from: RepoPath, folder: boolean): string {
  const bare = text
    .replace(/^\.?\//, '')
    .replace(/\/+$/, '')
    .replaceAll(/<[^>]*>|\{\{?\w+\}?\}|\[\w+\]/g, '*');
  const base = from === '' || bare.startsWith(`${from}/`) ? '' : `${from}/`;
  const anywhere = bare.includes('/') || bare.startsWith('*') ? `${base}${bare}` : `${base}**/${bare}`;
  if (/^\*+\//.test(bare)) return `${base}**/${bare.replace(/^\*+\//, '')}${folder ? '/**' : ''}`;
  return folder ? `${anywhere}/**` : bare.startsWith('*') && !bare.includes('/') ? `${base}**/${bare}` : anywhere;
}

/** What is excepted by a path that is not there (yet) and has no extension may be a folder. */
export function andBelow(glob: string): readonly string[] {
  return /\/[\w-]+$/.test(glob) ? [glob, `${glob}/**`] : [glob];
}
