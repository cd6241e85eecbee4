import type * as z from 'zod';
import type { fileSelectorSchema } from '../../model/checks/paths.ts';
import type { RepoPath } from '../../model/path.ts';
import type { Scope } from '../../model/rule.ts';
import { globTest, type PathTest, scopeTest } from '../../repository/globs.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** Which files a contract speaks of, within the scope of its rule. */
export interface Selector {
  readonly include: readonly string[];
  readonly holds: Pattern | undefined;
  /** By path alone. */
  named: PathTest;
  /** By path, and by its text in this view where the contract asks for text. */
  matches(path: RepoPath, view: RepositoryView): boolean;
  /** As `matches`, for a file that stands in this view. */
  stands(path: RepoPath, view: RepositoryView): boolean;
  /** The files of a view that lie below a folder and match. */
  below(folder: RepoPath, view: RepositoryView): readonly RepoPath[];
}

/** Throws a RangeError for an invalid `holds`. */
export function compileSelector(files: z.infer<typeof fileSelectorSchema>, scope: Scope | undefined): Selector {
  const included = globTest(files.include);
  const excluded = files.exclude ? globTest(files.exclude) : () => false;
  const inScope = scopeTest(scope);
  const holds = files.holds === undefined ? undefined : compilePattern(files.holds);
  const named: PathTest = (path) => included(path) && !excluded(path) && inScope(path);
  const matches = (path: RepoPath, view: RepositoryView): boolean => {
    if (!named(path)) return false;
    if (!holds) return true;
    const text = textOf(view, path);
    return text !== undefined && holds.finds(text);
  };
  return {
    include: files.include,
    holds,
    named,
    matches,
    stands: (path, view) => matches(path, view) && (holds !== undefined || view.kind(path) === 'file'),
    below: (folder, view) => filesBelow(folder, view).filter((path) => matches(path, view)),
  };
}

/** All files below a folder of a view, sorted. */
export function filesBelow(folder: RepoPath, view: RepositoryView): readonly RepoPath[] {
  const files = view.files();
  return folder === '' ? files : files.filter((path) => path.startsWith(`${folder}/`));
}
