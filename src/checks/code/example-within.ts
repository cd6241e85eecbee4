import type { CodeMatcher } from '../../model/checks/code.ts';
import type { Language } from '../../model/language.ts';
import { fragmentOf } from './code-span.ts';
import { combine } from './combined.ts';
import { grammarOf } from './grammars.ts';
import { filled } from './holes.ts';
import { compileMatcher } from './matchers.ts';
import { treeOf } from './parse-cache.ts';
import type { Grammar } from './syntax.ts';

const BUDGET = 500;

/** A valid text: the sample with its § filled by a piece of code that the matchers find there. Filters are left aside. */
export function exampleWithin(
  subject: string,
  language: Language,
  sample: string,
  matchers: readonly CodeMatcher[],
): string | undefined {
  const grammar = grammarOf(language);
  if (!grammar) return undefined;
  const indent = /^([ \t]*)[^\n]*§/m.exec(sample)?.[1] ?? '';
  const fragment = fragmentOf(subject);
  return [fragment, `${fragment}(value)`, subject, subject.replace(/;\s*$/, '')]
    .map((code) => filled(code).trim().replaceAll('\n', `\n${indent}`))
    .map((code) => `${sample.replace('§', () => code).replace(/;;$/m, ';')}\n`)
    .find((text) => finds(grammar, text, matchers));
}

function finds(grammar: Grammar, text: string, matchers: readonly CodeMatcher[]): boolean {
  const tree = treeOf(grammar.language, text);
  if (!tree || tree.root.hasError) return false;
  const probes = matchers.flatMap((matcher) => compileMatcher(matcher, grammar.language).probes);
  const query = combine(grammar, probes);
  try {
    return query.run(tree, BUDGET).of.size > 0;
  } finally {
    query.delete();
  }
}
