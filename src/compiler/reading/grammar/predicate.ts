import { table } from '../../../model/table.ts';
import type { Token } from './tokens.ts';
import type { Force, Polarity } from './tone.ts';
import { lemma, opensImperative } from './verbs.ts';

/** A statement with its subject in front: "X must not V Y", "X is forbidden", "X live in Y". */
export interface Predicate {
  readonly subject: readonly Token[];
  readonly polarity: Polarity;
  readonly force: Force;
  readonly only: boolean;
  readonly verb: string | undefined;
  /** From the main verb on. */
  readonly body: readonly Token[];
  readonly rest: readonly Token[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const OBLIGING = words('must shall should always need needs');
const COPULAS = words('is are be being been get gets stay stays remain remains');
const NEGATIONS = words("not never cannot can't mustn't shouldn't don't doesn't isn't aren't");
const ABLE = words("can cannot can't could may might");
const AUXILIARIES = new Set([
  ...OBLIGING,
  ...COPULAS,
  ...NEGATIONS,
  ...ABLE,
  ...words('has have to do does only exclusively strictly still ever also then'),
]);
/** Habits that state a norm: "Components live in …", "All tests use …". */
const HABITS = words(
  'live lives belong belongs go goes reside resides sit sits use uses follow follows start starts end ends require requires mirror mirrors depend depends',
);

const JUDGED: Readonly<Record<string, readonly [Polarity, Force]>> = table({
  forbidden: ['forbid', 'must'],
  prohibited: ['forbid', 'must'],
  banned: ['forbid', 'must'],
  disallowed: ['forbid', 'must'],
  'off-limits': ['forbid', 'must'],
  unacceptable: ['forbid', 'must'],
  discouraged: ['forbid', 'should'],
  deprecated: ['forbid', 'should'],
  required: ['require', 'must'],
  mandatory: ['require', 'must'],
  obligatory: ['require', 'must'],
  preferred: ['require', 'should'],
  encouraged: ['require', 'should'],
  recommended: ['require', 'should'],
});
const ELLIPTICAL = words('required mandatory forbidden prohibited banned disallowed');
const PERMITTED = words('allowed permitted acceptable ok okay tolerated welcome accepted');

/** Where a verdict on what stands before it begins: "inline imports are not allowed". 0 where there is none. */
export function judgementAt(tokens: readonly Token[]): number {
  const at = tokens.findIndex((token, index) => {
    if (index === 0 || (token.low !== 'is' && token.low !== 'are')) return false;
    let next = index + 1;
    while (['not', 'never', 'strictly', 'always', 'generally', 'explicitly'].includes(tokens[next]?.low ?? ''))
      next += 1;
    const low = tokens[next]?.low ?? '';
    return Object.hasOwn(JUDGED, low) || PERMITTED.has(low);
  });
  const before = tokens.slice(0, Math.max(at, 0));
  return before.some((token) => token.kind === 'punct' && !',/&+'.includes(token.low)) ? 0 : Math.max(at, 0);
}

/** Reads a statement that opens with its subject; `undefined` if no verb follows a possible subject. */
export function readPredicate(tokens: readonly Token[]): Predicate | undefined {
  const judgement = judgementAt(tokens);
  const at =
    judgement > 0
      ? judgement
      : tokens.findIndex((token, index) => index > 0 && token.kind === 'word' && opensPredicate(tokens, index));
  const subject = tokens.slice(0, at);
  if (at < 1 || at > 12 || subject.some((token) => token.kind === 'punct' && !',/&+'.includes(token.low)))
    return undefined;
  let next = at;
  while (AUXILIARIES.has(tokens[next]?.low ?? '')) next += 1;
  const helpers = new Set(tokens.slice(at, next).map((token) => token.low));
  const word = tokens[next];
  const base = { subject, body: tokens.slice(next), only: helpers.has('only') || helpers.has('exclusively') };
  const rest = tokens.slice(next + 1);
  const negated = [...NEGATIONS].some((each) => helpers.has(each));
  const judged = word && JUDGED[word.low];
  if (judged) return { ...base, polarity: negated ? 'neutral' : judged[0], force: judged[1], verb: undefined, rest };
  if (word && PERMITTED.has(word.low)) {
    // "… are only allowed in X": the word belongs to the place.
    const only = negated ? undefined : tokens.slice(at, next).find((token) => token.low === 'only');
    if (only)
      return { ...base, only: false, polarity: 'require', force: 'must', verb: undefined, rest: [only, ...rest] };
    return {
      ...base,
      polarity: negated ? 'forbid' : 'neutral',
      force: negated ? 'must' : 'may',
      verb: undefined,
      rest,
    };
  }
  const verb = word?.kind === 'word' ? lemma(word.low) : undefined;
  const polarity = polarityOf(helpers, base.only, verb);
  const force: Force =
    helpers.has('should') || helpers.has("shouldn't")
      ? 'should'
      : polarity === 'neutral' && able(helpers)
        ? 'may'
        : 'must';
  return verb === undefined
    ? { ...base, polarity, force, verb: 'be', rest: tokens.slice(next) }
    : { ...base, polarity, force, verb, rest };
}

function opensPredicate(tokens: readonly Token[], at: number): boolean {
  const low = tokens[at]?.low ?? '';
  // "`a`, not `b`" sets the one against the other.
  if (low === 'not' || (tokens[at - 1]?.low === ',' && NEGATIONS.has(low))) return false;
  if (HABITS.has(low))
    return isSubject(tokens.slice(0, at)) && (!low.startsWith('depend') || tokens[at + 1]?.low === 'only');
  // "Type hints required for all code": the copula is left out.
  if (ELLIPTICAL.has(low)) {
    const next = tokens[at + 1];
    const ends = next === undefined || next.kind === 'punct' || ['for', 'in', 'on', 'by', 'from'].includes(next.low);
    return ends && isSubject(tokens.slice(0, at)) && tokens[at - 1]?.kind !== 'punct';
  }
  return (
    low !== 'be' &&
    low !== 'to' &&
    low !== 'only' &&
    low !== 'also' &&
    low !== 'then' &&
    low !== 'still' &&
    AUXILIARIES.has(low)
  );
}

/** What is only described ("X does not fill it in", "you cannot reach Y", "Z is never enough") asks for nothing. */
function polarityOf(helpers: ReadonlySet<string>, only: boolean, verb: string | undefined): Polarity {
  const obliges =
    [...OBLIGING, "mustn't", "shouldn't"].some((each) => helpers.has(each)) ||
    (helpers.has('to') && (helpers.has('has') || helpers.has('have')));
  const copula = [...COPULAS].some((each) => helpers.has(each));
  if ([...NEGATIONS].some((each) => helpers.has(each))) {
    // "Contributors don't have to run x", "x need not be run".
    const spared = helpers.has('to') ? ['have', 'has', 'need', 'needs'] : ['need'];
    if (!helpers.has('never') && !helpers.has('must') && spared.some((each) => helpers.has(each))) return 'neutral';
    const mayNot = helpers.has('may') && helpers.has('not');
    const never = helpers.has('never') && !helpers.has('can') && (!copula || verb !== undefined);
    return obliges || mayNot || never ? 'forbid' : 'neutral';
  }
  if (only) return 'require';
  if (able(helpers)) return 'neutral';
  const settled =
    verb !== undefined &&
    (['place', 'name', 'prefix', 'prefixed', 'suffix', 'suffixed'].includes(verb) || helpers.size === 0);
  return obliges || settled ? 'require' : 'neutral';
}

function able(helpers: ReadonlySet<string>): boolean {
  return [...ABLE].some((each) => helpers.has(each));
}

/** A noun phrase that can be the subject of a habit: no verb form before it. */
function isSubject(tokens: readonly Token[]): boolean {
  return (
    !tokens.some((token) => ['to', 'that', 'which', 'who', 'you', 'not', 'never', 'only'].includes(token.low)) &&
    !(tokens[0]?.kind === 'word' && opensImperative(tokens[0].low))
  );
}
