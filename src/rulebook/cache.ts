import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Rulebook, rulebookSchema } from '../model/rulebook.ts';

/** Keeps the last rulebook that was read, by the hash of its text: YAML with positions is slow to read. */
export interface RulebookCache {
  get(key: string): Rulebook | undefined;
  set(key: string, rulebook: Rulebook): void;
}

/** A cache in `.bylaw/cache/`. A missing, stale or damaged one is no failure, nor is a folder that cannot be written. */
export function diskCache(root: string): RulebookCache {
  const file = path.join(root, '.bylaw', 'cache', 'rulebook.json');
  return {
    get(key) {
      try {
        const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
        if (typeof kept !== 'object' || kept === null || !('key' in kept) || kept.key !== key) return undefined;
        const read = rulebookSchema.safeParse('rulebook' in kept ? kept.rulebook : undefined);
        return read.success ? read.data : undefined;
      } catch {
        return undefined;
      }
    },
    set(key, rulebook) {
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify({ key, rulebook }));
      } catch {
        // a read-only checkout: the next start reads the YAML again
      }
    },
  };
}
