import { type RepoPath, repoPath } from '../model/path.ts';
import type { Settings } from '../model/settings.ts';
import { globTest } from '../repository/globs.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import { type Format, formatOf, isVendored } from './formats.ts';

export interface Discovered {
  readonly path: RepoPath;
  readonly format: Format;
  /** The folder it governs. */
  readonly folder: RepoPath;
}

/** The instruction files of a repository by name, sorted; vendored, ignored, excluded and submodule copies are left out. */
export function discover(view: RepositoryView, settings: Settings): readonly Discovered[] {
  const named = settings.instructions?.length ? globTest(settings.instructions) : () => false;
  const excluded = settings.exclude?.length ? globTest(settings.exclude) : () => false;
  const candidates = view.files().flatMap((path): readonly Discovered[] => {
    if (named(path)) return [{ path, ...(formatOf(path) ?? { format: 'named' as const, folder: repoPath('') }) }];
    const found = formatOf(path);
    return found && !isVendored(path) ? [{ path, ...found }] : [];
  });
  const submodules = candidates.length > 0 ? submodulesOf(view) : [];
  return candidates.filter(
    ({ path }) => !excluded(path) && !submodules.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** Folders that git lists as submodules; without git the walk would enter them. */
function submodulesOf(view: RepositoryView): readonly string[] {
  const text = textOf(view, repoPath('.gitmodules')) ?? '';
  return [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].flatMap((found) => found[1] ?? []);
}
