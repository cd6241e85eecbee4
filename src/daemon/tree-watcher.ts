import type { RepoPath } from '../model/path.ts';

export interface TreeChange {
  readonly path: RepoPath;
  /** `content`: a file's bytes; `list`: a file has come or gone; `either`: one of these, or a folder has come or gone. */
  readonly what: 'content' | 'list' | 'either';
}

/** A watch for each file, one for each folder, or looks in turns. */
export type WatchWay = 'files' | 'folders' | 'polling';

export interface TreeWatcher {
  readonly way: WatchWay;
  /** Resolves when changes made from now on are seen. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface TreeListener {
  changed(change: TreeChange): void;
  /** The system gives no more watches (inotify limit): what is seen from now on is not complete. */
  exhausted(error: Error): void;
}

export interface TreeOptions {
  readonly root: string;
  ignored(path: RepoPath): boolean;
}

/** Errors that say that the system has no more watches or file handles to give. */
export function isExhaustion(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EMFILE' || error.code === 'ENFILE')
  );
}
