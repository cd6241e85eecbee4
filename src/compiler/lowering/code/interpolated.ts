import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import { table } from '../../../model/table.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

interface Form {
  /** Calls of CALLEE whose first text is put together from parts. */
  readonly queries: readonly string[];
  /** The same of a caught error: in the text, or behind it. */
  readonly ofError: readonly string[];
  readonly built: (call: string, name: string) => string;
  readonly plain: (call: string) => string;
}

const PYTHON: Form = {
  queries: [
    '((call function: (_) @f arguments: (argument_list . (string (interpolation)))) @match (#match? @f "CALLEE"))',
    '((call function: (_) @f arguments: (argument_list . (binary_operator left: (string) operator: ["%" "+"]))) @match (#match? @f "CALLEE"))',
    '((call function: (_) @f arguments: (argument_list . (call function: (attribute object: (string) attribute: ((identifier) @m (#eq? @m "format")))))) @match (#match? @f "CALLEE"))',
  ],
  ofError: [
    '((call function: (_) @f arguments: (argument_list . (string (interpolation expression: (_) @x)))) @match (#match? @f "CALLEE") (#match? @x "ERROR"))',
    '((call function: (_) @f arguments: (argument_list . (string) (_) @x)) @match (#match? @f "CALLEE") (#match? @x "ERROR"))',
  ],
  built: (call, name) => `${call}(f"sample {${name}}")\n`,
  plain: (call) => `${call}("sample")\n${call}("sample", sample)\n`,
};
const SCRIPT: Form = {
  queries: [
    '((call_expression function: (_) @f arguments: (arguments . (template_string (template_substitution)))) @match (#match? @f "CALLEE"))',
    '((call_expression function: (_) @f arguments: (arguments . (binary_expression left: (string) operator: "+"))) @match (#match? @f "CALLEE"))',
  ],
  ofError: [
    '((call_expression function: (_) @f arguments: (arguments . (template_string (template_substitution (_) @x)))) @match (#match? @f "CALLEE") (#match? @x "ERROR"))',
  ],
  built: (call, name) => `${call}(\`sample \${${name}}\`);\n`,
  plain: (call) => `${call}("sample");\n${call}("sample", sample);\n`,
};
const FORMS: Readonly<Partial<Record<Language, Form>>> = table({
  python: PYTHON,
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
});

const CALL = /^(?:await\s+)?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\((.*)\)$/s;
const BUILT = /^\s*(?:[fF][rR]?["']|`[^`]*\$\{|["'][^"']*["']\s*(?:%|\+|\.format\())/;
const ERROR = '^(?:str\\\\(|repr\\\\(|String\\\\()?(?:e|ex|exc|err|error|exception)(?:\\\\.message)?\\\\)?$';

/**
 * "`log.info("a", b)`, not `log.info(f"a {b}")`": what is ruled out is that the text is put together, not this very
 * text. `undefined` where the two samples differ in something else.
 */
export function lowerInterpolated(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered | undefined {
  const [, callee, given] = CALL.exec(span) ?? [];
  if (callee === undefined || given === undefined || !BUILT.test(given)) return undefined;
  const [better] = intent.instead.filter((mention) => mention.kind === 'code' || mention.kind === 'command');
  const [, other, plain] = CALL.exec(better?.text ?? '') ?? [];
  if (other !== callee || plain === undefined || BUILT.test(plain)) return undefined;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const parts = [...given.matchAll(/\$?\{\s*([^{}]+?)\s*\}/g)].map((found) => found[1] ?? '');
  const ofError = parts.length > 0 && parts.every((part) => /^(?:e|ex|exc|err|error|exception)$/.test(part));
  const forms = presentLanguages(intent.reach, knowledge).flatMap((language) => {
    const form = FORMS[language];
    const path = form && samplePath(scope, fileOf(language));
    return form && path !== undefined ? [{ form, path, language }] : [];
  });
  if (forms.length === 0) return undefined;
  const pattern = patternOf(callee);
  const match = forms.flatMap(({ form, language }): CodeMatcher[] =>
    (ofError ? form.ofError : form.queries).map((query) => ({
      languages: [language],
      query: query.replace('CALLEE', pattern).replace('ERROR', ERROR),
    })),
  );
  return {
    drafts: [
      {
        subject: `${callee} with built text`,
        severity: severityOf(intent),
        message: ofError
          ? `the error is no part of the text that \`${callee}()\` is given here; use \`${better?.text}\``
          : `the text that \`${callee}()\` is given is not put together here; use \`${better?.text}\``,
        instead: `\`${better?.text}\``,
        ...(scope && { scope }),
        check: { kind: 'code', match },
        evidence: {
          violating: forms
            .slice(0, 2)
            .map(({ form, path }) => wrote(path, form.built(callee, ofError ? 'error' : 'part'))),
          compliant: forms.slice(0, 2).map(({ form, path }) => wrote(path, form.plain(callee))),
        },
      },
    ],
    left: [],
  };
}

const LEVELS = '(?:trace|debug|info|warn|warning|error|critical|fatal|exception)';

/** Loggers go by many names; what holds for one level holds for all but that of exceptions. */
function patternOf(callee: string): string {
  const logging = /^(?:\w+\.)*_?log(?:ger|ging)?\.(\w+)$/i.exec(callee)?.[1];
  return logging === undefined
    ? `(?:^|\\\\.)${callee.replaceAll(/[.$]/g, '\\\\$&')}$`
    : `(?i)(?:^|\\\\.|_)log(?:ger|ging)?\\\\.${logging === 'exception' ? logging : LEVELS}$`;
}
