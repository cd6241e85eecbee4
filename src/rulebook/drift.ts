import { discover } from '../instructions/discover.ts';
import { proseHash } from '../instructions/hash.ts';
import { parseRepoPath } from '../model/path.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Settings } from '../model/settings.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** How the prose differs from what the rulebook was compiled from; file names, sorted. */
export interface Drift {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares by hash, so it costs no reading of Markdown: an import that is new means a file that has changed. */
export function driftOf(rulebook: Rulebook, view: RepositoryView, settings: Settings): Drift {
  const added = discover(view, settings)
    .map(({ path }) => path)
    .filter((path) => !(path in rulebook.prose) && textOf(view, path) !== undefined);
  return { ...knownDriftOf(rulebook, view), added };
}

/** How the files that the rulebook was compiled from differ from what they were. */
export function knownDriftOf(rulebook: Rulebook, view: RepositoryView): Drift {
  const changed: string[] = [];
  const removed: string[] = [];
  for (const [file, hash] of Object.entries(rulebook.prose)) {
    const path = parseRepoPath(file);
    const text = path === undefined ? undefined : textOf(view, path);
    if (text === undefined) removed.push(file);
    else if (proseHash(text) !== hash) changed.push(file);
  }
  return { changed: changed.sort(), added: [], removed: removed.sort() };
}

export function hasDrifted(drift: Drift): boolean {
  return drift.changed.length + drift.added.length + drift.removed.length > 0;
}

/** In one line: `AGENTS.md has changed, docs/AGENTS.md is new`. */
export function describeDrift(drift: Drift): string {
  return [
    ...drift.changed.map((file) => `${file} has changed`),
    ...drift.added.map((file) => `${file} is new`),
    ...drift.removed.map((file) => `${file} is gone`),
  ].join(', ');
}
