import type { Intent, Mention } from '../../../model/intent.ts';
import { readMentions } from '../naming/mention.ts';
import { readReach } from '../naming/reach.ts';
import { isThing, type ReadClause } from '../setting.ts';

const WRAPS: ReadonlySet<string> = new Set('wrap nest enclose surround'.split(' '));

/** "Wrap `parse()` in `guard()`", "`eval` only in `src/sandbox`": ruled out anywhere else. */
export function readConfinement(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const wraps = clause.verb !== undefined && (WRAPS.has(clause.verb) || isWrapped(read));
  const places = clause.adjuncts.filter((each) => each.relation === 'in' && (wraps || each.only === true));
  if (places.length === 0 || read.stance === 'forbid') return undefined;
  const { reach } = readReach({ adjuncts: places }, setting.statement, setting.knowledge);
  const shown =
    wraps && ![...read.object, ...read.subject].some(isThing) ? [...examplesOf(read), ...callsOf(read)] : [];
  const things = shown.length > 0 ? shown : (read.object.some(isThing) ? read.object : read.subject).filter(isThing);
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
  return [
    { ...read.common, reach: outside, shape: 'forbid', doing: 'use', things: code, except: [], instead: [], on: [] },
  ];
}

/** "Calls to `fetchPage()` are wrapped in `withRetry()`." */
function isWrapped({ clause }: ReadClause): boolean {
  return clause.verb === 'be' && /^(?:wrapped|nested|enclosed|surrounded)$/.test(clause.object[0]?.low ?? '');
}

/** "Wrap waits (`signal.wait()`) in …": what stands before the dot is an example, too. */
function examplesOf({ clause }: ReadClause): readonly Mention[] {
  return clause.examples
    .filter((token) => token.kind === 'code')
    .map((token) => ({ kind: 'code', text: token.text.replace(/^[a-z_]\w*(?=\.\w+\()/, '') }));
}

/** "Calls to `fetchPage()` …", "Every use of `fetchPage()` …". */
function callsOf({ clause, setting }: ReadClause): readonly Mention[] {
  const spoken = clause.subject.some((token) => /^(?:calls?|uses?|usages?|invocations?)$/.test(token.low));
  const to = clause.adjuncts.filter((each) => each.relation === 'to').flatMap((each) => each.tokens);
  const tokens = [...to, ...clause.subject];
  return spoken ? readMentions(tokens, setting.statement, setting.knowledge).filter(isThing) : [];
}
