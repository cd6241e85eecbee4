import type { CodeCheck } from '../../../model/checks/code.ts';
import type { IntentOf } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { fileOf, presentLanguages } from './code.ts';
import { wrote } from './wording.ts';

/** What counts as a function, and one of `lines` lines (at least two), by language. Callbacks are no functions of their own. */
const FUNCTIONS: ReadonlyMap<Language, readonly [query: string, sample: (lines: number) => string]> = new Map(
  Object.entries({
    typescript: [
      '[(function_declaration) (method_definition) (variable_declarator value: [(arrow_function) (function_expression)])] @match',
      (lines) => `function sample() {\n${'  work();\n'.repeat(lines - 2)}}\n`,
    ],
    python: ['(function_definition) @match', (lines) => `def sample():\n${'    work()\n'.repeat(lines - 1)}`],
    go: [
      '[(function_declaration) (method_declaration)] @match',
      (lines) => `package sample\n\nfunc sample() {\n${'\twork()\n'.repeat(lines - 2)}}\n`,
    ],
    rust: ['(function_item) @match', (lines) => `fn sample() {\n${'    work();\n'.repeat(lines - 2)}}\n`],
    java: [
      '(method_declaration) @match',
      (lines) => `class Sample {\n  void sample() {\n${'    work();\n'.repeat(lines - 2)}  }\n}\n`,
    ],
    kotlin: ['(function_declaration) @match', (lines) => `fun sample() {\n${'    work()\n'.repeat(lines - 2)}}\n`],
    swift: ['(function_declaration) @match', (lines) => `func sample() {\n${'    work()\n'.repeat(lines - 2)}}\n`],
    csharp: [
      '[(method_declaration) (local_function_statement)] @match',
      (lines) => `class Sample {\n  void Work() {\n${'    Work();\n'.repeat(lines - 2)}  }\n}\n`,
    ],
    php: [
      '[(function_definition) (method_declaration)] @match',
      (lines) => `<?php\nfunction sample() {\n${'    work();\n'.repeat(lines - 2)}}\n`,
    ],
    ruby: ['(method) @match', (lines) => `def sample\n${'  work\n'.repeat(lines - 2)}end\n`],
    c: ['(function_definition) @match', (lines) => `void sample() {\n${'    work();\n'.repeat(lines - 2)}}\n`],
  } satisfies Record<string, readonly [string, (lines: number) => string]>) as Iterable<
    readonly [Language, readonly [string, (lines: number) => string]]
  >,
);
const SAME: ReadonlyMap<Language, Language> = new Map([
  ['tsx', 'typescript'],
  ['javascript', 'typescript'],
  ['cpp', 'c'],
]);

/** "Functions under 50 lines", where the grammars of the languages present know functions. */
export function lowerFunctionLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const match: CodeCheck['match'][number][] = [];
  const examples: Pick<Draft['evidence'], 'violating' | 'compliant'>[] = [];
  for (const language of presentLanguages(intent.reach, knowledge)) {
    const form = FUNCTIONS.get(SAME.get(language) ?? language);
    const path = samplePath(scope, fileOf(language));
    if (!form || path === undefined) continue;
    const [query, sample] = form;
    match.push({ languages: [language], query, where: { lines: { max: intent.max } } });
    examples.push({
      violating: [wrote(path, sample(intent.max + 1))],
      compliant: [wrote(path, sample(Math.max(2, intent.max)))],
    });
  }
  if (match.length === 0) return left('there is no grammar that knows the functions of these languages');
  return bounded(
    `function lines ${intent.max}`,
    `functions have at most ${intent.max} lines`,
    intent,
    scope,
    match,
    examples,
  );
}

