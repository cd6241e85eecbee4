import type { Check } from '../model/check.ts';
import type { CheckKind } from '../model/check-kind.ts';
import type { CodeMatcher } from '../model/checks/code.ts';
import { type Example, exampleSchema, type Step, stepSchema } from '../model/evidence.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { Arm, Concept, FileKind, LanguageName, Sample, ToolGroup } from './lexicon.ts';
import type {
  ConceptSource,
  FileKindSource,
  LanguageSource,
  QueriesSource,
  SampleSource,
  ToolGroupSource,
} from './source.ts';

const FAMILIES: Readonly<Record<string, readonly Language[]>> = {
  ts: ['typescript', 'tsx'],
  js: ['typescript', 'tsx', 'javascript'],
  jsx: ['tsx', 'javascript'],
};

const SAMPLE_PATHS: Readonly<Partial<Record<Language, string>>> = {
  typescript: 'src/sample.ts',
  tsx: 'src/Sample.tsx',
  javascript: 'src/sample.js',
  python: 'src/sample.py',
  go: 'internal/sample.go',
  rust: 'src/sample.rs',
  java: 'src/main/java/Sample.java',
  kotlin: 'src/main/kotlin/Sample.kt',
  c: 'src/sample.c',
  cpp: 'src/sample.cpp',
  csharp: 'src/Sample.cs',
  ruby: 'lib/sample.rb',
  php: 'src/Sample.php',
  swift: 'Sources/Sample.swift',
  bash: 'scripts/sample.sh',
  css: 'src/sample.css',
  html: 'public/sample.html',
  json: 'sample.json',
  yaml: 'sample.yaml',
  toml: 'sample.toml',
  sql: 'db/sample.sql',
  dockerfile: 'Dockerfile',
  markdown: 'docs/sample.md',
  vue: 'src/Sample.vue',
  svelte: 'src/Sample.svelte',
  astro: 'src/Sample.astro',
};

/** Throws a RangeError for a name that is neither a language nor a family of languages. */
export function languagesOf(key: string): Language[] {
  return key.split(/[\s,]+/).flatMap((name) => {
    const language = LANGUAGES.find((known) => known === name);
    const languages = FAMILIES[name] ?? (language && [language]);
    if (!languages) throw new RangeError(`unknown language: ${name}`);
    return languages;
  });
}

/** Files whose scripts are read as TypeScript: what is written for all of a family holds there too. */
const HOSTS: readonly Language[] = ['vue', 'svelte', 'astro'];

export function matchersOf(queries: QueriesSource): CodeMatcher[] {
  return Object.entries(queries).flatMap(([key, alternatives]) =>
    [alternatives].flat().map((one) => ({
      languages: /\b[tj]s\b/.test(key) ? [...languagesOf(key), ...HOSTS] : languagesOf(key),
      ...(typeof one === 'string' ? { query: one } : one),
    })),
  );
}

/** Throws a RangeError that says what is wrong with the entry. */
export function expandConcept(id: string, source: ConceptSource): Concept {
  const checks: Check[] = [];
  if (source.query) {
    checks.push({
      kind: 'code',
      match: matchersOf(source.query),
      ...(source.unless && { unless: matchersOf(source.unless) }),
      ...(source.when && { when: matchersOf(source.when) }),
    });
  }
  if (source.command) {
    checks.push({ kind: 'command', forbid: source.command, ...(source.allow && { allow: source.allow }) });
  }
  checks.push(...(source.checks ?? []));
  const samples = (source.examples ?? []).map((sample, text) => ({
    kind: kindOf(sample, checks),
    samples: expandSample(sample, text),
  }));
  const arms: Arm[] = checks.map((check, index) => ({
    kind: check.kind,
    check,
    samples: samples.flatMap((one) => (one.kind === index ? one.samples : [])),
  }));
  return {
    id,
    names: source.names,
    phrasings: source.phrasings ?? [],
    alone: source.alone ?? [],
    means: source.means,
    arms,
    ...(source.include && { include: source.include }),
    ...(source.exclude && { exclude: source.exclude }),
    ...(source.scoped && { scoped: true as const }),
    ...(source.instead !== undefined && { instead: source.instead }),
    contrary: source.contrary ?? [],
  };
}

