import type { Rule } from '../model/rule.ts';

/** Programs that run any other. */
const RUNTIMES: ReadonlySet<string> = new Set(['node', 'nodejs', 'bun', 'deno', 'npx', 'npm', 'pnpm', 'yarn', 'bunx']);

/**
 * Programs that rules name, sorted; globs (`python3*`) are kept as they are. Besides those that are forbidden these
 * are the ones to use instead, since what runs under them is judged differently, and those that obligations ask for.
 * The rules that Bylaw brings along name runtimes as well (`node bin/bylaw.js`): these are held by hooks and shells,
 * for nobody's every start of Node is to be asked about.
 */
export function namedPrograms(rules: readonly Rule[]): readonly string[] {
  const names = new Set<string>();
  for (const rule of rules) {
    const own = new Set<string>();
    collect(rule.check, own);
    for (const name of own) if (rule.origin !== 'builtin' || !RUNTIMES.has(name)) names.add(name);
    if (rule.check.kind === 'command') {
      for (const text of [rule.check.instead, rule.instead]) {
        const word = text?.trim().split(/\s+/, 1)[0];
        if (word !== undefined && /^[\w.+-]+$/.test(word)) names.add(word);
      }
    }
  }
  return [...names].filter((name) => /^[\w.+*?[\]{},-]+$/.test(name) && !/^[*?]+$/.test(name)).sort();
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, names);
  else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) {
      if (field === 'program') for (const name of [inner].flat()) names.add(String(name));
      else if (field === 'under' || field === 'notUnder') {
        for (const words of [inner].flat()) names.add(String(words).split(' ', 1)[0] ?? '');
      } else collect(inner, names);
    }
  }
}

/** Do rules ask how a command ended? Then shims wait for it and report its exit status. */
export function wantsExitStatus(rules: readonly Rule[]): boolean {
  return rules.some(({ check }) => check.kind === 'order');
}
