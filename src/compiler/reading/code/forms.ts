import type { Intent, IntentOf, Mention } from '../../../model/intent.ts';
import type { Token } from '../grammar/tokens.ts';
import { reachBut } from '../naming/form-reach.ts';
import { readHolding } from '../naming/holding.ts';
import type { ReadClause } from '../setting.ts';
import { readAffix } from './affixes.ts';
import { readApplied } from './applied.ts';
import { readCallOrder } from './call-orders.ts';
import { readChain } from './chains.ts';
import { readClassKind } from './class-kinds.ts';
import { readUnnamed } from './given-names.ts';
import { readImplementing } from './implementing.ts';
import { readObligedCall } from './obliged-calls.ts';
import { readTakenFrom } from './origins.ts';
import { readPaired } from './pairs.ts';
import { readSpelling } from './spelling.ts';
import { readSuppression } from './suppression.ts';
import { readTerm } from './terms.ts';

/** What is asked of how code is written, beyond what may stand in it. */
export function readForm(read: ReadClause): readonly Intent[] | undefined {
  for (const reader of [
    readSuppression,
    readApplied,
    readImplementing,
    readClassKind,
    readSpelling,
    readUnnamed,
    readAffix,
    readAwaited,
    readUndone,
    readPaired,
    readLast,
    readChain,
    readCallOrder,
    readObligedCall,
    readHolding,
    readTakenFrom,
  ]) {
    const form = reader(read);
    if (form) return [{ ...read.common, ...form, shape: 'form' }];
  }
  return readTerm(read);
}

export type Form = Pick<IntentOf<'form'>, 'how' | 'things' | 'with'> & Partial<Pick<Intent, 'reach'>>;

export function codeMention(token: Token): Mention {
  return { kind: 'code', text: token.text };
}

const CALL = /^(?:await\s+)?[\w$.]+(?:\(.*\))?(?:\.\w+)*\(.*\)$/s;

/** "Use `await load()`", "Always await `load()`", "`load()` must be awaited", "Never call `load()` without `await`". */
function readAwaited(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  const { body } = clause;
  const codes = [...clause.subject, ...clause.object].filter((token) => token.kind === 'code');
  const shown = codes.filter((token) => /^await\s/.test(token.text) && CALL.test(token.text));
  const said =
    body[0]?.low === 'await' ||
    clause.object.some((token) => token.kind === 'word' && token.low === 'awaited') ||
    (stance === 'forbid' && clause.adjuncts.some(isWithoutAwait));
  const plain = said ? codes.filter((token) => CALL.test(token.text)) : [];
  const asked = stance === 'require' ? [...shown, ...plain] : said && clause.adjuncts.some(isWithoutAwait) ? plain : [];
  if (asked.length === 0) return undefined;
  // A promise that nobody waits for is one too many, whatever the call is for.
  const reach = reachBut(read, ({ relation }) => relation === 'when' || relation === 'for' || relation === 'without');
  return { how: 'awaited', things: asked.map(codeMention), with: [], reach };
}

function isWithoutAwait({ relation, tokens }: ReadClause['clause']['adjuncts'][number]): boolean {
  const words = tokens.filter((token) => token.kind !== 'punct').map((token) => token.low);
  return relation === 'without' && words.length <= 2 && /^(?:an? )?await(?:ing(?: it)?)?$/.test(words.join(' '));
}

const SETS_UP = /^(?:@?before(?:each|all)?|set_?up(?:_?(?:method|class))?|setup|constructor|__enter__)(?:\(\))?$/i;
const TEARS_DOWN = /^(?:@?after(?:each|all)?|tear_?down(?:_?(?:method|class))?|teardown|dispose|__exit__)(?:\(\))?$/i;

/** "Use `a()` in `beforeEach` and `b()` in `afterEach`": who does the one does the other. */
function readUndone(read: ReadClause): Form | undefined {
  if (read.stance !== 'require') return undefined;
  const [first, opening, second, closing, ...more] = read.clause.body
    .filter((token) => token.kind === 'code' || SETS_UP.test(token.low) || TEARS_DOWN.test(token.low))
    .slice(0, 5);
  if (!first || !opening || !second || !closing || more.length > 0) return undefined;
  const paired = SETS_UP.test(opening.low) && TEARS_DOWN.test(closing.low);
  if (!paired || !CALL.test(first.text) || !CALL.test(second.text)) return undefined;
  return {
    how: 'undone',
    things: [codeMention(first)],
    with: [codeMention(second), codeMention(closing)],
    reach: { ...read.setting.reach, unclear: [] },
  };
}

const STAYING: ReadonlySet<string> = new Set(['be', 'remain', 'stay', 'keep', 'come', 'go', 'place', 'put', 'stand']);
const CALLED = /^[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)+\(.+/s;

/** "`Route::get('{slug}', …)` stays at the end of `routes.php`": nothing of its kind comes after it. */
function readLast(read: ReadClause): Form | undefined {
  const { clause, stance } = read;
  if (stance !== 'require' || clause.verb === undefined || !STAYING.has(clause.verb)) return undefined;
  const words = clause.body.filter((token) => token.kind === 'word').map((token) => token.low);
  const last = /\blast\b|\bat the (?:very )?(?:end|bottom)\b/.exec(words.join(' '));
  const codes = [...clause.subject, ...clause.object].filter(
    (token) => token.kind === 'code' && CALLED.test(token.text),
  );
  const [file] = read.places.filter((mention) => mention.kind === 'path' && !mention.folder);
  if (!last || codes.length !== 1 || !file || file.kind !== 'path') return undefined;
  const reach = { ...read.setting.reach, include: [...read.setting.reach.include, file.globs], unclear: [] };
  return { how: 'last', things: codes.map(codeMention), with: [], reach };
}
