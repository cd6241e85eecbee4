import { type FSWatcher, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Longest wait (milliseconds) for a cookie. */
const PATIENCE = 1000;
/** Time (milliseconds) for a watcher that looks a file up after it was told of it. */
const GRACE = 25;

/**
 * Tells when every write made so far has been seen: a file (a cookie) is written, and events come in the
 * order of the writes, so once the cookie is seen all earlier writes have been.
 */
export interface Cookies {
  pass(): Promise<void>;
  close(): void;
}

export function createCookies(folder: string): Cookies {
  const waiting = new Map<string, () => void>();
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, (_event, name) => {
      if (name !== null) waiting.get(name)?.();
    });
    watcher.on('error', () => undefined);
  } catch {
    // Without a watch the time limit alone must do.
  }
  let next = 0;
  return {
    async pass() {
      const name = `${process.pid}-${next}`;
      next += 1;
      const file = path.join(folder, name);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, watcher ? PATIENCE : GRACE);
        waiting.set(name, () => {
          clearTimeout(timer);
          resolve();
        });
        try {
          writeFileSync(file, '');
        } catch {
          resolve();
        }
      });
      waiting.delete(name);
      rmSync(file, { force: true });
      await new Promise((resolve) => setTimeout(resolve, GRACE));
    },
    close: () => watcher?.close(),
  };
}
