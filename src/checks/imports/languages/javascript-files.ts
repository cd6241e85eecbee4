import type { RepoPath } from '../../../model/path.ts';
import { table } from '../../../model/table.ts';
import type { Places, Reached } from '../fact.ts';

const EXTENSIONS = [
  '.ts',
  '.tsx',
  '.d.ts',
  '.js',
  '.jsx',
  '.mts',
  '.cts',
  '.mjs',
  '.cjs',
  '.json',
  '.vue',
  '.svelte',
  '.astro',
];
/** TypeScript writes the extension of the output. */
const SOURCES: Readonly<Record<string, readonly string[]>> = table({
  '.js': ['.ts', '.tsx', '.d.ts', '.jsx'],
  '.jsx': ['.tsx', '.d.ts'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
});

/** The file that a path without or with extension means, or the folder it is; `undefined` where there is nothing. */
export function fileAt(path: RepoPath, places: Places): Reached | undefined {
  if (places.isFile(path)) return { kind: 'file', path };
  const written = /\.[cm]?jsx?$/.exec(path)?.[0];
  if (written !== undefined) {
    const found = probe(path.slice(0, -written.length), SOURCES[written] ?? [], places);
    if (found) return found;
  }
  const found = probe(path, EXTENSIONS, places);
  return found ?? folderAt(path, places);
}

/** The index file of a folder, or the folder. */
export function folderAt(path: RepoPath, places: Places): Reached | undefined {
  if (!places.isFolder(path)) return undefined;
  return probe(path === '' ? 'index' : `${path}/index`, EXTENSIONS, places) ?? { kind: 'folder', path };
}

function probe(stem: string, extensions: readonly string[], places: Places): Reached | undefined {
  for (const extension of extensions) {
    const path = `${stem}${extension}` as RepoPath;
    if (places.isFile(path)) return { kind: 'file', path };
  }
  return undefined;
}
