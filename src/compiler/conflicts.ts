import type { Warning } from '../instructions/read.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { folderOf, type RepoPath, repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';

export interface Settled {
  readonly rules: readonly Rule[];
  readonly warnings: readonly Warning[];
}

/**
 * Rules that ask the opposite of each other: both of a concept and its contrary, or two tools of one exclusive group.
 * The one from the nearer file wins below its folder; two in one folder both stand, and the author is told.
 */
export function conflictsOf(rules: readonly Rule[], lexicon: Lexicon): Settled {
  const warnings: Warning[] = [];
  const settled = new Map(rules.map((rule) => [rule.id, rule]));
  const opposites = contraries(lexicon);
  for (const [index, one] of rules.entries()) {
    for (const other of rules.slice(index + 1)) {
      if (!opposes(one, other, opposites)) continue;
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

/** Checks of concepts whose contrary has checks too, by what they look for. */
function contraries(lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const concept of Object.values(lexicon.concepts)) {
    const against = concept.contrary.flatMap(
      (id) => lexicon.concepts[id]?.arms.map((arm) => JSON.stringify(arm.check)) ?? [],
    );
    if (against.length > 0) for (const arm of concept.arms) found.set(JSON.stringify(arm.check), new Set(against));
  }
  return found;
}

function opposes(one: Rule, other: Rule, opposites: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return opposites.get(JSON.stringify(one.check))?.has(JSON.stringify(other.check)) ?? false;
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
