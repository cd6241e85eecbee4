import type { RepoPath } from '../model/path.ts';
import type { Violation } from '../model/verdict.ts';
import { overlay } from '../repository/overlay.ts';
import { contentInHead, type GitState } from './git-state.ts';
import type { Holder } from './holder.ts';
import type { FileState, Ledger, LedgerNews } from './ledger.ts';
import type { TraceLog } from './log.ts';
import type { Presence } from './presence.ts';
import { inSlices } from './slices.ts';

/** Looks into files that have changed, whoever changed them, and keeps ledger and log in step. */
export interface Inquest {
  /** Judges changed files by what has come into them since they were last known. */
  into(paths: readonly RepoPath[], stopped: () => boolean): Promise<void>;
  /** Takes a file as it stands. */
  adopt(file: RepoPath): Promise<void>;
  /** Closes what is open in the log but stands no longer. */
  review(): Promise<void>;
}

export interface InquestParts {
  readonly holder: Holder;
  readonly ledger: Ledger;
  readonly git: GitState;
  readonly log: TraceLog;
  readonly presence: Presence;
}

export function createInquest({ holder, ledger, git, log, presence }: InquestParts): Inquest {
  const stateOf = async (file: RepoPath, content?: string): Promise<FileState> => {
    const { engine, view } = holder.current();
    const at = content === undefined ? view : overlay(view, new Map([[file, content]]));
    if (at.kind(file) !== 'file') return { path: file, violations: [] };
    const { violations } = await engine.inspect([file], at);
    return { path: file, violations };
  };

  /** A file that changed before the first scan came to it: what git has of it is its old state. */
  const recall = async (file: RepoPath): Promise<void> => {
    const content = git.folder === undefined ? undefined : await contentInHead(holder.current().root, file);
    ledger.adopt(content === undefined ? { path: file, violations: [] } : await stateOf(file, content));
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
    async into(paths, stopped) {
      const states: FileState[] = [];
      await inSlices(paths, async (file) => {
        if (!ledger.knows(file)) await recall(file);
        states.push(await stateOf(file));
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
