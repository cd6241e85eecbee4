import type { CodeCheck } from '../../../model/checks/code.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { fileOf, presentLanguages } from '../code/code.ts';
import { covers, ran, wrote } from '../code/wording.ts';
import { type Draft, instances, type Lowered, left, NOTHING, samplePath, scopeOf, severityOf } from '../draft.ts';
import { meetGlobs } from './meet-globs.ts';
import { sourceGlobs } from './source-globs.ts';

/** "Files under 400 lines", "lines at most 100 characters". */
export function lowerLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
  const words = new Set(intent.words);
  const about = (pattern: RegExp) => [...words].some((word) => pattern.test(word));
  if (about(/^(subject|commit|commits|message|messages|title)$/))
    return intent.unit === 'characters' ? lowerSubjectLimit(intent) : NOTHING;
  if (intent.unit === 'lines' && about(/^(functions?|methods?)$/) && !about(/^(files?|modules?|classes)$/))
    return lowerFunctionLimit(intent, knowledge);
  const components = about(/^components?$/);
  const measure =
    intent.unit === 'lines' && about(/^(files?|modules?|scripts?|sources?)$/)
      ? 'lines'
      : intent.unit === 'characters' && about(/^(lines?|columns?|width|long)$/)
        ? 'line-length'
        : intent.unit === 'lines' &&
            (components || intent.what.some((mention) => mention.kind === 'files' || mention.kind === 'path'))
          ? 'lines'
          : undefined;
  if (measure === undefined)
    return left(`a limit of ${intent.max} ${intent.unit} on this is not something we can measure`);
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const named = intent.what.filter(
    (mention): mention is Mention => mention.kind === 'files' || (mention.kind === 'path' && mention.globs.length > 0),
  );
  const include = meetGlobs(
    scope?.include ?? ['**'],
    named.length > 0 ? named.flatMap(globsOf) : components ? COMPONENT_FILES : sourceGlobs(knowledge),
  );
  const inner: Scope = { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) };
  const file =
    samplePath(inner, 'example') ??
    include.flatMap((glob) => instances(glob, 'example', '')).find((path) => covers(include, path));
  if (file === undefined) return left('no example could be made for the limit');
  const text = (size: number) => (measure === 'lines' ? 'x\n'.repeat(size) : `${'x'.repeat(size)}\n`);
  return {
    drafts: [
      {
        subject: `${measure} ${intent.max}`,
        severity: severityOf(intent),
        message:
          measure === 'lines'
            ? `files have at most ${intent.max} lines`
            : `lines have at most ${intent.max} characters`,
        check: {
          kind: 'paths',
          contract: {
            type: 'size',
            files: { include: [...include], ...(scope?.exclude && { exclude: scope.exclude }) },
            measure,
            max: intent.max,
          },
        },
        evidence: { violating: [wrote(file, text(intent.max + 1))], compliant: [wrote(file, text(intent.max))] },
      },
    ],
    left: [],
  };
}

/** Files that hold a component each. */
const COMPONENT_FILES: readonly string[] = ['**/*.tsx', '**/*.jsx', '**/*.vue', '**/*.svelte'];

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
function lowerFunctionLimit(intent: IntentOf<'limit'>, knowledge: Knowledge): Lowered {
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
  return {
    drafts: [
      {
        subject: `function lines ${intent.max}`,
        severity: severityOf(intent),
        message: `functions have at most ${intent.max} lines`,
        ...(scope && { scope }),
        check: { kind: 'code', match },
        evidence: {
          violating: examples.flatMap(({ violating }) => violating).slice(0, 3),
          compliant: examples.flatMap(({ compliant }) => compliant).slice(0, 3),
        },
      },
    ],
    left: [],
  };
}

function lowerSubjectLimit(intent: IntentOf<'limit'>): Lowered {
  const subject = `feat: ${'x'.repeat(Math.max(1, intent.max - 6))}`;
  return {
    drafts: [
      {
        subject: `commit subject ${intent.max}`,
        severity: severityOf(intent),
        message: `the subject of a commit has at most ${intent.max} characters`,
        check: { kind: 'order', contract: { type: 'message', of: ['commit'], part: 'subject', maxLength: intent.max } },
        evidence: {
          violating: [ran(`git commit -m "${subject}x"`)],
          compliant: [ran(`git commit -m "${subject}"`), ran('git commit -m "feat: short"')],
        },
      },
    ],
    left: [],
  };
}
