import type { RepoPath } from '../model/path.ts';
import { describeDrift } from '../rulebook/drift.ts';
import type { Cookies } from './cookies.ts';
import { isRuleFile, mayInstruct } from './governance.ts';
import { createInquest, type InquestParts } from './inquest.ts';
import { createSettler } from './settle.ts';
import { inSlices } from './slices.ts';
import type { WatchWay } from './tree-watcher.ts';
import { watchTree } from './watch-tree.ts';

/** Watches the tree of a repository: settles what changes, has it judged, reads the rules anew. */
export interface Survey {
  /** Resolves when every file written so far has been judged. */
  sync(): Promise<void>;
  /** Resolves when the tree is watched and has been looked through once. */
  readonly ready: Promise<void>;
  way(): string;
  progress(): { readonly done: number; readonly of: number };
  /** How the prose differs from what the rulebook was compiled from, in words; empty if it does not. */
  drift(): string;
  close(): Promise<void>;
}

export interface SurveyParts extends InquestParts {
  readonly cookies: Cookies;
  /** How to watch; the size of the tree decides where this is not given. */
  readonly way: WatchWay | undefined;
  /** Called when other rules have come into force. */
  onRules(): void;
}

/** The first look through the tree begins this late (milliseconds): the first event is answered first. */
const SCAN_DELAY = 150;

export function surveyTree(parts: SurveyParts): Survey {
  const { holder, ledger, git, log, cookies } = parts;
  const { root } = holder.current();
  const inquest = createInquest(parts);
  let closed = false;
  /** Files have come or gone since the list was last compared with what has been judged. */
  let listed = false;
  let progress = { done: 0, of: 0 };
  const standing = (): readonly RepoPath[] =>
    holder
      .current()
      .view.files()
      .filter((file) => !isOwn(file));
  /** Files that stood there when watching began and that the look through the tree will come to; none when it is done. */
  let ahead: ReadonlySet<RepoPath> = new Set(standing());
  let drift = describeDrift(holder.current().drift());

  /** One file that cannot be judged does not end the watch. */
  const trouble = (error: unknown): void => {
    if (!closed) log.append({ type: 'daemon', what: 'note', message: `looking at files failed: ${String(error)}` });
  };

  const deal = async (paths: readonly RepoPath[]): Promise<void> => {
    await inquest.into(
      paths.filter((file) => !isOwn(file)),
      () => closed,
    );
    if (paths.some((file) => isRuleFile(file))) await reload();
    if (paths.some((file) => mayInstruct(file))) noticeDrift();
  };

  const settler = createSettler(git.busy, (paths) => deal(paths).catch(trouble));

  const noticeDrift = (): void => {
    const now = describeDrift(holder.current().drift());
    if (now !== '' && now !== drift) {
      const message = `${now}; the approved rulebook stays in force until \`bylaw compile\``;
      log.append({ type: 'daemon', what: 'drift', message });
    }
    drift = now;
  };

  const reload = async (): Promise<void> => {
    const outcome = await holder.reload();
    if (outcome === 'same') return;
    const rules = holder.current().rules.length;
    log.append(
      outcome === 'broken'
        ? { type: 'daemon', what: 'broken', message: `${holder.broken()}; the last good rules stay in force` }
        : { type: 'daemon', what: 'reload', message: `${rules} rules are in force now` },
    );
    if (outcome === 'broken') return;
    noticeDrift();
    ledger.forget();
    inquest.forget();
    parts.onRules();
    ahead = new Set(standing());
    void lookThrough().catch(trouble);
  };

  const lookThrough = async (): Promise<void> => {
    const files = [...ahead];
    const engine = holder.current().engine;
    progress = { done: 0, of: files.length };
    await inSlices(files, async (file) => {
      if (!settler.pending(file) && !ledger.knows(file)) await inquest.adopt(file);
      progress = { done: progress.done + 1, of: files.length };
      return !closed && holder.current().engine === engine;
    });
    if (progress.done === progress.of) ahead = new Set();
    if (!closed) await inquest.review();
  };

  /** A watcher lists a new folder in its own time: what has come into it or gone from the tree is looked up here. */
  const catchUp = (): void => {
    if (!listed) return;
    listed = false;
    const { view } = holder.current();
    view.refresh();
    for (const file of standing()) if (!ledger.knows(file) && !ahead.has(file)) settler.touch(file);
    for (const file of ledger.violating()) if (view.kind(file) === 'absent') settler.touch(file);
  };

  const watcher = watchTree(
    {
      root,
      fileCount: holder.current().view.files().length,
      way: parts.way,
      ignored: (file) => !governs(file) && (file.startsWith('.bylaw/') || holder.current().view.ignored(file)),
    },
    {
      changed({ path, what }) {
        if (what === 'list') holder.current().view.refresh();
        listed ||= what !== 'content';
        settler.touch(path);
      },
      degraded: (message) => {
        log.append({ type: 'daemon', what: 'polling', message });
      },
    },
  );

  const ready = Promise.all([
    watcher.ready,
    new Promise((resolve) => setTimeout(resolve, SCAN_DELAY)).then(() =>
      closed ? undefined : lookThrough().catch(trouble),
    ),
  ]).then(() => undefined);

  return {
    ready,
    async sync() {
      await watcher.ready;
      await cookies.pass();
      catchUp();
      await settler.drain();
    },
    way: () => watcher.way,
    progress: () => progress,
    drift: () => drift,
    async close() {
      closed = true;
      settler.stop();
      await watcher.close();
    },
  };
}

/** The rulebook quotes what rules forbid; it is not judged by them. */
function isOwn(file: string): boolean {
  return file.startsWith('.bylaw/');
}

/** Rule files and the folders on the way to them are watched even where git ignores them. */
function governs(file: string): boolean {
  return isRuleFile(file) || file === '.bylaw' || file === '.bylaw/rules';
}
