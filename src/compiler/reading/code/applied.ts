import { purposeOf } from '../grammar/purpose.ts';
import type { Adjunct } from '../grammar/segment.ts';
import type { Token } from '../grammar/tokens.ts';
import { isOn, reachBut } from '../naming/form-reach.ts';
import type { ReadClause } from '../setting.ts';
import type { Form } from './forms.ts';

const PASSES: ReadonlySet<string> = new Set(['pass', 'hand', 'give', 'feed', 'send']);
const CALLS: ReadonlySet<string> = new Set(['call', 'use', 'invoke', 'run', 'apply']);
/** What can be called, or a module whose functions can: `open()`, `Path::new`, `std::fs`. */
const FUNCTION = /^[A-Za-z_][\w]*(?:(?:\.|::)[A-Za-z_]\w*)*(?:\((?:\.\.\.|…)?\))?$/;
/** What can be passed: a call, a text. */
const PASSED = /^[A-Za-z_$][\w$.]*\([^()]*\)$|^(?:'[^']+'|"[^"]+")$/;

/** "No `std::fs` on `rawPath()`", "Never pass `secret()` to `log()`", "Never call `wait()` with `'idle'`". */
export function readApplied(read: ReadClause): Form | undefined {
  const { clause, stance, setting } = read;
  const fixed =
    stance === 'forbid' ? clause.adjuncts.find((each) => each.relation === 'with' && isFixed(each.tokens)) : undefined;
  const ruledOut = stance === 'forbid' ? [...clause.object] : [...clause.contrast];
  const codes = ruledOut.filter((token) => token.kind === 'code');
  const told = ruledOut.every((token) => token.kind !== 'word' || FILLS.has(token.low));
  if (codes.length === 0 || !told || purposeOf(read, read.object) !== undefined) return undefined;
  if (fixed && codes.every((token) => FUNCTION.test(token.text)))
    return {
      how: 'applied',
      things: codes.map((token) => ({ kind: 'code', text: token.text })),
      with: [{ kind: 'phrase', text: 'number' }],
      reach: reachBut(read, (each) => each === fixed),
    };
  const by = (test: (adjunct: Adjunct) => boolean) => clause.adjuncts.filter(test).find((each) => isOne(each.tokens));
  const on = by((each) => isOn(each, setting.statement));
  const withThat =
    stance === 'forbid' && CALLS.has(clause.verb ?? '') ? by((each) => each.relation === 'with') : undefined;
  const to = stance === 'forbid' && PASSES.has(clause.verb ?? '') ? by((each) => each.relation === 'to') : undefined;
  const place = on ?? withThat ?? to;
  if (!place) return undefined;
  const named = place.tokens.filter((token) => token.kind === 'code');
  const [functions, passed] = place === to ? [named, codes] : [codes, named];
  if (!functions.every((token) => FUNCTION.test(token.text)) || !passed.every((token) => PASSED.test(token.text)))
    return undefined;
  const code = (token: Token) => ({ kind: 'code' as const, text: token.text });
  const reach = reachBut(read, (each) => each === place);
  return { how: 'applied', things: functions.map(code), with: passed.map(code), reach };
}

/** "With a fixed duration", "with hard-coded delays": with a number. */
function isFixed(tokens: readonly Token[]): boolean {
  const words = tokens.map((token) => token.low).join(' ');
  return /^(?:an? )?(?:fixed|hard-?coded|constant|literal|static|magic|arbitrary) (?:durations?|delays?|timeouts?|values?|numbers?|times?|intervals?|sleeps?)$/.test(
    words,
  );
}

const FILLS: ReadonlySet<string> = new Set(
  'the a an any or and raw direct directly calls call to of result results'.split(' '),
);

function isOne(tokens: readonly Token[]): boolean {
  return (
    tokens.some((token) => token.kind === 'code') &&
    tokens.every((token) => token.kind === 'code' || token.kind === 'punct' || FILLS.has(token.low))
  );
}
