import picomatch from 'picomatch';
import type { RepoPath } from '../model/path.ts';
import type { Scope } from '../model/rule.ts';

export type PathTest = (path: RepoPath) => boolean;

const OPTIONS = { dot: true, strictSlashes: false } as const;

/** A test for any of these globs over repository paths. `src/` and `src` mean the folder with all below it. */
export function globTest(globs: readonly string[]): PathTest {
  const test = picomatch(globs.flatMap(withDescendants), OPTIONS);
  return (path) => test(path);
}

function withDescendants(glob: string): string[] {
  const bare = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (bare === '' || bare === '.') return ['**'];
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return /[*?[{]/.test(last) && !glob.endsWith('/') ? [bare] : [bare, `${bare}/**`];
}

/** Does a rule of this scope hold for a file? */
export function scopeTest(scope: Scope | undefined): PathTest {
  const included = scope?.include ? globTest(scope.include) : () => true;
  const excluded = scope?.exclude ? globTest(scope.exclude) : () => false;
  return (path) => included(path) && !excluded(path);
}

/** Does a rule of this scope hold for what runs in a folder? A folder counts if a file in it could be in scope. */
export function folderScopeTest(scope: Scope | undefined): PathTest {
  if (!scope?.include && !scope?.exclude) return () => true;
  const roots = scope.include?.map((glob) => picomatch.scan(glob).base.replace(/\/$/, ''));
  const excluded = scope.exclude ? globTest(scope.exclude) : () => false;
  return (folder) =>
    (roots?.some((root) => root === '' || folder === root || folder.startsWith(`${root}/`)) ?? true) &&
    !excluded(folder);
}
