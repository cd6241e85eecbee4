import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { proseHash } from '../instructions/hash.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { programStamp } from '../repository/program-stamp.ts';

/** Spares work that was done before, by the hash of what it was done on. */
export interface RulebookCache {
  /** The rulebook read from a text: YAML with positions is slow to read. */
  get(key: string): Rulebook | undefined;
  set(key: string, rulebook: Rulebook): void;
  /** Were these hand-written rules proven before? */
  isProven(key: string): boolean;
  setProven(key: string): void;
}

/** A cache in `.bylaw/cache/`. A missing, stale or damaged one is no failure, nor is a folder that cannot be written. */
export function diskCache(root: string): RulebookCache {
  const folder = path.join(root, '.bylaw', 'cache');
  const read = (name: string): Readonly<Record<string, unknown>> => {
    try {
      const kept: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      return typeof kept === 'object' && kept !== null ? { ...kept } : {};
    } catch {
      return {};
    }
  };
  const write = (name: string, content: object): void => {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, '.gitignore'), '*\n');
      writeFileSync(path.join(folder, name), JSON.stringify(content));
    } catch {
      // a read-only checkout: the next start does the work again
    }
  };
  return {
    get(key) {
      const kept = read('rulebook.json');
      return kept.key === key && isAsWritten(kept) ? kept.rulebook : undefined;
    },
    set: (key, rulebook) => write('rulebook.json', { key, sum: sumOf(rulebook), rulebook }),
    isProven: (key) => read('proven.json').key === key,
    setProven: (key) => write('proven.json', { key }),
  };
}

/** What this build has written had passed its schema; as long as it is the same, it need not pass again. */
function isAsWritten(kept: Readonly<Record<string, unknown>>): kept is { readonly rulebook: Rulebook } {
  return 'rulebook' in kept && kept.sum === sumOf(kept.rulebook);
}

function sumOf(rulebook: unknown): string {
  return proseHash(`${programStamp()}\n${JSON.stringify(rulebook)}`);
}
