import type { Intent } from '../../model/intent.ts';
import { readReach } from './reach.ts';
import { isThing, type ReadClause } from './setting.ts';

const WRAPS: ReadonlySet<string> = new Set('wrap nest enclose surround'.split(' '));

/** "Wrap `parse()` in `guard()`", "`eval` only in `src/sandbox`": ruled out anywhere else. */
export function readConfinement(read: ReadClause): readonly Intent[] | undefined {
  const { clause, common, object, subject, setting } = read;
  const wraps = clause.verb !== undefined && WRAPS.has(clause.verb);
  const places = clause.adjuncts.filter((each) => each.relation === 'in' && (wraps || each.only === true));
  if (places.length === 0 || read.stance === 'forbid') return undefined;
  const { reach } = readReach({ adjuncts: places }, setting.statement, setting.knowledge);
  const things = (object.some(isThing) ? object : subject).filter(isThing);
  const code = things.filter((thing) => thing.kind === 'code' || thing.kind === 'concept');
  if (code.length === 0 || code.length !== things.length || reach.unclear.length > 0 || reach.languages.length > 0)
    return undefined;
  const within = (reach.within ?? []).map((part) => ({ ...part, inside: !part.inside }));
  if (within.length === 0 && (wraps || reach.include.length !== 1)) return undefined;
  const outside = {
    ...setting.reach,
    exclude: [...setting.reach.exclude, ...reach.include.flat()],
    ...(within.length > 0 && { within }),
  };
  return [{ ...common, reach: outside, shape: 'forbid', doing: 'use', things: code, except: [], instead: [], on: [] }];
}
