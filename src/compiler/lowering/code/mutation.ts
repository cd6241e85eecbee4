import { escapeRegex } from '../../../checks/text/regex.ts';
import type { Language } from '../../../model/language.ts';
import type { CodeForm } from './code-form.ts';

/** Verbs that ask for a thing to be left as it is, not to be left alone. */
const MUTATES: ReadonlySet<string> = new Set(
  'edit modify mutate change alter update overwrite assign reassign set touch patch tamper delete remove'.split(' '),
);

export function mutates(verb: string | undefined): boolean {
  return verb !== undefined && MUTATES.has(verb);
}

/** Is the span a value that can be written to: `process.env`, `self.state`, `window.config.x`? */
export function isMember(span: string): boolean {
  return /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(span);
}

const LEFT = /§/g;
const SCRIPT: readonly string[] = [
  '((assignment_expression left: (_) @l) @match §)',
  '((augmented_assignment_expression left: (_) @l) @match §)',
  '((update_expression argument: (_) @l) @match §)',
  '((unary_expression "delete" argument: (_) @l) @match §)',
  '((call_expression function: (member_expression object: ((identifier) @o (#eq? @o "Object")) property: ((property_identifier) @p (#any-of? @p "assign" "defineProperty"))) arguments: (arguments . (_) @l)) @match §)',
];
const WRITES: Readonly<Partial<Record<Language, readonly string[]>>> = {
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: [
    '((assignment left: (_) @l) @match §)',
    '((augmented_assignment left: (_) @l) @match §)',
    '((delete_statement (_) @l) @match §)',
    '((call function: (attribute object: (_) @l attribute: ((identifier) @m (#any-of? @m "update" "setdefault" "pop" "clear" "append" "extend" "insert")))) @match §)',
  ],
  go: ['((assignment_statement left: (expression_list (_) @l)) @match §)'],
  rust: ['((assignment_expression left: (_) @l) @match §)'],
  java: ['((assignment_expression left: (_) @l) @match §)'],
  csharp: ['((assignment_expression left: (_) @l) @match §)'],
  ruby: ['((assignment left: (_) @l) @match §)', '((operator_assignment left: (_) @l) @match §)'],
};
const SAMPLES: Readonly<Partial<Record<Language, readonly [string, string]>>> = {
  typescript: ['§.example = "a";', 'const example = §.example;'],
  tsx: ['§.example = "a";', 'const example = §.example;'],
  javascript: ['§.example = "a";', 'const example = §.example;'],
  python: ['§["example"] = "a"', 'example = §["example"]'],
  go: ['package sample\n\nfunc run() {\n\t§ = 1\n}', 'package sample\n\nfunc run() {\n\tuse(§)\n}'],
  rust: ['fn run() {\n    § = 1;\n}', 'fn run() {\n    let a = §;\n}'],
  java: ['class A {\n  void run() {\n    § = 1;\n  }\n}', 'class A {\n  void run() {\n    int a = §;\n  }\n}'],
  csharp: [
    'class A\n{\n  void Run()\n  {\n    § = 1;\n  }\n}',
    'class A\n{\n  void Run()\n  {\n    var a = §;\n  }\n}',
  ],
  ruby: ['§.example = 1', 'example = §.example'],
};

/** Matchers of what writes to a member or to what lies below it, and texts that do and do not. */
export function mutationsOf(span: string, languages: readonly Language[]): readonly CodeForm[] {
  const predicate = `(#match? @l "^${escapeRegex(span).replaceAll('\\', '\\\\')}(\\\\.|\\\\[|\\\\?\\\\.|$)")`;
  return languages.flatMap((language) => {
    const sample = SAMPLES[language];
    const matchers = (WRITES[language] ?? []).map((query) => ({
      languages: [language],
      query: query.replace(LEFT, () => predicate),
    }));
    return sample && matchers.length > 0
      ? [
          {
            matchers,
            language,
            violating: `${sample[0].replace('§', () => span)}\n`,
            compliant: `${sample[1].replace('§', () => span)}\n`,
          },
        ]
      : [];
  });
}