const BY_COMMAND: readonly CheckKind[] = ['command', 'order'];

/** Index of the check that a sample proves: the one it names, else the first that looks at what it does. */
function kindOf(sample: SampleSource, checks: readonly Check[]): number {
  if (sample.check !== undefined) {
    const named = /^(\w+?)(\d*)$/.exec(sample.check);
    const fitting = checks.flatMap((check, index) => (check.kind === named?.[1] ? [index] : []));
    return fitting[Number(named?.[2] || 1) - 1] ?? -1;
  }
  const byCommand = sample.in === undefined && sample.path === undefined;
  const fitting = checks.findIndex((check) => BY_COMMAND.includes(check.kind) === byCommand);
  return Math.max(fitting, 0);
}

function expandSample(sample: SampleSource, text: number): Sample[] {
  const languages = sample.in === undefined ? [undefined] : languagesOf(sample.in);
  return languages.map((language) => {
    const path =
      sample.path === undefined ? language && SAMPLE_PATHS[language] : pathIn(language, sample.path, languages);
    const examplesOf = (texts: SampleSource['violating']): Example[] =>
      [texts].flat().map((one) => {
        if (typeof one === 'string')
          return withFiles(sample, [path === undefined ? { run: one } : { write: path, content: one }]);
        const whole = exampleSchema.safeParse(one);
        return whole.success ? whole.data : withFiles(sample, [stepSchema.parse(one)]);
      });
    return {
      ...(language && { language }),
      text,
      violating: examplesOf(sample.violating),
      compliant: examplesOf(sample.compliant),
    };
  });
}

/** A sample that stands in several languages has the ending of each: it is tried in repositories that have only one of them. */
function pathIn(language: Language | undefined, path: string, all: readonly (Language | undefined)[]): string {
  const ending = (one: Language | undefined) => /\.\w+$/.exec((one && SAMPLE_PATHS[one]) ?? '')?.[0];
  const own = ending(language);
  const known = all.map(ending).find((each) => each !== undefined && path.endsWith(each) && each !== own);
  return own === undefined || known === undefined || path.endsWith(own)
    ? path
    : `${path.slice(0, -known.length)}${own}`;
}

function withFiles(sample: SampleSource, steps: Step[]): Example {
  return { ...(sample.files && { files: sample.files }), steps };
}

export function expandGroup(id: string, source: ToolGroupSource): ToolGroup {
  return {
    id,
    does: source.does,
    of: source.of,
    ...(source.languages && { languages: source.languages }),
    tools: Object.entries(source.tools).map(([tool, facts]) => ({
      id: tool,
      group: id,
      names: [tool, ...(facts.names ?? [])],
      programs: facts.programs ?? [],
      runners: facts.runners ?? [],
      commands: facts.commands ?? [],
      packages: facts.packages ?? [],
      lockFiles: facts.lockFiles ?? [],
      configFiles: facts.configFiles ?? [],
    })),
  };
}

export function expandFileKind(id: string, source: FileKindSource): FileKind {
  const byLanguage: Partial<Record<Language, readonly string[]>> = {};
  for (const [key, globs] of Object.entries(source.byLanguage ?? {})) {
    for (const language of languagesOf(key)) byLanguage[language] = globs;
  }
  return { id, names: source.names, globs: source.globs, byLanguage, inline: matchersOf(source.inline ?? {}) };
}

export function expandLanguage(id: string, source: LanguageSource): LanguageName {
  return { id, names: source.names, alone: source.alone ?? [], languages: source.languages, globs: source.globs };
}
