import { statSync } from 'node:fs';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Settings } from '../model/settings.ts';
import { type DiskView, diskView } from '../repository/disk.ts';
import { diskCache } from '../rulebook/cache.ts';
import { type Drift, driftOf, knownDriftOf } from '../rulebook/drift.ts';
import { loadRules } from '../rulebook/load.ts';
import { createEngine, type Engine } from './engine.ts';
import { createGuard, type Guard } from './guard.ts';
import { proveWritten } from './prove-written.ts';

/** A repository with its rules in force, ready to judge. */
export interface OpenRepository {
  /** Absolute, links resolved. */
  readonly root: string;
  readonly view: DiskView;
  readonly engine: Engine;
  readonly guard: Guard;
  readonly rules: readonly Rule[];
  readonly rulebook: Rulebook;
  readonly settings: Settings;
  readonly warnings: readonly string[];
  /** How the prose differs from the rulebook now; asked each time, as the prose may change. */
  drift(): Drift;
  /** The same without files that are new, for which the whole tree would have to be listed. */
  knownDrift(): Drift;
}

/**
 * Opens the repository at a root for the doors. Throws a {@link Failure}: `not-a-directory`, `no-rulebook`,
 * `invalid-rulebook`, `invalid-settings`, `invalid-rule-file`, `unproven-rule`.
 */
export async function openRepository(root: string): Promise<OpenRepository> {
  const view = viewOf(root);
  const cache = diskCache(view.root);
  const { rules, rulebook, written, settings, warnings } = await loadRules(view, cache);
  if (!rulebook) {
    throw new Failure('no-rulebook', 'there is no rulebook (.bylaw/rulebook.yaml)', {
      place: view.root,
      remedy: 'make one of the instruction files: bylaw compile',
    });
  }
  await proveWritten(written, view, cache);
  const engine = createEngine(rules, view);
  return {
    root: view.root,
    view,
    engine,
    guard: createGuard(engine, view),
    rules,
    rulebook,
    settings,
    warnings,
    drift: () => driftOf(rulebook, view, settings),
    knownDrift: () => knownDriftOf(rulebook, view),
  };
}

/** The files of a folder on disk; throws a Failure `not-a-directory` for anything else. */
export function viewOf(root: string): DiskView {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure('not-a-directory', 'there is no such folder', { place: root });
  }
  return diskView(root);
}
