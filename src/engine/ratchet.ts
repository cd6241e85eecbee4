import type { Finding } from '../checks/contract.ts';

/**
 * The findings that a change introduces: those of the new state that the old one does not have.
 * Compared by rule and offending text, as multisets, so that moved lines are not new.
 */
export function introduced(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const finding of before) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
}

function keyOf(finding: Finding): string {
  return `${finding.rule.id}\0${finding.found ?? ''}`;
}
