import type { Engine } from '../engine/engine.ts';
import { newSession } from '../engine/session.ts';
import type { RepoPath } from '../model/path.ts';
import type { Violation } from '../model/verdict.ts';
import { overlay } from '../repository/overlay.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** Files that one answer looks at, at most. */
const MOST_FILES = 40;

/**
 * Violations that stand in these files now and did not in `base` (the last commit): what the work since
 * then has brought and not yet repaired.
 */
export async function standing(
  paths: readonly RepoPath[],
  engine: Engine,
  now: RepositoryView,
  base: ReadonlyMap<RepoPath, string>,
): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  for (const path of paths.slice(-MOST_FILES)) {
    const content = textOf(now, path);
    if (content === undefined || now.ignored(path)) continue;
    const before = overlay(now, new Map([[path, base.get(path)]]));
    const verdict = await engine.judge(
      { kind: 'write', phase: 'before', session: 'standing', path, content },
      before,
      newSession('standing'),
    );
    violations.push(...verdict.violations);
  }
  return violations;
}
