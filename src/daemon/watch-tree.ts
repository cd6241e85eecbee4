import { watchWithChokidar } from './chokidar-watcher.ts';
import { watchFolders } from './folder-watcher.ts';
import type { TreeListener, TreeOptions, TreeWatcher, WatchWay } from './tree-watcher.ts';

/** Up to this many files each is watched by itself; beyond, one watch for each folder (a fortieth of the memory). */
export const MOST_WATCHED_FILES = 10_000;

export interface WatchListener extends TreeListener {
  /** The way of watching has changed because the system gives no more watches. */
  degraded(message: string): void;
}

/** Watches a tree in the way that suits its size, and goes over to polling when the system's watches run out. */
export function watchTree(
  options: TreeOptions & { readonly fileCount: number; readonly way?: WatchWay | undefined },
  listener: Omit<WatchListener, 'exhausted'>,
): TreeWatcher {
  let current: TreeWatcher;
  const way = options.way ?? (options.fileCount > MOST_WATCHED_FILES ? 'folders' : 'files');
  let fallen = way === 'polling';
  const inner: TreeListener = {
    changed: listener.changed,
    exhausted(error) {
      if (fallen) return;
      fallen = true;
      listener.degraded(
        `the system gives no more file watches (${error.message}); looking at files in turns instead. ` +
          'Raise the limit with: sysctl fs.inotify.max_user_watches=524288',
      );
      const old = current;
      current = watchWithChokidar(options, inner, true);
      void old?.close();
    },
  };
  current = way === 'folders' ? watchFolders(options, inner) : watchWithChokidar(options, inner, fallen);
  return {
    get way() {
      return current.way;
    },
    ready: current.ready,
    close: () => current.close(),
  };
}
