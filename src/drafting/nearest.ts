import type { Outcome } from '../compiler/compilation.ts';
import type { Rule } from '../model/rule.ts';
import type { RepositoryView } from '../repository/view.ts';
import { standingOf } from '../rulebook/quote.ts';

/** The line of the statement that is most like the prose of a rule, in its file. */
export function nearestDirective(rule: Rule, readings: readonly Outcome[], view: RepositoryView): number {
  const standing = standingOf(rule.source, view);
  if (standing.kind === 'moved') return standing.line;
  if (standing.kind === 'there') return rule.source.line;
  const words = wordsOf(rule.source.quote);
  const ranked = readings
    .filter(({ directive }) => directive.source.file === rule.source.file)
    .map(({ directive: { source } }) => {
      const theirs = wordsOf(source.quote);
      const shared = [...words].filter((word) => theirs.has(word)).length;
      const far = Math.abs(source.line - rule.source.line);
      return { line: source.line, like: shared / Math.max(1, words.size + theirs.size - shared), far };
    })
    .sort((a, b) => b.like - a.like || a.far - b.far);
  return ranked[0]?.line ?? rule.source.line;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
}
