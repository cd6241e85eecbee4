import { takeLabel, takeLeadIn, takeParentheses } from './asides.ts';
import { readCue } from './cue.ts';
import { type Adjunct, segment } from './segment.ts';
import type { Token } from './tokens.ts';
import { lemma, opensImperative } from './verbs.ts';

export type Polarity = 'forbid' | 'require' | 'neutral';
export type Force = 'must' | 'should' | 'may';

/** One main statement: who or what, what is asked of it, and under which circumstances. */
export interface Clause {
  readonly polarity: Polarity;
  readonly force: Force;
  /** `only X`, `X only`, `nothing but X`. */
  readonly only: boolean;
  /** Base form of the main verb; absent in elliptical items. */
  readonly verb: string | undefined;
  /** What stands before a modal or copula: `Components` in "Components must live in …". */
  readonly subject: readonly Token[];
  readonly object: readonly Token[];
  readonly adjuncts: readonly Adjunct[];
  /** What the object is set against: "X, not Y", "X instead of Y", "X over Y". */
  readonly contrast: readonly Token[];
  /** The topic before a colon: "Package manager: bun". */
  readonly label: readonly Token[];
  /** Examples named in it: "(e.g. `x`)". */
  readonly examples: readonly Token[];
  /** `instead` stands in it: it gives the replacement of what the clause before forbids. */
  readonly replaces: boolean;
  /** Did a word of obligation or a known imperative make it normative, or only its place? */
  readonly explicit: boolean;
  /** A word of its own says so (always, must, do not), whatever stands above it. */
  readonly insists: boolean;
}

const PARTICIPLES: Readonly<Record<string, readonly [Polarity, Force]>> = {
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
};
const PERMISSIONS = new Set([
  'allowed',
  'permitted',
  'acceptable',
  'ok',
  'okay',
  'tolerated',
  'welcome',
  'accepted',
  'fine',
]);
const MODALS = new Set([
  'must',
  'should',
  'shall',
  'may',
  'can',
  'cannot',
  "can't",
  "mustn't",
  "shouldn't",
  "don't",
  'need',
  'needs',
  'has',
  'have',
  'is',
  'are',
  'never',
  'always',
  'do',
  'does',
  "doesn't",
  'gets',
  'stays',
  'stay',
  'remain',
  'remains',
]);
const HABITS = new Set([
  'live',
  'lives',
  'belong',
  'belongs',
  'go',
  'goes',
  'reside',
  'resides',
  'sit',
  'sits',
  'use',
  'uses',
  'follow',
  'follows',
  'start',
  'starts',
  'end',
  'ends',
  'require',
  'requires',
  'imports',
  'depends',
  'contains',
  'include',
  'includes',
  'mirror',
  'mirrors',
  'import',
  'depend',
  'expose',
  'exposes',
]);

/** Splits a statement into clauses at semicolons, dashes, and conjunctions that open a new imperative. */
export function splitClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'punct' && (token.low === '(' || token.low === '[')) depth += 1;
    if (token.kind === 'punct' && (token.low === ')' || token.low === ']')) depth = Math.max(0, depth - 1);
    const current = clauses.at(-1);
    if (depth === 0 && token.kind === 'punct' && [';', '—', '.', '!'].includes(token.low)) clauses.push([]);
    else if (
      depth === 0 &&
      (token.low === ',' || isConjunction(token)) &&
      opensClause(tokens, index + 1, current ?? [])
    )
      clauses.push([]);
    else current?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

function isConjunction(token: Token): boolean {
  return token.kind === 'word' && ['and', 'but', 'then', 'or'].includes(token.low);
}

