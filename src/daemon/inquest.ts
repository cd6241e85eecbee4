import { statSync } from 'node:fs';
import path from 'node:path';
import { committedTexts } from '../git/committed.ts';
import type { RepoPath } from '../model/path.ts';
import type { Violation } from '../model/verdict.ts';
import { overlay } from '../repository/overlay.ts';
import type { GitState } from './git-state.ts';
import type { Holder } from './holder.ts';
import type { FileState, Ledger, LedgerNews } from './ledger.ts';
import type { TraceLog } from './log.ts';
import type { Presence } from './presence.ts';
import { inSlices } from './slices.ts';

/** Up to this many unknown files git is not asked first whether it brought them. */
const FEW = 10;
/** Files whose committed content is fetched in one go. */
const AT_ONCE = 100;

/** Time stamps of files are no finer than this (milliseconds), whatever the file system. */
const JUST_NOW = 50;

/** Looks into files that have changed, whoever changed them, and keeps ledger and log in step. */
export interface Inquest {
  /** Judges changed files by what has come into them since they were last known. */
  into(paths: readonly RepoPath[], stopped: () => boolean): Promise<void>;
  /** Takes a file as it stands. */
  adopt(file: RepoPath): Promise<void>;
  /** Closes what is open in the log but stands no longer. */
  review(): Promise<void>;
  /** Looks into each file again when it is next told of: other rules are in force. */
  forget(): void;
}

export interface InquestParts {
  readonly holder: Holder;
  readonly ledger: Ledger;
  readonly git: GitState;
  readonly log: TraceLog;
  readonly presence: Presence;
}

export function createInquest({ holder, ledger, git, log, presence }: InquestParts): Inquest {
  /** How each file looked to the file system when it was judged. A watcher tells of many a change twice. */
  const looks = new Map<RepoPath, string>();
  const look = (file: RepoPath): boolean => {
    const now = lookOf(path.join(holder.current().root, file));
    const before = looks.get(file);
    if (now === undefined) looks.delete(file);
    else looks.set(file, now);
    return now === undefined || now !== before;
  };

  const stateOf = async (file: RepoPath, content?: string): Promise<FileState> => {
    const { engine, view } = holder.current();
    const at = content === undefined ? view : overlay(view, new Map([[file, content]]));
    if (at.kind(file) !== 'file') return { path: file, violations: [] };
    const { violations } = await engine.inspect([file], at);
    return { path: file, violations };
  };

  /**
   * Files that changed before the first scan came to them: what git has of them is their old state, and those that
   * are as git has them have brought nothing.
   */
  const recall = async (files: readonly RepoPath[]): Promise<ReadonlySet<RepoPath>> => {
    if (git.folder === undefined || files.length === 0) {
      for (const path of files) ledger.adopt({ path, violations: [] });
      return new Set();
    }
    const brought = files.length > FEW ? await git.unchanged(files) : new Set<RepoPath>();
    const changed = files.filter((file) => !brought.has(file));
    for (let from = 0; from < changed.length; from += AT_ONCE) {
      const some = changed.slice(from, from + AT_ONCE);
      const texts = committedTexts(holder.current().root, some);
      await inSlices(some, async (path) => {
        const text = texts.get(path);
        ledger.adopt(text === undefined ? { path, violations: [] } : await stateOf(path, text));
        return true;
      });
    }
    return brought;
  };

  const goneWithout = (paths: readonly RepoPath[]): readonly FileState[] => {
    const { view } = holder.current();
    const gone = ledger.violating().filter((file) => !paths.includes(file) && view.kind(file) === 'absent');
    return gone.map((path) => ({ path, violations: [] }));
  };

  const record = ({ opened, closed }: LedgerNews): void => {
    for (const { key, path, violation } of closed) {
      presence.forget(key);
      log.append({ type: 'closed', key, rule: violation.rule, path });
    }
    for (const { key, path, violation: found } of opened) {
      const session = presence.authorOf(path);
      const violation: Violation = { ...found, location: found.location ?? { path } };
      log.append({ type: 'opened', key, ...(session !== undefined && { session }), violation });
      if (session !== undefined) presence.leave(session, { key, path, violation });
    }
  };

  return {
    forget: () => looks.clear(),
    async into(told, stopped) {
      const paths = told.filter((file) => look(file) || !ledger.knows(file));
      const states: FileState[] = [];
      const brought = await recall(paths.filter((file) => !ledger.knows(file)));
      await inSlices(paths, async (file) => {
        const state = await stateOf(file);
        if (brought.has(file)) ledger.adopt(state);
        states.push(state);
        return !stopped();
      });
      // A moved file may be seen to come before it is seen to go.
      if (ledger.compare(states).opened.length > 0) states.push(...goneWithout(paths));
      const news = ledger.compare(states);
      const fromGit = await git.unchanged([...new Set(news.opened.map(({ path }) => path))]);
      const real = { opened: news.opened.filter(({ path }) => !fromGit.has(path)), closed: news.closed };
      ledger.settle(states, real);
      record(real);
      if (fromGit.size === 0) return;
      const message = `${fromGit.size} files came with git; the violations in them are taken as old`;
      log.append({ type: 'daemon', what: 'settled', message });
    },
    async adopt(file) {
      look(file);
      ledger.adopt(await stateOf(file));
    },
    async review() {
      const states: FileState[] = [];
      await inSlices([...new Set(ledger.open().map(({ path }) => path))], async (file) => {
        states.push(await stateOf(file));
        return true;
      });
      for (const state of states) ledger.adopt(state);
      const { closed } = ledger.compare(states);
      ledger.settle(states, { opened: [], closed });
      record({ opened: [], closed });
    },
  };
}

/**
 * Changes with a file: `undefined` for none, and for one that changed so lately that a write right behind could leave
 * the same time stamp.
 */
function lookOf(absolute: string): string | undefined {
  const stat = statSync(absolute, { throwIfNoEntry: false });
  return stat === undefined || Date.now() - Math.max(stat.mtimeMs, stat.ctimeMs) < JUST_NOW
    ? undefined
    : `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
}
