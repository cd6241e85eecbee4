import type { OrderCheck } from '../../model/checks/order.ts';
import type { Scope } from '../../model/rule.ts';
import type { Happened, History } from '../../model/session.ts';
import { asked, doing, fixOf, told } from './describe.ts';
import { type Candidate, firstAfter, lastOf, type Matcher, type Matchers } from './match.ts';

export type Before = Extract<OrderCheck['contract'], { type: 'before' }>;

/** What is wrong with something that is about to happen. */
export interface Objection {
  readonly message: string;
  readonly fix?: string;
}
export type Judge = (candidate: Candidate, history: History) => Objection | undefined;

/** X needs Y: all needs must have been met since the last `since`, or ever. */
export function judgeBefore(contract: Before, scope: Scope | undefined, matchers: Matchers): Judge {
  const triggers = contract.trigger.map((pattern) => matchers.occasion(pattern, scope).attempt);
  const needs = contract.need.map(matchers.need);
  const since = contract.since && matchers.occasion(contract.since, scope);
  return (candidate, history) => {
    if (!triggers.some((trigger) => trigger.matches(candidate))) return undefined;
    const start = since && lastOf(since, history);
    if (since && !start) {
      const failed = needs.filter((need) => hasFailed(need, history));
      return failed.length > 0 ? lacking(failed, undefined, candidate, history) : undefined;
    }
    // What was forgotten may have met the need.
    if (!start && history.forgotten > 0) return undefined;
    const missing = needs.filter((need) => (lastOf(need, history)?.at ?? 0) <= (start?.at ?? 0));
    if (missing.length > 0) return lacking(missing, start, candidate, history);
    return contract.ordered && !inOrder(needs, start, history) ? disordered(needs, start, candidate) : undefined;
  };
}

/** Was it tried, and failed the last time? Then it is not met, whoever made the changes. */
function hasFailed(need: Matcher, history: History): boolean {
  if (!('ran' in need.pattern)) return false;
  const attempt = lastOf(need.attempt, history);
  return attempt?.kind === 'ran' && (attempt.exitCode ?? 0) !== 0 && attempt.at > (lastOf(need, history)?.at ?? 0);
}

function inOrder(needs: readonly Matcher[], start: Happened | undefined, history: History): boolean {
  let at = start?.at ?? 0;
  return needs.every((need) => {
    const met = firstAfter(need, history, at);
    at = met?.at ?? at;
    return met !== undefined;
  });
}

function lacking(
  missing: readonly Matcher[],
  start: Happened | undefined,
  candidate: Candidate,
  history: History,
): Objection {
  const reasons = missing.map((need) => reason(need, start, history));
  return { message: `${reasons.join('; ')}; needed before ${doing(candidate)}`, ...fixFor(missing) };
}

function fixFor(needs: readonly Matcher[]): { readonly fix?: string } {
  const fixes = needs.map(({ pattern }) => fixOf(pattern));
  return fixes.every((fix) => fix !== undefined) ? { fix: fixes.join(' && ') } : {};
}

function reason(need: Matcher, start: Happened | undefined, history: History): string {
  const what = asked(need.pattern);
  const since = start ? `since ${told(start)}` : 'in this session';
  if ('read' in need.pattern) return `${what} has not been read ${since}`;
  if (!('ran' in need.pattern)) return `there is no ${what} ${since}`;
  const attempt = lastOf(need.attempt, history);
  if (attempt?.kind === 'ran' && attempt.at > (start?.at ?? 0)) {
    return `${what} ${ending(attempt.exitCode)}${start ? ` after ${told(start)}` : ''}`;
  }
  if (start && lastOf(need, history)) return `${told(start)} after the last successful ${what}`;
  return `${what} has not run ${since}`;
}

function ending(exitCode: number | undefined): string {
  return exitCode === undefined || exitCode === 0
    ? 'did not show that it succeeded'
    : `failed (exit status ${exitCode})`;
}

function disordered(needs: readonly Matcher[], start: Happened | undefined, candidate: Candidate): Objection {
  const steps = needs.map(({ pattern }) => asked(pattern)).join(', then ');
  const since = start ? `, after ${told(start)}` : '';
  return { message: `expected ${steps}, in this order${since}, before ${doing(candidate)}`, ...fixFor(needs) };
}
