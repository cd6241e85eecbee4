import { createHash } from 'node:crypto';
import type { RepoPath } from '../model/path.ts';
import type { Violation } from '../model/verdict.ts';

/** A violation that came while the daemon watched and still stands. */
export interface OpenViolation {
  readonly key: string;
  readonly path: RepoPath;
  readonly violation: Violation;
}

/** What a change of files has brought and taken away. */
export interface LedgerNews {
  readonly opened: readonly OpenViolation[];
  readonly closed: readonly OpenViolation[];
}

/** What stands in a file now; an empty list for a file that is gone. */
export interface FileState {
  readonly path: RepoPath;
  readonly violations: readonly Violation[];
}

/** Which violations stand in which files, and which of them are new. */
export interface Ledger {
  knows(path: RepoPath): boolean;
  /** Files in which violations stand. */
  violating(): readonly RepoPath[];
  /** Takes the state of a file as it has always been. */
  adopt(state: FileState): void;
  /** Compares files with their last known state. Violations that only moved from one file to another are not new. */
  compare(states: readonly FileState[]): LedgerNews;
  /** Makes a comparison count. `silently`: files whose violations are taken as old ones. */
  settle(states: readonly FileState[], news: LedgerNews): void;
  reopen(open: OpenViolation): void;
  /** Forgets the state of all files (other rules are in force); what is open stays open. */
  forget(): void;
  open(): readonly OpenViolation[];
  /** Violations that stood before anybody watched, and files looked at. */
  size(): { readonly files: number; readonly standing: number };
}

export function createLedger(): Ledger {
  const known = new Map<RepoPath, readonly Violation[]>();
  const seen = new Set<RepoPath>();
  const open = new Map<string, OpenViolation>();

  const put = ({ path, violations }: FileState): void => {
    seen.add(path);
    if (violations.length > 0) known.set(path, violations);
    else known.delete(path);
  };

  return {
    knows: (path) => seen.has(path),
    violating: () => [...known.keys()],
    adopt: put,
    compare(states) {
      const gone = new Map<string, number>();
      const fresh: { path: RepoPath; violation: Violation; nth: number }[] = [];
      const stand = new Set<string>();
      for (const { path, violations } of states) {
        const before = counted(known.get(path) ?? []);
        const count = new Map<string, number>();
        for (const violation of violations) {
          const like = likeness(violation);
          const nth = (count.get(like) ?? 0) + 1;
          count.set(like, nth);
          stand.add(keyOf(path, violation, nth));
          if (nth > (before.get(like) ?? 0)) fresh.push({ path, violation, nth });
        }
        for (const [like, number] of before) {
          const left = number - (count.get(like) ?? 0);
          if (left > 0) gone.set(like, (gone.get(like) ?? 0) + left);
        }
      }
      const touched = new Set(states.map(({ path }) => path));
      const closed = [...open.values()].filter(({ key, path }) => touched.has(path) && !stand.has(key));
      const opened = fresh.flatMap(({ path, violation, nth }) => {
        const like = likeness(violation);
        const moved = gone.get(like) ?? 0;
        if (moved > 0) gone.set(like, moved - 1);
        const key = keyOf(path, violation, nth);
        return moved > 0 || open.has(key) ? [] : [{ key, path, violation }];
      });
      return { opened, closed };
    },
    settle(states, { opened, closed }) {
      for (const state of states) put(state);
      for (const { key } of closed) open.delete(key);
      for (const one of opened) open.set(one.key, one);
    },
    reopen: (one) => {
      open.set(one.key, one);
    },
    forget() {
      known.clear();
      seen.clear();
    },
    open: () => [...open.values()],
    size: () => ({
      files: seen.size,
      standing: [...known.values()].reduce((sum, violations) => sum + violations.length, 0),
    }),
  };
}

function likeness({ rule, found }: Violation): string {
  return `${rule}\0${found ?? ''}`;
}

function counted(violations: readonly Violation[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const violation of violations) count.set(likeness(violation), (count.get(likeness(violation)) ?? 0) + 1);
  return count;
}

function keyOf(path: RepoPath, violation: Violation, nth: number): string {
  return createHash('sha1')
    .update(`${path}\0${likeness(violation)}\0${nth}`)
    .digest('hex')
    .slice(0, 12);
}
