import type { RepositoryView } from '../repository/view.ts';
import type { WrittenRule } from './files.ts';
import { standingOf } from './quote.ts';

/** Adopted rules whose prose is gone, each told in one line with what to do. */
export function staleWarnings(written: readonly WrittenRule[], view: RepositoryView): readonly string[] {
  return written.flatMap(({ rule, file }) => {
    if (rule.origin !== 'adopted') return [];
    const { kind } = standingOf(rule.source, view);
    if (kind === 'there' || kind === 'moved') return [];
    const says = `"${rule.source.quote.slice(0, 80)}"`;
    return kind === 'gone'
      ? [
          `${file}: ${rule.source.file} no longer says ${says}; delete the rule, or draft it anew: bylaw draft ${rule.id}`,
        ]
      : [`${file}: ${rule.source.file}, which said ${says}, is gone; delete the rule`];
  });
}