function opensClause(tokens: readonly Token[], at: number, before: readonly Token[]): boolean {
  let next = tokens[at];
  let follows = tokens[at + 1];
  if (next && isConjunction(next) && tokens[at - 1]?.low === ',') {
    next = follows;
    follows = tokens[at + 2];
  }
  if (next?.kind !== 'word' || !follows || before.length === 0) return false;
  if (leadsIn(before)) return false;
  if (['never', 'always', 'avoid', 'prefer', "don't", 'no'].includes(next.low))
    return !(next.low === 'no' && follows.low === 'longer');
  if (next.low === 'do' && follows.low === 'not') return true;
  if (next.low === 'must' || next.low === 'should') return true;
  if (next.low === 'instead') return follows.low !== 'of';
  if (next.low === 'use' || next.low === 'only' || next.low === 'keep')
    return follows.low !== 'case' && follows.low !== 'cases';
  return (
    opensImperative(next.low) &&
    next.low === lemma(next.low) &&
    before.some((token) => token.kind === 'word' && opensImperative(token.low)) &&
    (follows.kind !== 'word' ||
      ['the', 'a', 'an', 'all', 'any', 'your', 'it', 'them', 'to', 'new'].includes(follows.low))
  );
}

/** "When you edit X, …": the comma ends a circumstance, not a clause. */
function leadsIn(before: readonly Token[]): boolean {
  return (
    [
      'when',
      'if',
      'before',
      'after',
      'whenever',
      'once',
      'unless',
      'in',
      'for',
      'while',
      'for',
      'on',
      'under',
      'within',
      'inside',
      'during',
      'outside',
    ].includes(before[0]?.low ?? '') && !before.some((token) => token.low === ',')
  );
}

/** Reads one clause. */
export function readClause(tokens: readonly Token[]): Clause {
  const { kept, notes } = takeParentheses(tokens);
  const opening = takeLeadIn(kept);
  const { label, rest: body } = takeLabel(opening.rest);
  const lead = opening.adjuncts.length > 0 ? { adjuncts: opening.adjuncts, rest: body } : takeLeadIn(body);
  const cue = readCue([...lead.rest], label);
  const adjuncts: Adjunct[] = [...lead.adjuncts, ...notes.adjuncts];
  const base = { insists: cue.explicit, label, examples: notes.examples, only: cue.only, replaces: cue.replaces };

  const verb = cue.rest[0]?.kind === 'word' ? lemma(cue.rest[0].low) : undefined;
  const imperative =
    verb !== undefined &&
    (cue.explicit || opensImperative(cue.rest[0]?.low ?? '')) &&
    (cue.rest.length > 1 || cue.polarity === 'forbid') &&
    cue.noun !== true;
  if (imperative) {
    const parts = segment(cue.rest.slice(1), cue.polarity === 'forbid');
    const polarity = cue.polarity === 'neutral' && cue.force !== 'may' ? 'require' : cue.polarity;
    const force = verb === 'prefer' && cue.force === 'must' ? 'should' : cue.force;
    return {
      ...base,
      polarity,
      force,
      only: cue.only || parts.only,
      verb,
      subject: [],
      object: parts.object,
      adjuncts: [...adjuncts, ...parts.adjuncts],
      contrast: [...parts.contrast, ...notes.contrast],
      replaces: cue.replaces || parts.replaces,
      explicit: true,
    };
  }
  const predicate = cue.explicit ? undefined : readPredicate(cue.rest);
  if (predicate) {
    const parts = segment(predicate.rest, predicate.polarity === 'forbid');
    const own = segment(predicate.subject, false);
    return {
      ...base,
      polarity: predicate.polarity,
      force: predicate.force,
      only: cue.only || predicate.only || parts.only,
      verb: predicate.verb,
      subject: own.object,
      object: parts.object,
      adjuncts: [...adjuncts, ...own.adjuncts, ...parts.adjuncts],
      contrast: [...parts.contrast, ...notes.contrast],
      explicit: true,
    };
  }
  const parts = segment(cue.rest, cue.polarity === 'forbid');
  return {
    ...base,
    polarity: cue.polarity,
    force: cue.force,
    only: cue.only || parts.only,
    verb: cue.verb,
    subject: [],
    object: parts.object,
    adjuncts: [...adjuncts, ...parts.adjuncts],
    contrast: [...parts.contrast, ...notes.contrast],
    replaces: cue.replaces || parts.replaces,
    explicit: cue.explicit,
  };
}

