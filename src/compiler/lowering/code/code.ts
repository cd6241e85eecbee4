import { codeSpanToMatchers, exampleFor } from '../../../checks/code/code-span.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Example } from '../../../model/evidence.ts';
import type { IntentOf, Mention, Reach, Within } from '../../../model/intent.ts';
import { type Language, PROGRAMMING_LANGUAGES } from '../../../model/language.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { lowerEnvironment } from '../files/environment.ts';
import { fluentForms } from './fluent.ts';
import { COMPONENT_HOSTS, withHosts } from './hosts.ts';
import { lowerInterpolated } from './interpolated.ts';
import { lowerModuleName } from './module-name.ts';
import { notCode } from './restraint.ts';
import { languagesIn, placeWithout } from './scoped-languages.ts';
import { lowerToken } from './token.ts';
import { makingOf, namesType, valuesOf } from './values.ts';
import { acrossFiles, confined, exampleThere } from './within.ts';
import { insteadOf, ruledOut, wrote } from './wording.ts';

const FILE: Readonly<Partial<Record<Language, string>>> = {
  typescript: 'example.ts',
  tsx: 'example.tsx',
  javascript: 'example.js',
  python: 'example.py',
  go: 'example.go',
  rust: 'example.rs',
  java: 'Example.java',
  kotlin: 'Example.kt',
  c: 'example.c',
  cpp: 'example.cpp',
  csharp: 'Example.cs',
  ruby: 'example.rb',
  php: 'example.php',
  swift: 'Example.swift',
  css: 'example.css',
  html: 'example.html',
  bash: 'example.sh',
  yaml: 'example.yaml',
  toml: 'example.toml',
  json: 'example.json',
  sql: 'example.sql',
};

/** A ban of a piece of code named in a span. It is parsed in the grammars of the languages concerned. */
export function lowerCodeBan(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const unfit = notCode(span, intent);
  if (unfit !== undefined) return left(unfit);
  const module = lowerModuleName(span, intent, knowledge);
  if (module) return module;
  const built = lowerInterpolated(span, intent, knowledge);
  if (built) return built;
  if (intent.direct && namesType(span)) return lowerValue(span, intent, knowledge);
  const grammatical = lowerSyntax(span, intent, knowledge);
  // Made in one place only: elsewhere it may be spoken of.
  const token = intent.verb === 'instantiate' ? undefined : lowerToken(span, intent, knowledge);
  const set = lowerEnvironment(span, intent, knowledge);
  if (!token) return grammatical;
  return { drafts: [...grammatical.drafts, token, ...set.drafts], left: [] };
}

/** The languages that code named in prose can be of: those named, else those of the repository. */
export function languagesFor(intent: IntentOf<'forbid'>, knowledge: Knowledge): readonly Language[] {
  return presentLanguages(intent.reach, knowledge);
}

/** The programming languages of a reach, else those of the repository. */
export function presentLanguages(reach: Reach, knowledge: Knowledge): readonly Language[] {
  if (reach.languages.length > 0) return reach.languages;
  const present = PROGRAMMING_LANGUAGES.filter((language) => knowledge.languages.has(language));
  const scripted = COMPONENT_HOSTS.some((host) => knowledge.languages.has(host));
  return scripted && !present.includes('typescript') ? ['typescript', ...present] : present;
}

/** A file name for examples in a language. */
export function fileOf(language: Language): string {
  return FILE[language] ?? `example.${language}`;
}

/** "Never use `Date` directly": types of that name are not meant. */
function lowerValue(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const languages = languagesFor(intent, knowledge);
  const values = lowerSyntax(span, intent, knowledge, valuesOf);
  const made = makingOf(span, languages).map(({ language, span: making }) =>
    lowerSyntax(making, { ...intent, reach: { ...intent.reach, languages: [language] } }, knowledge),
  );
  const drafts = [values, ...made].flatMap((each) => each.drafts);
  return { drafts, left: drafts.length > 0 ? [] : values.left };
}

type Finder = (span: string, languages: readonly Language[]) => readonly CodeMatcher[];

const written: Finder = (span, languages) => [...codeSpanToMatchers(span, languages), ...fluentForms(span, languages)];

