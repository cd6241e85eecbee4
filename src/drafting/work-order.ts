import type { Compilation, Outcome } from '../compiler/compilation.ts';
import { CHECK_KINDS, type CheckKind } from '../model/check-kind.ts';
import type { Directive, Status } from '../model/directive.ts';
import type { Rule } from '../model/rule.ts';
import { type RepositoryFacts, repositoryFacts } from '../repository/facts.ts';
import type { RepositoryView } from '../repository/view.ts';
import { describeRule } from '../rulebook/describe.ts';
import { serves } from '../rulebook/serves.ts';
import { type RepositoryNotes, repositoryNotes } from './repository-notes.ts';
import { likelyKinds, type NamedPath, namedPaths, relatedRules } from './subject.ts';

/** Which directives a work order is about, and how many of them. */
export interface Wish {
  /** An instruction file, and a line of it (1-based). With a line, what is enforced is listed too. */
  readonly file?: string;
  readonly line?: number;
  readonly statuses: readonly Status[];
  readonly limit: number;
  /** Go on behind the directive of this id. */
  readonly after?: string;
}

/** A directive to write a rule for, with what helps to. */
export interface WorkItem {
  readonly directive: Directive;
  readonly status: Status;
  readonly reason: string;
  /** What the compiler did understand: the rules it made of it, in words. */
  readonly understood: readonly string[];
  readonly paths: readonly NamedPath[];
  readonly related: readonly string[];
  readonly kinds: readonly CheckKind[];
}

export interface WorkOrder {
  readonly items: readonly WorkItem[];
  /** How many more there are behind the last. */
  readonly left: number;
  /** What to hand in as `after` for the next ones; absent at the end. */
  readonly next?: string;
  /** Statements on the way that the compiler takes for information or judgement, as `id: quote`: it may be wrong. */
  readonly passed: readonly string[];
  readonly repository: RepositoryNotes;
  /** Kinds of check that these directives might need. */
  readonly kinds: readonly CheckKind[];
}

/** The work order for the directives wished for, in the order of the prose; those with an adopted rule are left out. */
export function workOrder(
  compilation: Compilation,
  written: readonly Rule[],
  view: RepositoryView,
  wish: Wish,
): WorkOrder {
  const facts = repositoryFacts(view);
  const meant = compilation.readings.filter(
    (reading) => isMeant(reading, wish) && !isWritten(reading.directive, written, wish),
  );
  const from = wish.after === undefined ? 0 : 1 + meant.findIndex(({ directive }) => directive.id === wish.after);
  const picked = meant.slice(from, from + wish.limit);
  const rules = [...compilation.rules, ...written];
  const items = picked.map((reading) => itemOf(reading, rules, facts));
  const left = Math.max(0, meant.length - from - picked.length);
  const last = picked.at(-1)?.directive.id;
  return {
    items,
    left,
    ...(left > 0 && last !== undefined && { next: last }),
    passed: wish.line === undefined ? passedOver(compilation.readings, wish, left > 0 ? last : undefined) : [],
    repository: repositoryNotes(facts),
    kinds: CHECK_KINDS.filter((kind) => items.some((item) => item.kinds.includes(kind))),
  };
}

const MOST_PASSED = 60;
const MOST_QUOTED = 110;

/** What stands between the directive the order goes on behind and its last one, and is no part of it. */
function passedOver(
  readings: readonly Outcome[],
  { file, after, statuses }: Wish,
  last: string | undefined,
): readonly string[] {
  const indexOf = (id: string | undefined) => readings.findIndex(({ directive }) => directive.id === id);
  const end = last === undefined ? readings.length : indexOf(last) + 1;
  return readings
    .slice(indexOf(after) + 1, end)
    .filter(({ status }) => (status === 'information' || status === 'judgement') && !statuses.includes(status))
    .filter(({ directive }) => file === undefined || directive.source.file === file)
    .slice(0, MOST_PASSED)
    .map(({ directive: { id, source } }) => `${id}: ${source.quote.replaceAll(/\s+/g, ' ').slice(0, MOST_QUOTED)}`);
}

function isMeant({ directive: { source }, status }: Outcome, { file, line, statuses }: Wish): boolean {
  if (file !== undefined && source.file !== file) return false;
  if (line !== undefined) return source.line <= line && line <= source.endLine;
  return statuses.includes(status);
}

/** Is there a written rule for this very statement? One asked for by its line is listed all the same. */
function isWritten({ source }: Directive, written: readonly Rule[], { line }: Wish): boolean {
  if (line !== undefined) return false;
  return written.some((rule) => serves(rule, source));
}

function itemOf(
  { directive, status, reason, rules: ids }: Outcome,
  rules: readonly Rule[],
  facts: RepositoryFacts,
): WorkItem {
  return {
    directive,
    status,
    reason,
    understood: rules.filter((rule) => ids.includes(rule.id)).map((rule) => `${rule.id}: ${describeRule(rule)}`),
    paths: namedPaths(directive, facts),
    related: relatedRules(
      directive,
      rules.filter((rule) => !ids.includes(rule.id)),
    ),
    kinds: likelyKinds(directive),
  };
}
