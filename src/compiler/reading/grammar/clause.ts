import { takeLabel, takeLeadIn, takeParentheses } from './asides.ts';
import { type Cue, readCue } from './cue.ts';
import { isComplete } from './explained.ts';
import { judgementAt, readPredicate } from './predicate.ts';
import { type Adjunct, segment } from './segment.ts';
import type { Token } from './tokens.ts';
import type { Force, Polarity } from './tone.ts';
import { lemma, opensImperative } from './verbs.ts';

/** One main statement: who or what, what is asked of it, and under which circumstances. */
export interface Clause {
  readonly polarity: Polarity;
  readonly force: Force;
  /** `only X`, `X only`, `nothing but X`. */
  readonly only: boolean;
  /** Base form of the main verb; absent in elliptical items. */
  readonly verb: string | undefined;
  /** Verbs joined to it: `commit` in "never edit or commit X". */
  readonly alsoVerbs: readonly string[];
  /** From the main verb on, circumstances and all; the whole of an elliptical item. */
  readonly body: readonly Token[];
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

/** A statement is read again for each one that leans on it, and for each wording of it. */
const split = new WeakMap<readonly Token[], readonly (readonly Token[])[]>();
const read = new WeakMap<readonly Token[], Clause>();

/** Splits a statement into clauses at semicolons, dashes, and conjunctions that open a new imperative. */
export function splitClauses(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses = split.get(tokens) ?? clausesIn(tokens);
  split.set(tokens, clauses);
  return clauses;
}

function clausesIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'punct' && (token.low === '(' || token.low === '[')) depth += 1;
    if (token.kind === 'punct' && (token.low === ')' || token.low === ']')) depth = Math.max(0, depth - 1);
    const current = clauses.at(-1);
    // "Never `x` - unless in tests": the exception belongs to what stands before the dash.
    const excepts = ['—', '-'].includes(token.low) && EXCEPTIONS.has(tokens[index + 1]?.low ?? '');
    if (depth === 0 && token.kind === 'punct' && excepts && (current?.length ?? 0) > 0) continue;
    if (depth === 0 && token.kind === 'punct' && [';', '—', '.', '!', '-'].includes(token.low)) clauses.push([]);
    else if (depth === 0 && token.kind === 'punct' && token.low === ':' && isComplete(current ?? [], tokens, index + 1))
      clauses.push([]);
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

const EXCEPTIONS: ReadonlySet<string> = new Set(['unless', 'except', 'excluding', 'besides']);

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
  // "…, simply run `x`": the adverb belongs to the verb behind it.
  if (next && follows && IDLE.has(next.low) && follows.kind === 'word' && opensImperative(follows.low)) {
    next = follows;
    follows = tokens[tokens.indexOf(next) + 1];
  }
  if (next?.kind !== 'word' || !follows || before.length === 0) return false;
  if (leadsIn(before)) return false;
  const last = before.at(-1);
  // "stage or commit `x`": both verbs have the one object.
  if (
    last?.kind === 'word' &&
    lemma(last.low) === last.low &&
    before.length <= 4 &&
    lemma(next.low) === next.low &&
    tokens[at - 1]?.low !== ','
  )
    return false;
  if (next.low === 'no') return follows.low !== 'longer' && (tokens[at - 1]?.low !== 'but' || asksFor(before));
  // "Called with filters but no `x`" tells what is absent.
  if (next.low === 'no' && before.some((token) => token.low === 'with')) return false;
  if (['never', 'always', 'avoid', 'prefer', "don't"].includes(next.low)) return true;
  if (next.low === 'do' && follows.low === 'not') return true;
  // "create, edit, move or delete `x`": a list of verbs.
  if (
    lemma(next.low) === next.low &&
    [',', 'or', 'and', 'nor'].includes(follows.low) &&
    isVerbAt(tokens, tokens.indexOf(follows) + 1)
  )
    return false;
  if (next.low === 'must' || next.low === 'should') return true;
  if (next.low === 'instead') return follows.low !== 'of';
  if (next.low === 'use' || next.low === 'only' || next.low === 'keep')
    return follows.low !== 'case' && follows.low !== 'cases';
  return (
    opensImperative(next.low) &&
    next.low === lemma(next.low) &&
    before.some((token) => token.kind === 'word' && opensImperative(token.low)) &&
    ((follows.kind !== 'word' && follows.kind !== 'punct') ||
      ['the', 'a', 'an', 'all', 'any', 'both', 'your', 'it', 'them', 'to', 'new'].includes(follows.low))
  );
}

const IDLE: ReadonlySet<string> = new Set(['simply', 'just', 'please', 'rather', 'always']);

function isVerbAt(tokens: readonly Token[], at: number): boolean {
  const token = ['or', 'and'].includes(tokens[at]?.low ?? '') ? tokens[at + 1] : tokens[at];
  return token?.kind === 'word' && lemma(token.low) === token.low;
}

/** "Called with `a` but no `b`" tells of a call; "Use `a` but no `b`" asks. */
function asksFor(before: readonly Token[]): boolean {
  const [first] = before;
  return first?.kind === 'word' && opensImperative(first.low) && first.low === lemma(first.low);
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
      'except',
      'besides',
    ].includes(before[0]?.low ?? '') && !before.some((token) => token.low === ',')
  );
}

