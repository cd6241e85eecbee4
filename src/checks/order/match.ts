import type { CommandPattern } from '../../model/checks/command.ts';
import type { Happening as Pattern } from '../../model/checks/order.ts';
import type { RepoPath } from '../../model/path.ts';
import type { Scope } from '../../model/rule.ts';
import type { Chapter, Happened, Happening, History } from '../../model/session.ts';
import { globTest, scopeTest } from '../../repository/globs.ts';
import { argumentsOf } from '../command/classes.ts';
import { matchesCommand } from '../command/match.ts';
import { compileRegex } from '../text/regex.ts';

/** Something that may be about to happen, or has happened. */
export type Candidate = Happening | { readonly kind: 'stop' };

/** A happening of a contract, ready to be looked for. */
export interface Matcher {
  readonly pattern: Pattern;
  matches(candidate: Candidate): boolean;
  /** The same, however a command ended. */
  readonly attempt: Matcher;
  /** Matches of chapters that were looked through before. */
  readonly known: WeakMap<Chapter, readonly Happened[]>;
  /** The newest match up to the end of a chapter. */
  readonly newest: WeakMap<Chapter, Happened | typeof NEVER>;
}

const NEVER = Symbol('it has not happened');

/** Makes matchers; equal ones are made once, so that rules share what they know of a session. */
export interface Matchers {
  /** What asks for something: files outside the scope and those that git ignores do not count as changed. */
  occasion(pattern: Pattern, scope: Scope | undefined): Matcher;
  /** What is asked for, anywhere. */
  need(pattern: Pattern): Matcher;
}

export function createMatchers(): Matchers {
  const made = new Map<string, Matcher>();
  const once = (key: unknown, make: () => Matcher): Matcher => {
    const text = JSON.stringify(key);
    const known = made.get(text) ?? make();
    made.set(text, known);
    return known;
  };
  return {
    occasion: (pattern, scope) =>
      once(['occasion', pattern, 'changed' in pattern && scope], () => {
        const inScope = scopeTest(scope);
        return matcherOf(pattern, ({ ignored }, path) => !ignored && inScope(path));
      }),
    need: (pattern) => once(['need', pattern], () => matcherOf(pattern, () => true)),
  };
}

type Change = Extract<Happening, { kind: 'changed' }>;
type ChangeTest = (change: Change, path: RepoPath) => boolean;

function matcherOf(pattern: Pattern, counts: ChangeTest): Matcher {
  const matches = testOf(pattern, counts);
  const attempt: Matcher = {
    pattern,
    matches,
    known: new WeakMap(),
    newest: new WeakMap(),
    get attempt() {
      return attempt;
    },
  };
  if (!('ran' in pattern) || pattern.ok === false) return attempt;
  return {
    pattern,
    matches: (candidate) => candidate.kind === 'ran' && succeeded(candidate) && matches(candidate),
    attempt,
    known: new WeakMap(),
    newest: new WeakMap(),
  };
}

function testOf(pattern: Pattern, counts: ChangeTest): (candidate: Candidate) => boolean {
  if ('stop' in pattern) return ({ kind }) => kind === 'stop';
  if ('read' in pattern) {
    const wanted = globTest(pattern.read);
    return (candidate) => candidate.kind === 'read' && wanted(candidate.path);
  }
  if ('ran' in pattern) {
    return (candidate) => candidate.kind === 'ran' && pattern.ran.some((command) => isRun(command, candidate));
  }
  const wanted = globTest(pattern.changed);
  const excepted = pattern.except ? globTest(pattern.except) : () => false;
  const lines = pattern.lines === undefined ? undefined : compileRegex(pattern.lines);
  const adds = pattern.adds === undefined ? undefined : compileRegex(pattern.adds);
  return (candidate) => {
    if (candidate.kind !== 'changed' || (pattern.how && !pattern.how.includes(candidate.change))) return false;
    if (pattern.part === 'dependencies' && candidate.dependencies !== true) return false;
    if (lines && !edited(candidate, (edit) => lines.test(edit.slice(1)))) return false;
    if (adds && !edited(candidate, (edit) => edit.startsWith('+') && adds.test(edit.slice(1)))) return false;
    const paths = candidate.from === undefined ? [candidate.path] : [candidate.path, candidate.from];
    return paths.some((path) => wanted(path) && !excepted(path) && counts(candidate, path));
  };
}

