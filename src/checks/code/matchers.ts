import type { CodeMatcher } from '../../model/checks/code.ts';
import type { Language } from '../../model/language.ts';
import { compileFilter, type Filter } from './filters.ts';
import { patternToQuery } from './pattern.ts';
import { type Probe, probesOf, type Wanted } from './skeleton.ts';
import { QueryProblem } from './syntax.ts';

/** A matcher ready for one grammar. */
export interface CompiledMatcher {
  readonly probes: readonly Probe[];
  readonly filter: Filter | undefined;
}

/**
 * Compiles a matcher for a grammar's language; `captures` are those that are asked for beside those of its conditions.
 * Throws QueryProblem or SyntaxError with what is wrong.
 */
export function compileMatcher(matcher: CodeMatcher, language: Language, captures: Wanted = []): CompiledMatcher {
  const { nameStyle, occurrences } = matcher.where ?? {};
  const styled = [nameStyle, occurrences].flatMap((asked) => (asked ? [asked.capture.replace(/^@/, '')] : []));
  const wanted = captures === 'all' ? captures : [...captures, ...styled];
  const probes = probesOf(queryOf(matcher, language), 'first-capture', wanted);
  const [first] = probes;
  const filter = matcher.where && first ? compileFilter(matcher.where, sharedCaptures(probes)) : undefined;
  return { probes, filter };
}

function queryOf(matcher: CodeMatcher, language: Language): string {
  if (matcher.query !== undefined) {
    if (matcher.pattern !== undefined) throw new QueryProblem('a matcher has either `query` or `pattern`, not both');
    return matcher.query;
  }
  if (matcher.pattern === undefined) throw new QueryProblem('a matcher needs `query` or `pattern`');
  const compiled = patternToQuery(language, matcher.pattern);
  if ('error' in compiled) throw new QueryProblem(compiled.error);
  return compiled.query;
}

/** Capture names are positional in each probe; a filter over several needs them to agree. */
function sharedCaptures(probes: readonly Probe[]): ReadonlyMap<string, string> {
  const [first, ...others] = probes;
  const shared = new Map(first?.captures ?? []);
  for (const other of others) {
    for (const [name, position] of shared) if (other.captures.get(name) !== position) shared.delete(name);
  }
  return shared;
}
