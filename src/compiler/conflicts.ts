import type { Warning } from '../instructions/read.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { folderOf, type RepoPath, repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';

export interface Settled {
  readonly rules: readonly Rule[];
  readonly warnings: readonly Warning[];
}

/**
 * Rules that ask the opposite of each other: of a concept and of its contrary (`concepts`: rule id → concept).
 * The one from the nearer file wins below its folder; two in one folder both stand, and the author is told.
 */
export function conflictsOf(rules: readonly Rule[], concepts: ReadonlyMap<string, string>, lexicon: Lexicon): Settled {
  const warnings: Warning[] = [];
  const settled = new Map(rules.map((rule) => [rule.id, rule]));
  const told = rules.flatMap((rule) => {
    const concept = lexicon.concepts[concepts.get(rule.id) ?? ''];
    return concept ? [{ rule, concept }] : [];
  });
  for (const [index, { rule: one, concept }] of told.entries()) {
    for (const { rule: other, concept: against } of told.slice(index + 1)) {
      if (!concept.contrary.includes(against.id) && !against.contrary.includes(concept.id)) continue;
      const [outer, inner] = depth(one) <= depth(other) ? [one, other] : [other, one];
      const folder = folderOf(repoPath(inner.source.file));
      const nested = depth(outer) < depth(inner);
      if (nested) settled.set(outer.id, without(settled.get(outer.id) ?? outer, folder));
      warnings.push({
        file: repoPath(inner.source.file),
        line: inner.source.line,
        message: nested
          ? `says the opposite of ${place(outer)} and wins below ${folder}`
          : `says the opposite of ${place(outer)}; both are held to`,
      });
    }
  }
  return { rules: rules.map((rule) => settled.get(rule.id) ?? rule), warnings };
}

function depth(rule: Rule): number {
  const folder = folderOf(repoPath(rule.source.file));
  return folder === '' ? 0 : folder.split('/').length;
}

function without(rule: Rule, folder: RepoPath): Rule {
  return { ...rule, scope: { ...rule.scope, exclude: [...(rule.scope?.exclude ?? []), `${folder}/**`] } };
}

function place(rule: Rule): string {
  return `${rule.source.file}:${rule.source.line}`;
}
