import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RepoPath } from '../../model/path.ts';
import type { RuleOf } from '../../model/rule.ts';
import { programStamp } from '../../repository/program-stamp.ts';
import type { PackedInspection } from './scan-message.ts';

/** Grows with every change of what a rule finds in a text. */
const VERSION = 1;

/** What was found in texts before, by path and content. Kept under `.bylaw/cache`; it may be deleted at any time. */
export interface ResultCache {
  get(path: RepoPath, text: string): PackedInspection | undefined;
  set(path: RepoPath, text: string, result: PackedInspection): void;
  /** Writes what this run asked for or found; what it did not ask for is dropped if it asked for most. */
  save(): void;
}

export const NO_CACHE: ResultCache = { get: () => undefined, set: () => {}, save: () => {} };

/** Opens the cache of a repository; results count only for the same rules and the same version of the program. */
export function openResultCache(root: string, rules: readonly RuleOf<'code'>[]): ResultCache {
  // Only a repository that Bylaw guards already has the folder.
  if (root === '' || !existsSync(path.join(root, '.bylaw'))) return NO_CACHE;
  const file = path.join(root, '.bylaw', 'cache', 'code.txt');
  const state = hash(
    JSON.stringify([VERSION, programStamp(), rules.map(({ id, check, scope }) => [id, check, scope])]),
  );
  const before = earlierResults(file, state);
  const now = new Map<string, string>();
  let news = false;
  return {
    get(at, text) {
      const key = keyOf(at, text);
      const line = before.find(key);
      const known = line === undefined ? undefined : resultIn(line);
      if (known !== undefined && line !== undefined) now.set(key, line);
      return known;
    },
    set(at, text, result) {
      news = true;
      now.set(keyOf(at, text), JSON.stringify(result));
    },
    save() {
      if (!news) return;
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(path.join(path.dirname(file), '.gitignore'), '*\n');
        const all = before.all();
        const results = now.size < all.size / 2 ? new Map([...all, ...now]) : now;
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, [state, ...[...results].map(([key, line]) => key + line), ''].join('\n'));
        renameSync(draft, file);
      } catch {
        // A cache that cannot be written is only slower.
      }
    },
  };
}

/** Characters of a hash, as it is written here. */
const HASH = 27;

function keyOf(at: RepoPath, text: string): string {
  return hash(`${at}\0${text}`);
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}

/** Results as JSON by their keys: a first line tells the state, then one line for each. */
interface EarlierResults {
  find(key: string): string | undefined;
  all(): ReadonlyMap<string, string>;
}

/** So many are looked for in the text itself; who asks for more has all lines put in a table first. */
const FEW = 8;
const LINE_END = 0x0a;

function earlierResults(file: string, state: string): EarlierResults {
  const kept = bytesOf(file);
  const isOurs = kept.subarray(0, kept.indexOf(LINE_END)).toString() === state;
  const text = isOurs ? kept : Buffer.alloc(0);
  let table: ReadonlyMap<string, string> | undefined;
  let asked = 0;
  const all = () => {
    table ??= new Map(linesIn(text).map((line) => [line.slice(0, HASH), line.slice(HASH)]));
    return table;
  };
  return {
    all,
    find(key) {
      asked += 1;
      if (asked > FEW) return all().get(key);
      const at = text.indexOf(`\n${key}`);
      return at < 0 ? undefined : text.subarray(at + 1 + HASH, text.indexOf(LINE_END, at + 1)).toString();
    },
  };
}

function linesIn(text: Buffer): readonly string[] {
  return text.toString().split('\n').slice(1);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** `undefined` for a line that is damaged. */
function resultIn(line: string): PackedInspection | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
