import type { Compilation } from '../compiler/compilation.ts';
import type { Verdict, Violation } from '../model/verdict.ts';

/** A violation as the event protocol has it: what only the ratchet needs is left out. */
export function violationJson({ found: _, ...violation }: Violation): object {
  return violation;
}

/** A verdict as the event protocol has it. */
export function verdictJson(verdict: Verdict): object {
  return { ...verdict, violations: verdict.violations.map(violationJson) };
}

/** What a compilation made of the prose: files, every statement with its status, rules by id. */
export function compilationJson(compilation: Compilation): object {
  return {
    files: compilation.files,
    directives: compilation.readings.map(({ directive, ...reading }) => ({
      id: directive.id,
      source: directive.source,
      text: directive.text,
      ...reading,
    })),
    rules: compilation.rules.map((rule) => ({
      id: rule.id,
      kind: rule.check.kind,
      severity: rule.severity,
      source: rule.source,
      message: rule.message,
    })),
    warnings: compilation.warnings,
  };
}
