import type { Rule } from '../model/rule.ts';
import type { Verdict, Violation } from '../model/verdict.ts';

/** What a format is given to print. */
export interface Report {
  readonly violations: readonly Violation[];
  readonly notLookedAt: readonly { readonly path: string; readonly reason: string }[];
  readonly rules: readonly Rule[];
  /** Version of this program. */
  readonly version: string;
}

export function reportOf(verdict: Verdict, rules: readonly Rule[], version: string): Report {
  return { violations: verdict.violations, notLookedAt: verdict.notLookedAt ?? [], rules, version };
}
