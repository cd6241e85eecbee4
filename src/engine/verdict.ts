import { quoted } from '../checks/command/quoted.ts';
import type { Finding } from '../checks/contract.ts';
import type { Event } from '../model/event.ts';
import type { Decision, Verdict, Violation } from '../model/verdict.ts';

/** Findings become violations, most severe first, each said once. */
export function verdictOf(
  findings: readonly Finding[],
  event: Event | undefined,
  notLookedAt: readonly { path: string; reason: string }[] = [],
): Verdict {
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const finding of findings) {
    const violation = violationOf(finding, event);
    const key = JSON.stringify([violation.rule, violation.location, violation.found, violation.message]);
    if (!seen.has(key)) violations.push(violation);
    seen.add(key);
  }
  violations.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return {
    decision: decisionOf(violations),
    violations,
    ...(notLookedAt.length > 0 && { notLookedAt: [...notLookedAt] }),
  };
}

export function decisionOf(violations: readonly Violation[]): Decision {
  if (violations.length === 0) return 'allow';
  return violations.some((violation) => violation.severity === 'error') ? 'deny' : 'warn';
}

function violationOf(finding: Finding, event: Event | undefined): Violation {
  const { rule, location, found } = finding;
  const fix = finding.fix ?? rule.instead;
  return {
    rule: rule.id,
    severity: rule.severity,
    message: finding.message ?? rule.message,
    source: rule.source,
    ...(location && { location }),
    ...(fix !== undefined && { fix }),
    reproduce: reproduction(finding, event),
    ...(found !== undefined && { found }),
  };
}

function reproduction(finding: Finding, event: Event | undefined): string {
  if (event?.kind === 'command') return `bylaw check-command ${quoted(event.command)}`;
  return finding.location ? `bylaw check ${quoted(finding.location.path)}` : `bylaw explain ${finding.rule.id}`;
}
