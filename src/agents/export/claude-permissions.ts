import type { Rule } from '../../model/rule.ts';
import type { Exported } from './exported.ts';
import { spell, type Words } from './spellings.ts';

/**
 * Claude Code's `permissions.deny` (`docs/permissions.md`): commands with and without more words behind them
 * (`Bash(npm:*)` would also be `npmx`), and `Edit(/glob)` for protected files.
 */
export function claudePermissions(rules: readonly Rule[]): Exported {
  const deny = new Set<string>();
  const left: { rule: string; why: string }[] = [];
  for (const rule of rules) {
    const globs = protectedGlobs(rule);
    if (globs) for (const glob of globs) deny.add(`Edit(/${glob.replace(/^\//, '')})`);
    const spelled = globs ? undefined : spell(rule);
    if (spelled?.kind === 'none') left.push({ rule: rule.id, why: spelled.why });
    if (spelled?.kind !== 'words') continue;
    for (const line of spelled.words.flatMap(lines)) deny.add(`Bash(${line})`).add(`Bash(${line} *)`);
    if (spelled.lost !== undefined) left.push({ rule: rule.id, why: `in part: ${spelled.lost}` });
  }
  return { text: `${JSON.stringify({ permissions: { deny: [...deny] } }, undefined, 2)}\n`, left };
}

/** Files that nobody may change in any way; what may be created or committed by some is not said here. */
function protectedGlobs({ check, severity, scope }: Rule): readonly string[] | undefined {
  if (check.kind !== 'paths' || check.contract.type !== 'protected' || severity === 'warning' || scope)
    return undefined;
  const { files, allow, commit } = check.contract;
  return files.exclude || files.holds || allow || commit ? undefined : files.include;
}

/** All spellings of a prefix, one for each choice of words. */
export function lines(words: Words): readonly string[] {
  return words.reduce<readonly string[]>(
    (heads, word) => heads.flatMap((head) => word.map((one) => (head === '' ? one : `${head} ${one}`))),
    [''],
  );
}