/** Is one of the lines of a change so? What is not known of a change is no line of it. */
function edited({ edits }: Change, is: (edit: string) => boolean): boolean {
  return edits?.split('\n').some((edit) => edit !== '' && is(edit)) ?? false;
}

/** With these a program does nothing of what it is for. */
const IDLE = ['--help', '--version', '--dry-run'];

/** Options of builds that leave the tests out, where a build was asked for that has them. */
const UNTESTED = /^(?:-DskipTests|-Dmaven\.test\.skip)(?:=true)?$/;

/** Does a pattern ask for that itself? */
function isTrying({ flags, operands }: CommandPattern): boolean {
  return [...(flags ?? []), ...(operands ?? [])].flat().some((word) => UNTESTED.test(word));
}

function isRun(command: CommandPattern, { invocation, branch }: Extract<Happening, { kind: 'ran' }>): boolean {
  if (!matchesCommand(command, invocation, { branch })) return false;
  const asked = command.flags?.flat() ?? [];
  if (!isTrying(command) && invocation.args.some((arg) => arg !== undefined && UNTESTED.test(arg))) return false;
  return !argumentsOf(invocation).flags.some(({ id }) => IDLE.includes(id) && !asked.includes(id));
}

/** An unknown end counts as success; one that is hidden behind `||` does not. */
export function succeeded({ exitCode, invocation }: Extract<Happening, { kind: 'ran' }>): boolean {
  return (exitCode === undefined || exitCode === 0) && invocation.orElse !== true;
}

/** The newest happening that matches. */
export function lastOf(matcher: Matcher, history: History): Happened | undefined {
  const last = lastUpTo(matcher, history.latest);
  return last === NEVER || countOf(matcher, history) < timesOf(matcher) ? undefined : last;
}

/** Is this what a contract waits for, and has it come often enough before? */
export function comesNow(matcher: Matcher, candidate: Candidate, history: History): boolean {
  return matcher.matches(candidate) && countOf(matcher, history) + 1 >= timesOf(matcher);
}

function timesOf({ pattern }: Matcher): number {
  return ('times' in pattern ? pattern.times : undefined) ?? 1;
}

/** How often it has happened; only counted where it matters. */
function countOf(matcher: Matcher, history: History): number {
  const wanted = timesOf(matcher);
  let count = 0;
  for (let chapter = history.latest; wanted > 1 && chapter !== undefined && count < wanted; chapter = chapter.earlier) {
    count += matchesIn(matcher, chapter).length;
  }
  return wanted > 1 ? count : 1;
}

/** Calls itself once a chapter that is new to the matcher: a session has some hundred at most. */
function lastUpTo(matcher: Matcher, chapter: Chapter | undefined): Happened | typeof NEVER {
  if (chapter === undefined) return NEVER;
  const known = matcher.newest.get(chapter);
  if (known !== undefined) return known;
  const last = matchesIn(matcher, chapter).at(-1) ?? lastUpTo(matcher, chapter.earlier);
  matcher.newest.set(chapter, last);
  return last;
}

/** The oldest happening that matches and lies after `at`. */
export function firstAfter(matcher: Matcher, history: History, at: number): Happened | undefined {
  let first: Happened | undefined;
  for (let chapter = history.latest; chapter !== undefined; chapter = chapter.earlier) {
    first = matchesIn(matcher, chapter).find((fact) => fact.at > at) ?? first;
    if ((chapter.facts[0]?.at ?? 0) <= at) break;
  }
  return first;
}

function matchesIn(matcher: Matcher, chapter: Chapter): readonly Happened[] {
  const known = matcher.known.get(chapter);
  if (known !== undefined) return known;
  const tried = matcher.attempt === matcher ? chapter.facts : matchesIn(matcher.attempt, chapter);
  const found = tried.filter((fact) => matcher.matches(fact));
  matcher.known.set(chapter, found.length > 0 ? found : NONE);
  return found;
}

const NONE: readonly Happened[] = [];
