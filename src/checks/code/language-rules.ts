import type { CodeMatcher } from '../../model/checks/code.ts';
import type { Language } from '../../model/language.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { type PathTest, scopeTest } from '../../repository/globs.ts';
import type { Combine, CombinedQuery } from './combined.ts';
import { grammarOf } from './grammars.ts';
import { type CompiledMatcher, compileMatcher } from './matchers.ts';
import type { Probe, Wanted } from './skeleton.ts';
import { type Grammar, QueryProblem } from './syntax.ts';

/** A matcher with the numbers of its probes in the combined query. */
export interface PlacedMatcher {
  readonly matcher: CompiledMatcher;
  readonly probes: readonly number[];
}

export interface PlacedRule {
  readonly rule: RuleOf<'code'>;
  readonly inScope: PathTest;
  readonly match: readonly PlacedMatcher[];
  readonly unless: readonly PlacedMatcher[];
  readonly when: readonly PlacedMatcher[];
}

/** The rules that look at one language, their probes combined. */
export interface LanguageRules {
  readonly grammar: Grammar;
  readonly rules: readonly PlacedRule[];
  readonly probes: readonly Probe[];
  readonly query: CombinedQuery;
  /** How more probes are run over texts of this language. */
  readonly combine: Combine;
}

/** Which matchers look at a text: those for a language, in files of `host` if it is embedded there. */
export interface Place {
  readonly language: Language;
  readonly host?: Language;
}

const SCRIPTS: readonly Language[] = ['typescript', 'tsx', 'javascript'];

/** Does a matcher look at code of a language standing here? Embedded code only where the host is named. */
export function looksAt(matcher: CodeMatcher, { language, host }: Place): boolean {
  if (host === undefined) return matcher.languages.includes(language);
  if (!matcher.languages.includes(host)) return false;
  const others = matcher.languages.filter((other) => !HOSTS.has(other));
  const family = SCRIPTS.includes(language) ? SCRIPTS : [language];
  return others.length === 0 ? family === SCRIPTS : others.some((other) => family.includes(other));
}

const HOSTS: ReadonlySet<Language> = new Set(['vue', 'svelte', 'astro', 'markdown', 'notebook', 'html']);

/**
 * Places rules for one language. A rule that does not compile goes to `reject` and is left out, the
 * others are combined. `undefined` where there is no grammar.
 */
export function placeRules(
  rules: readonly RuleOf<'code'>[],
  place: Place,
  reject: (rule: RuleOf<'code'>, reason: string) => void,
  combine: Combine,
): LanguageRules | undefined {
  const grammar = grammarOf(place.language);
  if (!grammar) return undefined;
  // A query may be written for another language of the same host: in embedded code it then looks at nothing.
  const refuse = place.host === undefined ? reject : () => undefined;
  const compiled = rules.flatMap((rule) => {
    try {
      const parts = compileRule(rule, place);
      return parts.match.length === 0 ? [] : [{ rule, parts }];
    } catch (error) {
      refuse(rule, problemText(error, place.language));
      return [];
    }
  });
  return (
    combineRules(grammar, compiled, combine) ??
    combineRules(
      grammar,
      compiled.filter((one) => accepted(grammar, one, refuse, combine)),
      combine,
    )
  );
}

interface Parts {
  readonly match: readonly CompiledMatcher[];
  readonly unless: readonly CompiledMatcher[];
  readonly when: readonly CompiledMatcher[];
}

interface CompiledRule {
  readonly rule: RuleOf<'code'>;
  readonly parts: Parts;
}

function compileRule({ check }: RuleOf<'code'>, place: Place): Parts {
  const compile = (matchers: readonly CodeMatcher[] = [], captures: Wanted = []) =>
    matchers
      .filter((matcher) => looksAt(matcher, place))
      .map((matcher) => compileMatcher(matcher, place.language, captures));
  // What has to stay is told by its captures.
  const match = compile(check.match, check.mode === 'keep' || check.mode === 'append' ? 'all' : []);
  return { match, unless: compile(check.unless), when: compile(check.when) };
}

function problemText(error: unknown, language: Language): string {
  if (!(error instanceof QueryProblem || error instanceof SyntaxError)) throw error;
  const at = error instanceof QueryProblem && error.index !== undefined ? ` (offset ${error.index} of the query)` : '';
  return `${language}: ${error.message}${at}`;
}

function matchersOf({ match, unless, when }: Parts): readonly CompiledMatcher[] {
  return [...match, ...unless, ...when];
}

/** Tries the queries of one rule alone, to tell whose fault it is that they do not combine. */
function accepted(
  grammar: Grammar,
  { rule, parts }: CompiledRule,
  reject: (rule: RuleOf<'code'>, reason: string) => void,
  combine: Combine,
): boolean {
  try {
    combine(grammar, matchersOf(parts).flatMap(probesWithSides)).delete();
    return true;
  } catch (error) {
    reject(rule, problemText(error, grammar.language));
    return false;
  }
}

function probesWithSides(matcher: CompiledMatcher): readonly Probe[] {
  return [...matcher.probes, ...(matcher.filter?.queries.flatMap((query) => query.probes) ?? [])];
}

/** `undefined` if the grammar refuses one of the queries. */
function combineRules(
  grammar: Grammar,
  compiled: readonly CompiledRule[],
  combine: Combine,
): LanguageRules | undefined {
  const probes: Probe[] = [];
  const placed = (matcher: CompiledMatcher): PlacedMatcher => {
    const first = probes.length;
    probes.push(...matcher.probes);
    return { matcher, probes: matcher.probes.map((_, index) => first + index) };
  };
  const rules = compiled.map(({ rule, parts }) => ({
    rule,
    inScope: rememberedTest(rule),
    match: parts.match.map(placed),
    unless: parts.unless.map(placed),
    when: parts.when.map(placed),
  }));
  try {
    const sides = compiled.flatMap(({ parts }) =>
      matchersOf(parts).flatMap((matcher) => matcher.filter?.queries.flatMap((query) => query.probes) ?? []),
    );
    if (sides.length > 0) combine(grammar, sides).delete();
    return { grammar, rules, probes, query: combine(grammar, probes), combine };
  } catch (error) {
    if (error instanceof QueryProblem) return undefined;
    throw error;
  }
}

function rememberedTest(rule: RuleOf<'code'>): PathTest {
  const test = scopeTest(rule.scope);
  let last: RepoPath | undefined;
  let answer = false;
  return (path) => {
    if (path !== last) answer = test(path);
    last = path;
    return answer;
  };
}
