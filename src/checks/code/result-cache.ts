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
  const file = path.join(root, '.bylaw', 'cache', 'code.json');
  const state = hash(
    JSON.stringify([VERSION, programStamp(), rules.map(({ id, check, scope }) => [id, check, scope])]),
  );
  const before = load(file, state);
  const now: Record<string, PackedInspection> = {};
  let news = false;
  return {
    get(at, text) {
      const key = keyOf(at, text);
      const known = before[key];
      if (known) now[key] = known;
      return known;
    },
    set(at, text, result) {
      news = true;
      now[keyOf(at, text)] = result;
    },
    save() {
      if (!news) return;
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(path.join(path.dirname(file), '.gitignore'), '*\n');
        const few = Object.keys(now).length < Object.keys(before).length / 2;
        const results = few ? { ...before, ...now } : now;
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, JSON.stringify({ state, results }));
        renameSync(draft, file);
      } catch {
        // A cache that cannot be written is only slower.
      }
    },
  };
}

function keyOf(at: RepoPath, text: string): string {
  return hash(`${at}\0${text}`);
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}

function load(file: string, state: string): Readonly<Record<string, PackedInspection>> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isStored(stored) && stored.state === state ? stored.results : {};
  } catch {
    return {};
  }
}

function isStored(value: unknown): value is { state: string; results: Record<string, PackedInspection> } {
  return typeof value === 'object' && value !== null && 'state' in value && 'results' in value;
}
