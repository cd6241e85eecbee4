import type { Source } from '../model/span.ts';

/** A short id from what a rule is about: `git-push-force`, with a number behind it where it is taken. */
export function ruleId(subject: string, source: Source, taken: ReadonlySet<string>): string {
  const words = subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  const base = words === '' ? `line-${source.line}` : words;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
