import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Language } from '../../../model/language.ts';

/**
 * `Mailer::send()` in PHP is also what a chain that begins with the class ends in: `Mailer::to($a)->send($b)`.
 * Names in capitals are classes whose static calls hand on a builder.
 */
export function fluentForms(span: string, languages: readonly Language[]): CodeMatcher[] {
  const [, name, method] = /^([A-Z]\w*)::([a-z]\w*)(?:\((?:\.\.\.|…)?\))?$/.exec(span) ?? [];
  if (name === undefined || method === undefined || !languages.includes('php')) return [];
  const query = `((member_call_expression object: (_) @chain name: (name) @method) @match (#eq? @method "${method}") (#match? @chain "^${name}::"))`;
  return [{ languages: ['php'], query }];
}
