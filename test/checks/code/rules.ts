import type { CodeCheck } from '../../../src/model/checks/code.ts';
import type { Rule, RuleOf } from '../../../src/model/rule.ts';

/** A rule for tests; only its check, severity and scope matter. */
export function codeRule(id: string, check: Omit<CodeCheck, 'kind'>, scope?: Rule['scope']): RuleOf<'code'> {
  return {
    id,
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: id },
    severity: 'error',
    message: id,
    check: { kind: 'code', ...check },
    evidence: { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] },
    ...(scope && { scope }),
  };
}
