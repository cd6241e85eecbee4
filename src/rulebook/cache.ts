import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { proseHash } from '../instructions/hash.ts';
import { programStamp } from '../repository/program-stamp.ts';
import type { OwnFiles } from './files.ts';
import type { OwnTexts } from './own-files.ts';

const FILE = 'rules.json';

/** Spares work that was done before, by the hash of what it was done on. */
export interface RulebookCache {
  /** What was read from the texts of a {@link cacheKey}: YAML with positions is slow to read. */
  get(key: string): OwnFiles | undefined;
  set(key: string, files: OwnFiles): void;
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
      const kept = read(FILE);
      return kept.key === key && isAsWritten(kept) ? kept.files : undefined;
    },
    set: (key, files) => write(FILE, { key, sum: sumOf(files), files }),
    isProven: (key) => read('proven.json').key === key,
    setProven: (key) => write('proven.json', { key }),
  };
}

/** Texts as one hash. */
export function cacheKey(texts: OwnTexts): string {
  return proseHash(JSON.stringify(texts));
}

/** What this build has written had passed its schema; as long as it is the same, it need not pass again. */
function isAsWritten(kept: Readonly<Record<string, unknown>>): kept is { readonly files: OwnFiles } {
  return 'files' in kept && kept.sum === sumOf(kept.files);
}

function sumOf(files: unknown): string {
  return proseHash(`${programStamp()}\n${JSON.stringify(files)}`);
}
