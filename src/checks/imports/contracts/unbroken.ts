import type { RepoPath } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import { type BreakElsewhere, type Compile, shown } from '../contract.ts';
import { importers } from '../trace.ts';

/** A file that others import stays where it is, or they are changed first. Only deletions and moves are judged. */
export const compileUnbroken: Compile<'unbroken'> = (contract, inScope) => {
  const isFrom = contract.from ? globTest(contract.from) : () => true;
  return {
    breaks: () => [],
    leavesBehind(gone, before, after) {
      const into = importers(before);
      const leaving = new Set(gone);
      const found = new Map<RepoPath, BreakElsewhere>();
      for (const file of gone) {
        for (const { from, edge } of into.get(file) ?? []) {
          if (leaving.has(from) || found.has(from) || !isFrom(from) || !inScope(from) || edge.to.kind !== 'file')
            continue;
          // Another file may have come in its place, as an index file or with another extension.
          const leadsOn = after
            .edges(from)
            .some(
              (now) => now.fact.specifier === edge.fact.specifier && now.to.kind !== 'missing' && now.to.path !== file,
            );
          if (leadsOn) continue;
          found.set(from, {
            path: from,
            edge,
            message: `\`${from}\` still imports ${shown(edge)}; change that import first.`,
            found: `${from} → ${file}`,
          });
        }
      }
      return [...found.values()];
    },
  };
};
