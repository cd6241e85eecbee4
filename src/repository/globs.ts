import picomatch from 'picomatch';
import type { RepoPath } from '../model/path.ts';
import type { Scope } from '../model/rule.ts';

export type PathTest = (path: RepoPath) => boolean;

const OPTIONS = { dot: true, strictSlashes: false } as const;

/** A test for any of these globs over repository paths. `src/` and `src` mean the folder with all below it. */
export function globTest(globs: readonly string[]): PathTest {
  const tests = globs.flatMap(withDescendants).map(testOf);
  return (path) => tests.some((test) => test(path));
}

/** Globs whose tests are kept: rules share the places they hold for. */
const MOST_KEPT = 2000;
const kept = new Map<string, PathTest>();

function testOf(glob: string): PathTest {
  const known = kept.get(glob);
  if (known) return known;
  const made = picomatch(glob, OPTIONS);
  const test: PathTest = (path) => made(path);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(glob, test);
  return test;
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
