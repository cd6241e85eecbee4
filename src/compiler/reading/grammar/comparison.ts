import type { Mention } from '../../../model/intent.ts';
import { isThing, type ReadClause } from '../setting.ts';

/**
 * What a clause sets its things against, without what is no alternative to them: in "`mypy` over `src`" and
 * "`setup.cfg` → `version` (not `metadata.version`)" nothing is chosen, and a flag does not stand in for code.
 */
export function comparable(read: ReadClause): readonly Mention[] {
  const { clause, setting } = read;
  if (read.stance === 'forbid') return read.contrast;
  // "It fails at runtime, not at `x`" says where, not what to use.
  if (['at', 'during', 'until'].includes(clause.contrast[0]?.low ?? '')) return [];
  const [first] = [...read.object, ...read.label, ...read.subject].filter(isThing);
  if (first === undefined) return read.contrast;
  const bare = clause.verb === undefined && setting.polarity === undefined;
  if (bare && /→|->/.test(setting.statement)) return [];
  return read.contrast.filter((mention) => mention.kind !== 'code' || !ACTS.has(first.kind));
}

/** Things that are run or chosen, where code stands in a file. */
const ACTS: ReadonlySet<Mention['kind']> = new Set(['command', 'flag', 'tool', 'path', 'branch', 'style']);
