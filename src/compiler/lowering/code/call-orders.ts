import { escapeRegex } from '../../../checks/text/regex.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import { table } from '../../../model/table.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { declarationsOf } from './within.ts';
import { wrote } from './wording.ts';

interface Form {
  /** Two statements side by side, THEN before FIRST. */
  readonly query: string;
  readonly sample: (first: string, second: string) => string;
}

const TESTS =
  '(#match? @a "THEN") (#not-match? @a "FIRST|=>|\\\\b(?:function|def|lambda|func|fn|class)\\\\b") (#match? @b "FIRST") (#not-match? @block "BOTH")';
const two = (blocks: readonly string[], statements: string): string =>
  blocks.map((block) => `((${block} ${statements} @a @match ${statements} @b) @block ${TESTS})`).join('\n');
const SCRIPT: Form = {
  query: two(['statement_block', 'program'], '[(expression_statement) (lexical_declaration) (return_statement)]'),
  sample: (first, second) => `function run() {\n  ${first};\n  ${second};\n}\n`,
};
const FORMS: Readonly<Partial<Record<Language, Form>>> = table({
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: {
    query: two(['block', 'module'], '[(expression_statement) (return_statement)]'),
    sample: (first: string, second: string) => `def run():\n    ${first}\n    ${second}\n`,
  },
  go: {
    query: two(
      ['statement_list', 'block'],
      '[(expression_statement) (short_var_declaration) (assignment_statement) (return_statement)]',
    ),
    sample: (first: string, second: string) => `package sample\n\nfunc run() {\n\t${first}\n\t${second}\n}\n`,
  },
  rust: {
    query: two(['block'], '[(expression_statement) (let_declaration)]'),
    sample: (first: string, second: string) => `fn run() {\n    ${first};\n    ${second};\n}\n`,
  },
  java: {
    query: two(['block'], '[(expression_statement) (local_variable_declaration) (return_statement)]'),
    sample: (first: string, second: string) =>
      `class Sample {\n    void run() {\n        ${first};\n        ${second};\n    }\n}\n`,
  },
  csharp: {
    query: two(['block'], '[(expression_statement) (local_declaration_statement) (return_statement)]'),
    sample: (first: string, second: string) =>
      `class Sample\n{\n    void Run()\n    {\n        ${first};\n        ${second};\n    }\n}\n`,
  },
});

/** "Call `load()` before `start()`": no statement calls `start()` ahead of one beside it that calls `load()`. */
export function lowerPreceded(intent: IntentOf<'form'>, knowledge: Knowledge): Lowered {
  const [then] = intent.things;
  const [first, place] = intent.with;
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (!then || !first) return left('what comes before what is not said');
  const [one, other] = [nameOf(first.text), nameOf(then.text)];
  const earlier = `\\b${escapeRegex(one)}\\s*\\(`;
  const later = `\\b${escapeRegex(other)}\\s*\\(`;
  const both = `(?s)${earlier}.*${later}`;
  const quoted = (pattern: string) => pattern.replaceAll('\\', '\\\\');
  const forms = presentLanguages(intent.reach, knowledge).flatMap((language) => {
    const form = FORMS[language];
    const path = form && samplePath(scope, fileOf(language));
    return form && path !== undefined && (language === 'rust' || !one.includes('::')) ? [{ form, path, language }] : [];
  });
  if (forms.length === 0) return left(`in which order \`${one}\` and \`${other}\` are called cannot be told here`);
  const match = forms.flatMap(({ form, language }): CodeMatcher[] => [
    {
      languages: [language],
      query: form.query
        .replaceAll('BOTH', quoted(both))
        .replaceAll('FIRST', quoted(earlier))
        .replaceAll('THEN', quoted(later)),
    },
    // Where it is said in which function: there the first is not left out either.
    ...(place ? declarationsOf(nameOf(place.text), language) : []).map((query) => ({
      languages: [language],
      query,
      where: { text: `(?s)${later}`, notText: both },
    })),
  ]);
  return {
    drafts: [
      {
        subject: `${one} before ${other}`,
        severity: severityOf(intent),
        message: `\`${one}()\` is called before \`${other}()\` here`,
        instead: `call \`${one}()\` first`,
        ...(scope && { scope }),
        check: { kind: 'code', match },
        evidence: {
          violating: forms.map(({ form, path }) => wrote(path, form.sample(`${other}()`, `${one}()`))),
          compliant: forms.map(({ form, path }) => wrote(path, form.sample(`${one}()`, `${other}()`))),
        },
      },
    ],
    left: [],
  };
}

function nameOf(code: string): string {
  return code.replace(/^(?:await|new)\s+/, '').replace(/\(.*\)$/s, '');
}