function lowerSyntax(span: string, intent: IntentOf<'forbid'>, knowledge: Knowledge, find: Finder = written): Lowered {
  const scope = scopeOf(acrossFiles(intent.reach), knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const present = languagesIn(scope, languagesFor(intent, knowledge));
  const languages = ofAlternatives(present, intent.instead);
  const found = find(span, languages);
  if (found.length === 0)
    return left(`\`${span}\` could not be read as code of ${placeWithout(scope, present, knowledge.lexicon)}`);
  const match = confined(found, intent.reach, knowledge);
  if (match.length === 0) return left(`where \`${span}\` is meant is no part of code of this repository's languages`);
  const allowed = intent.except.filter((mention) => mention.kind === 'code' && mention.text !== span);
  const unless = intent.instead
    .filter((mention) => mention.kind === 'code' && mention.text !== span)
    .flatMap((mention) => codeSpanToMatchers(mention.text, languages))
    .filter((matcher) => !match.some((own) => own.query === matcher.query && own.pattern === matcher.pattern));
  const evidence = evidenceFor(span, match, scope, intent.reach.within ?? [], knowledge);
  if (!evidence) return left(`no example could be made for \`${span}\``);
  const instead = insteadOf(intent.instead);
  const draft: Draft = {
    subject: span,
    severity: severityOf(intent),
    message: outside(span, intent.reach.within) ?? ruledOut(`\`${span}\``, instead),
    ...(instead !== undefined && { instead }),
    ...(scope && { scope }),
    check: {
      kind: 'code',
      match: withHosts(withoutForms(match, allowed), scope, knowledge),
      ...(unless.length > 0 && { unless: withHosts(unless, scope, knowledge) }),
    },
    evidence,
  };
  return { drafts: [draft], left: [] };
}

/** "`x is null` instead of `x == null`": of the languages at hand, those that the alternative is code of. */
function ofAlternatives(languages: readonly Language[], instead: readonly Mention[]): readonly Language[] {
  const spans = instead.filter((mention) => mention.kind === 'code' && /^\S+ \S/.test(mention.text));
  if (languages.length < 2 || spans.length === 0) return languages;
  const fitting = languages.filter((language) =>
    spans.every((mention) => codeSpanToMatchers(mention.text, [language]).length > 0),
  );
  return fitting.length > 0 ? fitting : languages;
}

/** What has its place within a call is ruled out nowhere else. */
function outside(span: string, within: readonly Within[] | undefined): string | undefined {
  const [part, ...more] = within ?? [];
  return part?.kind === 'code' && !part.inside && more.length === 0
    ? `\`${span}\` belongs within \`${part.text}\` here`
    : undefined;
}

function evidenceFor(
  span: string,
  match: readonly CodeMatcher[],
  scope: Draft['scope'],
  parts: readonly Within[],
  knowledge: Knowledge,
): Draft['evidence'] | undefined {
  const violating: Example[] = [];
  const compliant: Example[] = [];
  for (const language of new Set(match.flatMap((matcher) => matcher.languages))) {
    const name = FILE[language];
    const example = name === undefined ? undefined : exampleFor(span, language);
    const path = name === undefined ? undefined : samplePath(scope, name);
    if (!example || path === undefined) continue;
    const own = match.filter((matcher) => matcher.languages.includes(language));
    const there = parts.length === 0 ? example : exampleThere(span, example.violating, language, parts, own, knowledge);
    if (!there) continue;
    violating.push(wrote(path, there.violating));
    compliant.push(wrote(path, example.compliant), ...(there === example ? [] : [wrote(path, there.compliant)]));
  }
  return violating.length > 0 ? { violating: violating.slice(0, 3), compliant: compliant.slice(0, 3) } : undefined;
}

/** Is the mention a piece of code that can be looked for? */
export function isCode(mention: Mention): boolean {
  return mention.kind === 'code' || mention.kind === 'quote';
}

/** The matchers with forms that are allowed taken out: "`#[allow(...)]` except `x`". */
export function withoutForms(match: readonly CodeMatcher[], allowed: readonly Mention[]): CodeMatcher[] {
  if (allowed.length === 0) return [...match];
  const notText = allowed.map((mention) => mention.text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return match.map((matcher) => ({ ...matcher, where: { ...matcher.where, notText } }));
}
