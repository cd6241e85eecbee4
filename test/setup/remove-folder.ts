import { rmSync } from 'node:fs';

const PATIENCE = 3000;

/**
 * Takes a folder away with all in it. A daemon that a test has left behind may still write there: what it adds meanwhile
 * is taken away too.
 */
export function removeFolder(folder: string): void {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
