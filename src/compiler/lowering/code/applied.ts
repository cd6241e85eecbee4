import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import { escapeRegex } from '../../../checks/text/regex.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { join, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { withHosts } from './hosts.ts';
import { wrote } from './wording.ts';

interface Call {
  readonly languages: readonly Language[];
  readonly query: string;
  readonly sample: (call: string) => string;
}

/** Calls by language; `@f` is the function. */
const CALLS: readonly Call[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    query: '((call_expression function: (_) @f) @match (#match? @f "§"))',
    sample: (call) => `${call};\n`,
  },
  { languages: ['python'], query: '((call function: (_) @f) @match (#match? @f "§"))', sample: (call) => `${call}\n` },
  {
    languages: ['rust'],
    query: '((call_expression function: (_) @f) @match (#match? @f "§"))',
    sample: (call) => `fn run() {\n    ${call};\n}\n`,
  },
  {
    languages: ['go'],
    query: '((call_expression function: (_) @f) @match (#match? @f "§"))',
    sample: (call) => `package sample\n\nfunc run() {\n\t${call}\n}\n`,
  },
  {
    languages: ['csharp'],
    query: '((invocation_expression function: (_) @f) @match (#match? @f "§"))',
    sample: (call) => `class Sample\n{\n  void Run()\n  {\n    ${call};\n  }\n}\n`,
  },
];

/** "No `std::fs` on `rawPath()`": a call of the one that is given the other. */
export function lowerApplied(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const pairs = intent.things.flatMap((thing) =>
    intent.with.map((given) => [thing.text, given.kind === 'phrase' ? NUMBER : given.text] as const),
  );
  return join(...pairs.map(([thing, given]) => applied(thing, given, scope, intent, knowledge)));
}

/** A number stands for any. */
const NUMBER = '5';
const SCRIPT = '(arguments . (number) @n)';
const NUMBERS: Readonly<Partial<Record<Language, string>>> = {
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: '(argument_list . [(integer) (float)] @n)',
  rust: '(arguments . [(integer_literal) (float_literal)] @n)',
  go: '(argument_list . [(int_literal) (float_literal)] @n)',
};

function applied(
  span: string,
  given: string,
  scope: Exclude<ReturnType<typeof scopeOf>, string>,
  intent: IntentOf<'form'>,
  knowledge: Knowledge,
): Lowered {
  const present = presentLanguages(intent.reach, knowledge);
  const pattern = functionPattern(span).replaceAll('\\', '\\\\');
  const name = span.replace(/\(.*\)$/, '');
  const call = `${name}${isModule(span) ? `${name.includes('::') ? '::' : '.'}run` : ''}`;
  const drafts = CALLS.flatMap((form) => {
    const languages = form.languages.filter(
      (language) =>
        present.includes(language) &&
        (language !== 'csharp' || !span.includes('::')) &&
        codeSpanToMatchers(span, [language]).length > 0,
    );
    const match = languages.flatMap((language): CodeMatcher[] => {
      const number = given === NUMBER ? NUMBERS[language] : undefined;
      const queries =
        number !== undefined
          ? [number]
          : codeSpanToMatchers(given, [language])
              .filter((matcher) => matcher.where === undefined && !/import|token_tree/.test(matcher.query ?? 'import'))
              .flatMap((matcher) => matcher.query ?? []);
      // The other is among what is passed, not what is called.
      return queries.length > 0
        ? [{ languages: [language], query: form.query.replace('§', pattern), where: { has: queries.join('\n') } }]
        : [];
    });
    const path = languages[0] && samplePath(scope, fileOf(languages[0]));
    if (match.length === 0 || path === undefined) return [];
    return [
      {
        match,
        violating: wrote(path, form.sample(`${call}(${given})`)),
        compliant: [wrote(path, form.sample(`${call}(other)`)), wrote(path, form.sample(`other(${given})`))],
      },
    ];
  });
  if (drafts.length === 0)
    return left(`\`${span}\` and \`${given}\` could not be read as code of this repository's languages`);
  return {
    drafts: [
      {
        subject: `${span} on ${given}`,
        severity: severityOf(intent),
        message:
          given === NUMBER
            ? `\`${span}\` is not given a fixed number here`
            : `\`${span}\` is not used on \`${given}\` here`,
        ...(scope && { scope }),
        check: {
          kind: 'code',
          match: withHosts(
            drafts.flatMap((each) => each.match),
            scope,
            knowledge,
          ),
        },
        evidence: {
          violating: drafts.map((each) => each.violating).slice(0, 2),
          compliant: drafts.flatMap((each) => each.compliant).slice(0, 4),
        },
      },
    ],
    left: [],
  };
}

/** A lower-case path without call brackets is a module, whose functions are meant: `std::fs`, `os.path`. */
function isModule(span: string): boolean {
  return /^[a-z_]+(?:(?:\.|::)[a-z_]+)+$/.test(span);
}

function functionPattern(span: string): string {
  const parts = span.replace(/\(.*\)$/, '').split(/::|\./);
  const whole = parts.map(escapeRegex).join('(::|\\.)');
  const last = escapeRegex(parts.at(-1) ?? '');
  return isModule(span)
    ? `(^|::|\\.)${last}(::|\\.)\\w+$|(^|::|\\.)${whole}$`
    : parts.length > 1
      ? `(^|::|\\.)${whole}$${/^[a-z]/.test(span) ? `|^${last}$` : ''}`
      : `(^|::|\\.)${last}$`;
}
