import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Rulebook, rulebookSchema } from '../model/rulebook.ts';

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
      const known = kept.key === key ? rulebookSchema.safeParse(kept.rulebook) : undefined;
      return known?.success ? known.data : undefined;
    },
    set: (key, rulebook) => write('rulebook.json', { key, rulebook }),
    isProven: (key) => read('proven.json').key === key,
    setProven: (key) => write('proven.json', { key }),
  };
}
