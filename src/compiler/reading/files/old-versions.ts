import type { Intent, Mention } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import type { ReadClause } from '../setting.ts';

const OLD = /\b(?:older|old|previous|prior|past|earlier|legacy|former)\b/;
const FIXED = /\b(?:frozen|read-only|immutable|off-limits|closed|not be (?:changed|modified|edited|touched))\b/;
const NEWEST =
  /\bonly\b[^.;]*\b(?:add|put|make|change|edit|extend|introduce|go|goes|belong|belongs)\b[^.;]*\b(?:latest|newest|current)\b|\b(?:add|put|make|change|edit|extend|introduce)\b[^.;]*\b(?:only|exclusively)\b[^.;]*\b(?:latest|newest|current)\b/;

/** "Older config types are frozen", "only add them to the latest config": of folders `v1`, `v2`, `latest` the old ones stay. */
export function readOldVersions(read: ReadClause): readonly Intent[] | undefined {
  const { setting, clause } = read;
  const text = setting.statement.toLowerCase();
  const frozen = OLD.test(text) && (FIXED.test(text) || (read.stance === 'forbid' && EDITING.has(clause.verb ?? '')));
  if (!frozen && !NEWEST.test(text)) return undefined;
  const files = familiesOf(setting.knowledge.facts).flatMap(({ folder, old }): readonly Mention[] => {
    const noun = nameOf(folder).toLowerCase().replace(/s$/, '');
    if (!new RegExp(`\\b${noun.replaceAll(/[^\w]/g, '.')}s?\\b`).test(text)) return [];
    const globs = old.map((each) => `${each}/**`);
    return [{ kind: 'path', text: `${folder}/${old.map(nameOf).join('|')}`, globs, exists: true, folder: true }];
  });
  if (files.length !== 1) return undefined;
  const reach = { ...read.common.reach, unclear: [] };
  return [{ ...read.common, reach, shape: 'protect', files, by: [], doing: 'edit', existingOnly: false }];
}

const EDITING = new Set(['edit', 'change', 'modify', 'touch', 'update', 'alter', 'extend']);

interface Family {
  readonly folder: RepoPath;
  readonly old: readonly RepoPath[];
}

/** Folders whose children are versions of one thing, the newest of them apart. */
function familiesOf(facts: RepositoryFacts): readonly Family[] {
  const versions = new Map<RepoPath, RepoPath[]>();
  for (const folder of facts.folders()) {
    if (!/\/v\d+(?:(?:alpha|beta)\d+)?$/.test(folder)) continue;
    const parent = folder.slice(0, folder.lastIndexOf('/')) as RepoPath;
    versions.set(parent, [...(versions.get(parent) ?? []), folder]);
  }
  return [...versions].flatMap(([folder, children]): readonly Family[] => {
    const newest = ['latest', 'current', 'next'].some((name) => facts.folders().has(`${folder}/${name}` as RepoPath));
    const sorted = children.sort((one, other) => numberOf(one) - numberOf(other));
    const old = newest ? sorted : sorted.slice(0, -1);
    return old.length > 0 ? [{ folder, old }] : [];
  });
}

function numberOf(folder: RepoPath): number {
  return Number(/v(\d+)/.exec(nameOf(folder))?.[1] ?? 0);
}