interface Predicate {
  readonly subject: readonly Token[];
  readonly polarity: Polarity;
  readonly force: Force;
  readonly only: boolean;
  readonly verb: string | undefined;
  readonly rest: readonly Token[];
}

/** "X must not V Y", "X is forbidden", "X live in Y". */
function readPredicate(tokens: readonly Token[]): Predicate | undefined {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      token.kind === 'word' &&
      (MODALS.has(token.low) || (HABITS.has(token.low) && isSubject(tokens.slice(0, index)))),
  );
  if (at < 1) return undefined;
  const subject = tokens.slice(0, at);
  if (subject.some((token) => token.kind === 'punct' && !',/&+'.includes(token.low))) return undefined;
  if (subject.length > 12) return undefined;
  const bare = tokens[at]?.low ?? '';
  if (HABITS.has(bare))
    return { subject, polarity: 'require', force: 'must', only: false, verb: lemma(bare), rest: tokens.slice(at + 1) };
  let polarity: Polarity = 'neutral';
  let force: Force = 'must';
  let only = false;
  let index = at;
  let modal = false;
  for (; index < tokens.length; index += 1) {
    const low = tokens[index]?.low ?? '';
    if (
      [
        'must',
        'shall',
        'need',
        'needs',
        'has',
        'have',
        'to',
        'always',
        'be',
        'do',
        'does',
        'strictly',
        'still',
      ].includes(low)
    ) {
      modal ||= ['must', 'shall', 'always', 'to'].includes(low);
    } else if (low === 'should') {
      force = 'should';
      modal = true;
    } else if (['may', 'can'].includes(low)) force = force === 'must' && !modal ? 'may' : force;
    else if (['is', 'are', 'gets', 'stay', 'stays', 'remain', 'remains'].includes(low)) continue;
    else if (['not', 'never', 'cannot', "can't", "mustn't", "shouldn't", "don't", "doesn't"].includes(low)) {
      polarity = 'forbid';
      modal = true;
    } else if (low === 'only' || low === 'exclusively') only = true;
    else break;
  }
  const word = tokens[index];
  const verdict = word ? PARTICIPLES[word.low] : undefined;
  if (verdict) {
    const flipped = polarity === 'forbid';
    return {
      subject,
      polarity: flipped ? (verdict[0] === 'forbid' ? 'neutral' : 'neutral') : verdict[0],
      force: verdict[1],
      only,
      verb: undefined,
      rest: tokens.slice(index + 1),
    };
  }
  if (word && PERMISSIONS.has(word.low))
    return {
      subject,
      polarity: polarity === 'forbid' ? 'forbid' : 'neutral',
      force: polarity === 'forbid' ? 'must' : 'may',
      only,
      verb: undefined,
      rest: tokens.slice(index + 1),
    };
  const verb = word?.kind === 'word' ? lemma(word.low) : undefined;
  if (polarity === 'neutral' && only) polarity = 'require';
  if (polarity === 'neutral' && force !== 'may' && modal) polarity = 'require';
  if (polarity === 'neutral' && force !== 'may' && verb !== undefined && ['place', 'name', 'locate'].includes(verb))
    polarity = 'require';
  if (polarity === 'neutral' && force !== 'may' && word) polarity = 'neutral';
  if (verb !== undefined)
    return {
      subject,
      polarity,
      force: force === 'may' && polarity === 'forbid' ? 'must' : force,
      only,
      verb,
      rest: tokens.slice(index + 1),
    };
  return {
    subject,
    polarity,
    force: force === 'may' && polarity === 'forbid' ? 'must' : force,
    only,
    verb: 'be',
    rest: tokens.slice(index),
  };
}

/** A noun phrase that can be the subject of a habit: no verb form before it. */
function isSubject(tokens: readonly Token[]): boolean {
  return (
    !tokens.some((token) => ['to', 'that', 'which', 'who', 'you', 'not', 'never', 'only'].includes(token.low)) &&
    !(tokens[0]?.kind === 'word' && opensImperative(tokens[0].low))
  );
}
