import { proseHash } from '../instructions/hash.ts';
import { Failure } from '../model/failure.ts';
import { parseRepoPath } from '../model/path.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import type { RulebookCache } from '../rulebook/cache.ts';
import type { WrittenRule } from '../rulebook/files.ts';

/**
 * Holds hand-written rules to the same proof as compiled ones. Throws a {@link Failure} `unproven-rule` that names
 * the rule, its file and line, and the example that is *missing* (not caught) or *noisy* (a false alarm).
 */
export async function proveWritten(
  written: readonly WrittenRule[],
  view: RepositoryView,
  cache?: RulebookCache,
): Promise<void> {
  if (written.length === 0) return;
  const key = proseHash(JSON.stringify(written));
  if (cache?.isProven(key)) return;
  const { prove } = await import('./proof.ts');
  const [failure] = await prove(
    written.map(({ rule }) => rule),
    view,
  );
  if (!failure) {
    cache?.setProven(key);
    return;
  }
  const { rule, outcome, reason } = failure;
  const file = written.find((each) => each.rule.id === rule.id)?.file ?? rule.source.file;
  const told = outcome === 'rejected' ? reason : `it ${reason} (${outcome})`;
  throw new Failure('unproven-rule', `rule \`${rule.id}\` is not proven: ${told}`, {
    place: `${file}:${lineOf(rule.id, file, view)}:1`,
    remedy: 'correct the check or its evidence; a rule holds only if its own examples come out as they should',
  });
}

/** The 1-based line on which a rule says its id. */
function lineOf(id: string, file: string, view: RepositoryView): number {
  const path = parseRepoPath(file);
  const lines = (path === undefined ? undefined : textOf(view, path))?.split('\n') ?? [];
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => line.replace(/["']/g, '').trimEnd().endsWith(`id: ${id}`)),
    )
  );
}
