import type { RepoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import type { Finding } from './contract.ts';

/** Parts the texts that tell a match apart from others; it stands in no source. */
export const BETWEEN = '\u001f';

/** What an edit took away: matches of a rule that the text before had more often. `path` is where the text is now. */
export function lost(
  rule: Rule,
  path: RepoPath,
  before: readonly Finding[],
  after: readonly Finding[],
): readonly Finding[] {
  const left = counted(after);
  const gone = new Map<string, number>();
  for (const { found = '' } of before) {
    const there = left.get(found) ?? 0;
    if (there > 0) left.set(found, there - 1);
    else gone.set(found, (gone.get(found) ?? 0) + 1);
  }
  return [...gone.keys()].map((found) => ({
    rule,
    location: { path },
    message: `${rule.message}: \`${shown(found)}\` was taken away.`,
    found: `without ${shown(found)}`,
  }));
}

/**
 * What an edit put before, or took from, the matches that were there. Matches belong together by all of their texts
 * but the last; a group that is gone is not judged.
 */
export function displaced(
  rule: Rule,
  path: RepoPath,
  before: readonly Finding[],
  after: readonly Finding[],
): readonly Finding[] {
  const now = grouped(after);
  return [...grouped(before)].flatMap(([group, old]): readonly Finding[] => {
    const fresh = now.get(group);
    if (!fresh) return [];
    const at = old.findIndex(({ found }, index) => fresh[index]?.found !== found);
    if (at < 0) return [];
    const [was, is] = [old[at], fresh[at]];
    const place = is && !old.some(({ found }) => found === is.found) ? 'was put before' : 'stands in the place of';
    const what =
      is === undefined
        ? `\`${shown(was?.found)}\` was taken away`
        : `\`${shown(is.found)}\` ${place} \`${shown(was?.found)}\``;
    return [
      {
        rule,
        location: is?.location ?? { path },
        message: `${rule.message}: ${what}.`,
        found: `${shown(is?.found)} for ${shown(was?.found)}`,
      },
    ];
  });
}

function counted(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { found = '' } of findings) counts.set(found, (counts.get(found) ?? 0) + 1);
  return counts;
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const found = finding.found ?? '';
    const group = found.slice(0, Math.max(0, found.lastIndexOf(BETWEEN)));
    const known = groups.get(group);
    if (known) known.push(finding);
    else groups.set(group, [finding]);
  }
  return groups;
}

function shown(found: string | undefined): string {
  return (found ?? '').split(BETWEEN).join(' ');
}
