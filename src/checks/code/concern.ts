import type { RuleOf } from '../../model/rule.ts';
import type { PathTest } from '../../repository/globs.ts';
import { languageOf } from '../../repository/languages.ts';

/** Can a file of this name be of concern to the rules, as far as its name tells? */
export function concernTest(rules: readonly RuleOf<'code'>[]): PathTest {
  if (rules.length === 0) return () => false;
  const named = new Set(rules.flatMap(({ check }) => check.match.flatMap(({ languages }) => languages)));
  return (path) => {
    const language = languageOf(path);
    // Only the text tells a C++ header, and what a file without a telling name is.
    return language === undefined || language === 'c' || named.has(language);
  };
}
