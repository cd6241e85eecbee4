import type { Engine } from '../../engine/engine.ts';
import { breaks, judgeExample, shown } from '../../engine/proof.ts';
import type { Example } from '../../model/evidence.ts';
import type { Rule } from '../../model/rule.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { standingOf } from '../../rulebook/quote.ts';
import type { Objection } from '../objection.ts';

/** The name is free, or that of an adopted rule, which the draft is to replace. */
export function nameObjections(rule: Rule, known: readonly Rule[], others: readonly Rule[]): readonly Objection[] {
  const told = (reason: string): readonly Objection[] => [
    { gate: 'name', reason, remedy: 'give the rule an id of its own' },
  ];
  const taken = known.find(({ id }) => id === rule.id);
  if (taken && taken.origin !== 'adopted') {
    return told(`the id \`${rule.id}\` is taken by the rule of ${taken.source.file}:${taken.source.line}`);
  }
  return others.some(({ id }) => id === rule.id) ? told(`the id \`${rule.id}\` is drafted twice`) : [];
}

/**
 * A draft that takes the place of an adopted rule still catches what that one shows as wrong: rules are mended, not
 * weakened. One whose prose is gone binds nobody.
 */
export async function replacementObjections(
  rule: Rule,
  own: Engine,
  known: readonly Rule[],
  view: RepositoryView,
): Promise<readonly Objection[]> {
  const replaced = known.find(({ id, origin }) => id === rule.id && origin === 'adopted');
  if (!replaced || ['gone', 'no-file'].includes(standingOf(replaced.source, view).kind)) return [];
  for (const example of replaced.evidence.violating) {
    if (await breaks(rule, example, own, view)) continue;
    return [
      {
        gate: 'name',
        reason: `it would replace the adopted rule of its name, but misses what that one catches: ${shown(example)}`,
        remedy: 'catch it too, give the draft an id of its own, or let a person delete the adopted rule',
      },
    ];
  }
  return [];
}

/**
 * Neither the same check as a rule in force, nor the opposite of one. Told by their evidence: two rules that catch all
 * of each other's violations are one; two that forbid what the other shows as right contradict each other.
 */
export async function rivalObjections(
  rule: Rule,
  own: Engine,
  known: readonly Rule[],
  all: Engine,
  view: RepositoryView,
): Promise<readonly Objection[]> {
  const rivals = known.filter((rival) => rival.id !== rule.id && rival.origin !== 'builtin' && !saysSoToo(rule, rival));
  const same = rivals.find((rival) => meaning(rival) === meaning(rule));
  if (same) return [duplicate(rule, same, 'has the same check and scope')];
  const { violating, compliant } = rule.evidence;
  const caught = await catchers(violating, all, view);
  const hindered = await catchers(compliant, all, view);
  for (const rival of rivals) {
    const hinders = hindered.some((ids) => ids.has(rival.id));
    const isHindered = await breaksAny(rule, rival.evidence.compliant, own, view);
    const catchesAll = caught.every((ids) => ids.has(rival.id));
    // What one lets pass and the other does not tells them apart, even if their violations are the same.
    if (catchesAll && !hinders && !isHindered && (await breaksAll(rule, rival.evidence.violating, own, view))) {
      return [duplicate(rule, rival, 'catches all that this one shows, and this one all that it shows')];
    }
    if (hinders && isHindered && !isObligation(rule) && !isObligation(rival)) {
      return [
        {
          gate: 'contradiction',
          reason: `it forbids what \`${rival.id}\` (${placeOf(rival)}) shows as right, and \`${rival.id}\` forbids what it shows as right`,
          remedy: `read ${placeOf(rival)} ${JSON.stringify(rival.source.quote)} again; narrow the scope of one, or ask the author of the prose`,
        },
      ];
    }
  }
  return [];
}

/** Does the draft name the place of the other rule as one that says the same? Then it stands beside it knowingly. */
function saysSoToo({ also = [] }: Rule, { source }: Rule): boolean {
  return also.some(
    ({ file, line, endLine }) => file === source.file && line <= source.endLine && source.line <= endLine,
  );
}

/** Does the rule ask for something to be done? Two of these can both be met, though neither's example meets the other. */
function isObligation({ check }: Rule): boolean {
  if (check.kind === 'order') return check.contract.type !== 'never-after';
  if (check.kind === 'paths') return check.contract.type === 'companion';
  if (check.kind === 'config') return check.expect.present === true || check.expect.unchanged === true;
  return (check.kind === 'text' || check.kind === 'code') && (check.mode ?? 'forbid') !== 'forbid';
}

function meaning({ check, scope }: Rule): string {
  return JSON.stringify([sorted(check), sorted(scope ?? {})]);
}

/** The same value with its keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

async function catchers(
  examples: readonly Example[],
  engine: Engine,
  view: RepositoryView,
): Promise<readonly ReadonlySet<string>[]> {
  const caught: ReadonlySet<string>[] = [];
  for (const example of examples) {
    const { violations } = await judgeExample(example, engine, view);
    caught.push(new Set(violations.map((violation) => violation.rule)));
  }
  return caught;
}

async function breaksAll(rule: Rule, examples: readonly Example[], engine: Engine, view: RepositoryView) {
  for (const example of examples) if (!(await breaks(rule, example, engine, view))) return false;
  return true;
}

async function breaksAny(rule: Rule, examples: readonly Example[], engine: Engine, view: RepositoryView) {
  for (const example of examples) if (await breaks(rule, example, engine, view)) return true;
  return false;
}

function duplicate(rule: Rule, rival: Rule, why: string): Objection {
  return {
    gate: 'duplicate',
    reason: `\`${rival.id}\` (${placeOf(rival)}) ${why}`,
    remedy:
      rule.source.file === rival.source.file && rule.source.line === rival.source.line
        ? 'delete the draft, or show in a violating example what it catches beyond that rule'
        : `delete the draft, show in a violating example what it catches beyond that rule, or, if both places are to be quoted, say so: \`also: [${placeOf(rival)}]\``,
  };
}

function placeOf({ source }: Rule): string {
  return `${source.file}:${source.line}`;
}
