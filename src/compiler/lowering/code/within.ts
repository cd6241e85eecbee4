import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import { exampleWithin } from '../../../checks/code/example-within.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Reach, Within } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';

/** The reach of a rule over code, once its matchers are confined to parts of files. */
export function acrossFiles(reach: Reach): Reach {
  const { within: _, ...rest } = reach;
  return rest;
}

/** A command is the same one in a loop. */
export function evenInLoops(reach: Reach): Reach {
  return reach.within?.every((part) => part.text === 'loop') ? acrossFiles(reach) : reach;
}

/** The matchers where they lie in the parts of code that a reach names; those of languages without such parts are left out. */
export function confined(match: readonly CodeMatcher[], reach: Reach, knowledge: Knowledge): CodeMatcher[] {
  const parts = reach.within ?? [];
  if (parts.length === 0) return [...match];
  return match.flatMap((matcher) =>
    matcher.languages.flatMap((language) => {
      const where = filterOf(parts, language, knowledge);
      const own = matcher.where ?? {};
      const clash = where === undefined || Object.keys(where).some((key) => key in own);
      return clash ? [] : [{ ...matcher, languages: [language], where: { ...own, ...where } }];
    }),
  );
}

/** Of these languages, those that have the parts of code that a reach names. */
export function languagesWith(reach: Reach, languages: readonly Language[], knowledge: Knowledge): readonly Language[] {
  const parts = reach.within ?? [];
  return languages.filter((language) => filterOf(parts, language, knowledge) !== undefined);
}

function filterOf(parts: readonly Within[], language: Language, knowledge: Knowledge): CodeMatcher['where'] {
  let where: NonNullable<CodeMatcher['where']> = {};
  for (const part of parts) {
    if (part.kind === 'top-level') {
      if (where.topLevel !== undefined) return undefined;
      where = { ...where, topLevel: part.inside };
      continue;
    }
    const query = part.kind === 'construct' ? formOf(part, language, knowledge)?.query : enclosingAny(part, language);
    const key = part.inside ? 'inside' : 'notInside';
    if (query === undefined || where[key] !== undefined) return undefined;
    where = { ...where, [key]: query };
  }
  return where;
}

export function formOf(part: Within, language: Language, knowledge: Knowledge) {
  return knowledge.lexicon.constructs[part.text]?.forms.find((form) => form.languages.includes(language));
}

/** Calls and declarations of a name, as queries whose match encloses what is in them. */
const DECLARED: Readonly<Partial<Record<Language, readonly string[]>>> = {
  python: [
    '(function_definition name: ((identifier) @n (#eq? @n "§"))) @match',
    '(with_statement (with_clause (with_item value: (call function: [(identifier) @n (attribute attribute: (identifier) @n)] (#eq? @n "§"))))) @match',
  ],
  go: [
    '(function_declaration name: ((identifier) @n (#eq? @n "§"))) @match',
    '(method_declaration name: ((field_identifier) @n (#eq? @n "§"))) @match',
  ],
  rust: ['(function_item name: ((identifier) @n (#eq? @n "§"))) @match'],
  java: ['(method_declaration name: ((identifier) @n (#eq? @n "§"))) @match'],
  csharp: ['(method_declaration name: ((identifier) @n (#eq? @n "§"))) @match'],
  ruby: ['(method name: ((identifier) @n (#eq? @n "§"))) @match'],
  php: [
    '(method_declaration name: ((name) @n (#eq? @n "§"))) @match',
    '(function_definition name: ((name) @n (#eq? @n "§"))) @match',
  ],
};
const SCRIPT = [
  '(function_declaration name: ((identifier) @n (#eq? @n "§"))) @match',
  '(method_definition name: ((property_identifier) @n (#eq? @n "§"))) @match',
  '(variable_declarator name: ((identifier) @n (#eq? @n "§")) value: [(arrow_function) (function_expression)]) @match',
];

function enclosingAny(part: Within, language: Language): string | undefined {
  const all = [part.text, ...(part.or ?? [])].flatMap((code) => enclosing(code, language) ?? []);
  return all.length > 0 ? all.join('\n') : undefined;
}

function enclosing(code: string, language: Language): string | undefined {
  const bare = code.replace(/\(.*\)$/, '').replace(/^(?:Array|String|Object|Promise)\.prototype(?=\.)/, '');
  const calls = codeSpanToMatchers(`${bare}()`, [language]).flatMap((matcher) =>
    matcher.query === undefined || matcher.where ? [] : [matcher.query],
  );
  const name = /\w+$/.exec(bare)?.[0] ?? '';
  // A declaration is told by its bare name only: `Path::new` is no function here.
  const declared = bare === name || language === 'python' ? declarationsOf(name, language) : [];
  const queries = [...calls, ...declared];
  return queries.length > 0 ? queries.join('\n') : undefined;
}

/** Declarations of functions of a name, as queries. */
export function declarationsOf(name: string, language: Language): readonly string[] {
  const script = ['typescript', 'tsx', 'javascript'].includes(language);
  return (script ? SCRIPT : (DECLARED[language] ?? [])).map((form) => form.replaceAll('§', name));
}

const CALL_SAMPLES: Readonly<Partial<Record<Language, string>>> = {
  typescript: '§NAME(() => {\n  §\n});',
  tsx: '§NAME(() => {\n  §\n});',
  javascript: '§NAME(() => {\n  §\n});',
  python: '§NAME(§)',
  ruby: '§NAME(§)',
  php: '<?php\n§NAME(§);',
  go: 'package sample\n\nfunc run() {\n\t§NAME(§)\n}',
  rust: 'fn run() {\n    §NAME(§);\n}',
  java: 'class Sample {\n  void run() {\n    §NAME(§);\n  }\n}',
  csharp: 'class Sample\n{\n  void Run()\n  {\n    §NAME(§);\n  }\n}',
};

/** An example of what the matchers find, in or outside the parts as asked. `plain` stands in no part. */
export function exampleThere(
  subject: string,
  plain: string,
  language: Language,
  parts: readonly Within[],
  match: readonly CodeMatcher[],
  knowledge: Knowledge,
): { readonly violating: string; readonly compliant: string } | undefined {
  const [part] = parts;
  if (!part || parts.length > 1) return undefined;
  const sample =
    part.kind === 'construct'
      ? formOf(part, language, knowledge)?.sample
      : part.kind === 'code'
        ? CALL_SAMPLES[language]?.replace('§NAME', part.text.replace(/\(.*\)$/, ''))
        : knowledge.lexicon.constructs.function?.forms.find((form) => form.languages.includes(language))?.sample;
  const bare = match.map(({ where: _, ...matcher }) => matcher);
  const whole = /^\.\w/.test(subject) ? `sample${subject}` : subject;
  const wrapped = sample === undefined ? undefined : exampleWithin(whole, language, sample, bare);
  if (wrapped === undefined) return undefined;
  const inside = part.kind === 'top-level' ? !part.inside : part.inside;
  return inside ? { violating: wrapped, compliant: plain } : { violating: plain, compliant: wrapped };
}
