import type { Happening, OrderCheck } from '../../model/checks/order.ts';
import type { Scope } from '../../model/rule.ts';
import type { Happened, History } from '../../model/session.ts';
import { asked, doing, fixOf, told } from './describe.ts';
import { type Candidate, comesNow, firstAfter, lastOf, type Matcher, type Matchers } from './match.ts';

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
  const needs = contract.need.map((need): Need => [need].flat().map(matchers.need));
  const since = listOf(contract.since)?.map((pattern) => matchers.occasion(pattern, scope));
  const when = contract.when && matchers.occasion(contract.when, scope);
  return (candidate, history) => {
    if (when && !lastOf(when, history)) return undefined;
    if (!triggers.some((trigger) => comesNow(trigger, candidate, history))) return undefined;
    const start = since && newest(since, history);
    if (since && !start && contract.always !== true) {
      const failed = needs.filter((need) => hasFailed(need, history));
      return failed.length > 0 ? lacking(failed, undefined, candidate, history) : undefined;
    }
    // What was forgotten may have met the need.
    if (!start && history.forgotten > 0) return undefined;
    const missing = needs.filter((need) => (newest(need, history)?.at ?? 0) <= (start?.at ?? 0));
    if (missing.length > 0) return lacking(missing, start, candidate, history);
    return contract.ordered && !inOrder(needs, start, history) ? disordered(needs, start, candidate) : undefined;
  };
}

/** What has to happen before an obligation counts, as a list. */
export function listOf(since: Before['since']): readonly Happening[] | undefined {
  return since === undefined || Array.isArray(since) ? since : [since];
}

/** The last of what several matchers look for. */
function newest(matchers: readonly Matcher[], history: History): Happened | undefined {
  return matchers
    .map((matcher) => lastOf(matcher, history))
    .reduce((last, fact) => ((fact?.at ?? 0) > (last?.at ?? 0) ? fact : last), undefined);
}

/** What is asked for: one of these is enough. The first is what a fix proposes. */
type Need = readonly Matcher[];

/** Was it tried, and failed the last time? Then it is not met, whoever made the changes. */
function hasFailed(need: Need, history: History): boolean {
  const met = newest(need, history)?.at ?? 0;
  return need.some(({ pattern, attempt: tried }) => {
    const attempt = 'ran' in pattern ? lastOf(tried, history) : undefined;
    return attempt?.kind === 'ran' && (attempt.exitCode ?? 0) !== 0 && attempt.at > met;
  });
}

function inOrder(needs: readonly Need[], start: Happened | undefined, history: History): boolean {
  let at = start?.at ?? 0;
  return needs.every((need) => {
    const met = need.map((each) => firstAfter(each, history, at)?.at ?? Number.POSITIVE_INFINITY);
    at = Math.min(...met);
    return at < Number.POSITIVE_INFINITY;
  });
}

function lacking(
  missing: readonly Need[],
  start: Happened | undefined,
  candidate: Candidate,
  history: History,
): Objection {
  const reasons = missing.map((need) => need.map((each) => reason(each, start, history)).join(' and '));
  return { message: `${reasons.join('; ')}; needed before ${doing(candidate)}`, ...fixFor(missing) };
}

function fixFor(needs: readonly Need[]): { readonly fix?: string } {
  const fixes = needs.map(([first]) => first && fixOf(first.pattern));
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

function disordered(needs: readonly Need[], start: Happened | undefined, candidate: Candidate): Objection {
  const steps = needs.map((need) => need.map(({ pattern }) => asked(pattern)).join(' or ')).join(', then ');
  const since = start ? `, after ${told(start)}` : '';
  return { message: `expected ${steps}, in this order${since}, before ${doing(candidate)}`, ...fixFor(needs) };
}