/** Reads one clause. */
export function readClause(tokens: readonly Token[]): Clause {
  const clause = read.get(tokens) ?? clauseOf(tokens);
  read.set(tokens, clause);
  return clause;
}

function clauseOf(tokens: readonly Token[]): Clause {
  const { kept, notes } = takeParentheses(tokens);
  const opening = takeLeadIn(kept);
  const { label, rest: body } = takeLabel(opening.rest);
  const lead = opening.adjuncts.length > 0 ? { adjuncts: opening.adjuncts, rest: body } : takeLeadIn(body);
  const cue = withoutPassive(readCue([...lead.rest], label));
  const adjuncts: Adjunct[] = [...lead.adjuncts, ...notes.adjuncts];
  const { examples } = notes;
  const verb = cue.rest[0]?.kind === 'word' ? lemma(cue.rest[0].low) : undefined;
  const imperative =
    verb !== undefined &&
    (cue.explicit || opensImperative(cue.rest[0]?.low ?? '') || opensImport(cue.rest)) &&
    (cue.explicit || judgementAt(cue.rest) === 0) &&
    (cue.rest.length > 1 || cue.polarity === 'forbid') &&
    cue.noun !== true;
  if (imperative) {
    const also = joinedVerbs(cue.rest);
    const parts = segment(cue.rest.slice(1 + also.taken), cue.polarity === 'forbid');
    const polarity = cue.polarity === 'neutral' && cue.force !== 'may' ? 'require' : cue.polarity;
    const force = verb === 'prefer' && cue.force === 'must' ? 'should' : cue.force;
    return {
      polarity,
      force,
      only: cue.only || parts.only,
      explicit: true,
      insists: cue.explicit,
      label,
      verb,
      alsoVerbs: also.verbs,
      subject: [],
      object: parts.object,
      body: cue.rest,
      examples,
      adjuncts: [...adjuncts, ...parts.adjuncts],
      contrast: [...parts.contrast, ...notes.contrast],
      replaces: cue.replaces || parts.replaces,
    };
  }
  const predicate = cue.explicit ? undefined : readPredicate(cue.rest);
  if (predicate) {
    const also = joinedVerbs(predicate.body);
    const parts = segment(predicate.rest.slice(also.taken), predicate.polarity === 'forbid');
    const own = segment(predicate.subject, false);
    return {
      // "Only `a` may import `b`" obliges, for all its `may`.
      polarity: cue.only && predicate.polarity === 'neutral' ? 'require' : predicate.polarity,
      force: cue.only && predicate.force === 'may' ? 'must' : predicate.force,
      only: cue.only || predicate.only || parts.only,
      explicit: true,
      insists: cue.explicit,
      label,
      verb: predicate.verb,
      alsoVerbs: also.verbs,
      subject: own.object,
      object: parts.object,
      body: predicate.body,
      examples,
      adjuncts: [...adjuncts, ...own.adjuncts, ...parts.adjuncts],
      contrast: [...parts.contrast, ...notes.contrast],
      replaces: cue.replaces,
    };
  }
  const parts = segment(cue.rest, cue.polarity === 'forbid');
  return {
    polarity: cue.polarity,
    force: cue.force,
    only: cue.only || parts.only,
    explicit: cue.explicit,
    insists: cue.explicit,
    label,
    verb: cue.verb,
    alsoVerbs: [],
    subject: [],
    object: parts.object,
    body: cue.rest,
    examples,
    adjuncts: [...adjuncts, ...parts.adjuncts],
    contrast: [...parts.contrast, ...notes.contrast],
    replaces: cue.replaces || parts.replaces,
  };
}

/** "Must never be edited": the participle is the verb of what was named before. */
function withoutPassive(cue: Cue): Cue {
  const [be, participle] = cue.rest;
  const passive =
    cue.explicit && be?.low === 'be' && participle?.kind === 'word' && lemma(participle.low) !== undefined;
  return passive && /(?:ed|en|un)$/.test(participle.low) ? { ...cue, rest: cue.rest.slice(1) } : cue;
}

/** "Import from `a`", "Import `x` from `a`": of the noun something else would follow. */
function opensImport([verb, next]: readonly Token[]): boolean {
  return verb?.low === 'import' && (next?.low === 'from' || next?.kind === 'code' || next?.kind === 'name');
}

/** Verbs that share an object with the first: "edit, move or commit `x`". */
function joinedVerbs(tokens: readonly Token[]): { readonly verbs: readonly string[]; readonly taken: number } {
  const verbs: string[] = [];
  let taken = 0;
  for (let at = 1; at < tokens.length; ) {
    let next = at;
    while (['or', 'and', ',', '/', 'nor'].includes(tokens[next]?.low ?? '')) next += 1;
    const word = tokens[next];
    const verb = word?.kind === 'word' && next > at ? lemma(word.low) : undefined;
    const follows = tokens[next + 1];
    if (verb === undefined || !follows || (follows.kind === 'punct' && follows.low !== ',')) break;
    verbs.push(verb);
    taken = next;
    at = next + 1;
  }
  return { verbs, taken };
}
