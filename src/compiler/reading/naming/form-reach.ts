import type { Reach } from '../../../model/intent.ts';
import type { Adjunct } from '../grammar/segment.ts';
import type { ReadClause } from '../setting.ts';
import { meet, readReach } from './reach.ts';

/** Where a clause holds, some of its circumstances left out: they say what is asked, not where. */
export function reachBut({ clause, setting }: ReadClause, leftOut: (adjunct: Adjunct) => boolean): Reach {
  const adjuncts = clause.adjuncts.filter((each) => !leftOut(each));
  return meet(setting.reach, readReach({ adjuncts }, setting.statement, setting.knowledge).reach);
}

/** Is it said with "on"? What something is done on is no place in the repository. */
export function isOn({ relation, tokens }: Adjunct, statement: string): boolean {
  return relation === 'in' && /\bon\s*[`"']*$/i.test(statement.slice(0, tokens[0]?.start ?? 0));
}
