import type { Outcome } from '../compiler/compilation.ts';
import type { Rule } from '../model/rule.ts';
import { serves } from '../rulebook/serves.ts';

/** What became of statements once written rules are counted: one that such a rule holds to is enforced by it. */
export function withWritten(readings: readonly Outcome[], written: readonly Rule[]): readonly Outcome[] {
  return readings.map((reading) => {
    const own = written.filter((rule) => serves(rule, reading.directive.source)).map(({ id }) => id);
    if (own.length === 0) return reading;
    return { ...reading, status: 'enforced', rules: [...new Set([...reading.rules, ...own])] };
  });
}
