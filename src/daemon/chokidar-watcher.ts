import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { parseRepoPath } from '../model/path.ts';
import { isExhaustion, type TreeListener, type TreeOptions, type TreeWatcher } from './tree-watcher.ts';

/** Time between two looks (milliseconds) where the system cannot tell of changes. */
const POLL_INTERVAL = 300;
/** Longest wait (milliseconds) for chokidar to close. */
const CLOSE_PATIENCE = 200;

/** Watches each file with chokidar: exact, but with one inotify watch for each file. `polling` needs none at all. */
export function watchWithChokidar(options: TreeOptions, listener: TreeListener, polling = false): TreeWatcher {
  const { root, ignored } = options;
  const relative = (file: string) => parseRepoPath(path.relative(root, file));
  const watcher: FSWatcher = watch(root, {
    ignored: (file) => {
      const inside = relative(file);
      return inside === undefined || (inside !== '' && ignored(inside));
    },
    ignoreInitial: true,
    followSymlinks: false,
    usePolling: polling,
    interval: POLL_INTERVAL,
    binaryInterval: POLL_INTERVAL,
    atomic: 40,
  });
  watcher.on('all', (event, file) => {
    if (event === 'addDir') return;
    const inside = relative(file);
    if (inside !== undefined && inside !== '')
      listener.changed({ path: inside, what: event === 'change' ? 'content' : 'list' });
  });
  // A change that follows another within 50 ms is not told of; the system's own word for it is.
  watcher.on('raw', (event, name, details: unknown) => {
    const watched = watchedPath(details);
    if (watched === undefined) return;
    const inside = relative(name === path.basename(watched) ? watched : path.join(watched, name));
    if (inside !== undefined && inside !== '' && !ignored(inside))
      listener.changed({ path: inside, what: event === 'rename' ? 'either' : 'content' });
  });
  watcher.on('error', (error) => {
    if (isExhaustion(error)) listener.exhausted(error);
  });
  return {
    way: polling ? 'polling' : 'files',
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    // Closed while it still lists the tree, chokidar may never say that it is done.
    close: () => Promise.race([watcher.close(), new Promise<void>((resolve) => setTimeout(resolve, CLOSE_PATIENCE))]),
  };
}

function watchedPath(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return undefined;
  return typeof details.watchedPath === 'string' ? details.watchedPath : undefined;
}
