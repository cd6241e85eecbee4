import type { RepoPath } from '../model/path.ts';

/** Quiet time (milliseconds) after which a change counts as done; longer while many files change. */
const QUIET = 12;
const QUIET_BULK = 60;
const BULK = 50;
/** Longest time (milliseconds) that a change waits for quiet. */
const MOST = 400;
/** Longest time (milliseconds) that changes wait for git to finish. */
const MOST_BUSY = 30_000;

/** Gathers changed paths until nothing more comes (and git is not at work), then hands them over in one go. */
export interface Settler {
  touch(path: RepoPath): void;
  pending(path: RepoPath): boolean;
  /** Resolves when everything touched so far has been handed over and dealt with. */
  drain(): Promise<void>;
  stop(): void;
}

export function createSettler(busy: () => boolean, deal: (paths: readonly RepoPath[]) => Promise<void>): Settler {
  let gathered = new Set<RepoPath>();
  let dealing = new Set<RepoPath>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const arm = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(ripe, delay);
  };
  const ripe = (): void => {
    timer = undefined;
    if (gathered.size === 0) return;
    if (busy() && performance.now() - first < MOST_BUSY) arm(20);
    else void release();
  };
  const release = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const paths = [...gathered];
    gathered = new Set();
    if (paths.length > 0) {
      turn = turn.then(async () => {
        dealing = new Set(paths);
        await deal(paths);
        dealing = new Set();
      });
    }
    return turn;
  };

  return {
    touch(path) {
      if (gathered.size === 0) first = performance.now();
      gathered.add(path);
      const quiet = gathered.size > BULK ? QUIET_BULK : QUIET;
      if (performance.now() - first < MOST || gathered.size > BULK) arm(quiet);
      else if (timer === undefined) arm(quiet);
    },
    pending: (path) => gathered.has(path) || dealing.has(path),
    drain: () => release(),
    stop: () => clearTimeout(timer),
  };
}
