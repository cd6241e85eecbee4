import { quoted } from '../checks/command/quoted.ts';
import { decisionOf } from '../engine/verdict.ts';
import type { Rule } from '../model/rule.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * A command that a rule forbids in favour of another may run inside that other one: `make test` runs pytest.
 * Takes away the violations of such rules. `under`: the allowed commands that this one runs under, outermost first.
 */
export function excused(verdict: Verdict, rules: readonly Rule[], under: readonly string[]): Verdict {
  if (under.length === 0 || verdict.violations.length === 0) return verdict;
  const programs = new Set(under.map(firstWord));
  const violations = verdict.violations.filter(({ rule }) => {
    const found = rules.find(({ id }) => id === rule);
    const instead = found && insteadOf(found);
    return instead === undefined || !programs.has(firstWord(instead));
  });
  return { ...verdict, violations, decision: decisionOf(violations) };
}

function insteadOf(rule: Rule): string | undefined {
  return rule.check.kind === 'command' ? (rule.check.instead ?? rule.instead) : undefined;
}

function firstWord(command: string): string {
  const word = command.trim().split(/\s+/, 1)[0] ?? '';
  return word.slice(word.lastIndexOf('/') + 1);
}

/** Program and arguments as one line for a POSIX shell. */
export function lineOf(words: readonly string[]): string {
  return words.map((word) => (word === '' ? "''" : quoted(word))).join(' ');
}
