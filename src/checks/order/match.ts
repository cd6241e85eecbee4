import type { Happening as Pattern } from '../../model/checks/order.ts';
import type { Scope } from '../../model/rule.ts';
import type { Chapter, Happened, Happening, History } from '../../model/session.ts';
import { globTest, scopeTest } from '../../repository/globs.ts';
import { matchesCommand } from '../command/match.ts';

/** Something that may be about to happen, or has happened. */
export type Candidate = Happening | { readonly kind: 'stop' };

/** A happening of a contract, ready to be looked for. */
export interface Matcher {
  readonly pattern: Pattern;
  matches(candidate: Candidate): boolean;
  /** As {@link matches}, but however a command ended. */
  tried(candidate: Candidate): boolean;
  /** Matches of chapters that were looked through before. */
  readonly known: WeakMap<Chapter, readonly Happened[]>;
}

/** Files outside the scope do not count as changed. Throws where a pattern of a command cannot be read. */
export function matcherOf(pattern: Pattern, scope: Scope | undefined): Matcher {
  const tried = testOf(pattern, scope);
  const anyEnd = 'ran' in pattern && pattern.ok === false;
  return {
    pattern,
    tried,
    matches: (candidate) => tried(candidate) && (anyEnd || candidate.kind !== 'ran' || succeeded(candidate)),
    known: new WeakMap(),
  };
}

function testOf(pattern: Pattern, scope: Scope | undefined): (candidate: Candidate) => boolean {
  if ('stop' in pattern) return ({ kind }) => kind === 'stop';
  if ('read' in pattern) {
    const wanted = globTest(pattern.read);
    return (candidate) => candidate.kind === 'read' && wanted(candidate.path);
  }
  if ('ran' in pattern) {
    return (candidate) =>
      candidate.kind === 'ran' &&
      pattern.ran.some((command) => matchesCommand(command, candidate.invocation, { branch: candidate.branch }));
  }
  const wanted = globTest(pattern.changed);
  const excepted = pattern.except ? globTest(pattern.except) : () => false;
  const inScope = scopeTest(scope);
  return (candidate) => {
    if (candidate.kind !== 'changed' || (pattern.how && !pattern.how.includes(candidate.change))) return false;
    const paths = candidate.from === undefined ? [candidate.path] : [candidate.path, candidate.from];
    return paths.some((path) => wanted(path) && !excepted(path) && inScope(path));
  };
}

/** An unknown end counts as success; one that is hidden behind `||` does not. */
export function succeeded({ exitCode, invocation }: Extract<Happening, { kind: 'ran' }>): boolean {
  return (exitCode === undefined || exitCode === 0) && invocation.orElse !== true;
}

/** The newest happening that matches. */
export function lastOf(matcher: Matcher, history: History): Happened | undefined {
  for (let chapter = history.latest; chapter !== undefined; chapter = chapter.earlier) {
    const last = matchesIn(matcher, chapter).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
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
  const found = chapter.facts.filter((fact) => matcher.matches(fact));
  matcher.known.set(chapter, found);
  return found;
}