/** The parameters of a function that the author has to name: what the language hands over itself does not count. */
const PARAMETERS: ReadonlyMap<Language, readonly [query: string, counted: string, sample: (count: number) => string]> =
  new Map(
    Object.entries({
      typescript: [
        '[(function_declaration parameters: (formal_parameters) @match) (method_definition name: (property_identifier) @n parameters: (formal_parameters) @match (#not-eq? @n "constructor")) (variable_declarator value: (arrow_function parameters: (formal_parameters) @match))]',
        '[(required_parameter) (optional_parameter)] @match',
        (count) => `export function sample(${names(count, (name) => `${name}: string`)}) {}\n`,
      ],
      javascript: [
        '[(function_declaration parameters: (formal_parameters) @match) (method_definition name: (property_identifier) @n parameters: (formal_parameters) @match (#not-eq? @n "constructor")) (variable_declarator value: (arrow_function parameters: (formal_parameters) @match))]',
        '(formal_parameters (_) @match)',
        (count) => `export function sample(${names(count, (name) => name)}) {}\n`,
      ],
      python: [
        '(function_definition name: (identifier) @n parameters: (parameters) @match (#not-match? @n "^__"))',
        '(parameters [(identifier) @a (typed_parameter) @a (default_parameter) @a (typed_default_parameter) @a] (#not-match? @a "^(self|cls)$"))',
        (count) => `def sample(${names(count, (name) => name)}):\n    pass\n`,
      ],
      go: [
        '[(function_declaration parameters: (parameter_list) @match) (method_declaration parameters: (parameter_list) @match)]',
        '(parameter_declaration name: (identifier) @match)',
        (count) => `package sample\n\nfunc sample(${names(count, (name) => `${name} string`)}) {}\n`,
      ],
      rust: [
        '(function_item parameters: (parameters) @match)',
        '(parameters (parameter) @match)',
        (count) => `fn sample(${names(count, (name) => `${name}: u8`)}) {}\n`,
      ],
      java: [
        '(method_declaration parameters: (formal_parameters) @match)',
        '(formal_parameters (formal_parameter) @match)',
        (count) => `class Sample {\n  void sample(${names(count, (name) => `String ${name}`)}) {}\n}\n`,
      ],
      csharp: [
        '(method_declaration parameters: (parameter_list) @match)',
        '(parameter_list (parameter) @match)',
        (count) => `class Sample {\n  void Sample(${names(count, (name) => `string ${name}`)}) { }\n}\n`,
      ],
    } satisfies Record<string, readonly [string, string, (count: number) => string]>) as Iterable<
      readonly [Language, readonly [string, string, (count: number) => string]]
    >,
  );

function names(count: number, written: (name: string) => string): string {
  return Array.from({ length: count }, (_, index) => written(`n${index + 1}`)).join(', ');
}

/** "At most 3 parameters": of functions and methods, not of constructors, which are handed what they need. */
export function lowerParameterLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
  const scope = scopeOf(intent.reach, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const match: CodeCheck['match'][number][] = [];
  const examples: Pick<Draft['evidence'], 'violating' | 'compliant'>[] = [];
  for (const language of presentLanguages(intent.reach, knowledge)) {
    const form = PARAMETERS.get(language === 'tsx' ? 'typescript' : language);
    const path = samplePath(scope, fileOf(language));
    if (!form || path === undefined) continue;
    const [query, counted, sample] = form;
    match.push({
      languages: [language],
      query,
      where: { children: { query: counted, direct: true, max: intent.max } },
    });
    examples.push({
      violating: [wrote(path, sample(intent.max + 1))],
      compliant: [wrote(path, sample(intent.max))],
    });
  }
  if (match.length === 0) return left('there is no grammar that knows the parameters of these languages');
  return bounded(
    `parameters ${intent.max}`,
    `functions have at most ${intent.max} parameters`,
    intent,
    scope,
    match,
    examples,
  );
}

function bounded(
  subject: string,
  message: string,
  intent: IntentOf<'limit'>,
  scope: Scope | undefined,
  match: CodeCheck['match'],
  examples: readonly Pick<Draft['evidence'], 'violating' | 'compliant'>[],
): Lowered {
  const evidence = {
    violating: examples.flatMap(({ violating }) => violating).slice(0, 3),
    compliant: examples.flatMap(({ compliant }) => compliant).slice(0, 3),
  };
  const check = { kind: 'code', match } as const;
  return {
    drafts: [{ subject, severity: severityOf(intent), message, ...(scope && { scope }), check, evidence }],
    left: [],
  };
}
