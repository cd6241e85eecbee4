import { Presets, SingleBar } from 'cli-progress';

/** Work shorter than this (ms) shows no progress. */
const PATIENCE = 1000;

/** Shows on standard error how far a long work is; nothing off a terminal. */
export interface Progress {
  advance(by: number): void;
  stop(): void;
}

export function progressOf(total: number, what: string): Progress {
  if (!process.stderr.isTTY) return { advance: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total}`, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  const started = performance.now();
  let done = 0;
  let shown = false;
  return {
    advance(by) {
      done += by;
      if (!shown && performance.now() - started > PATIENCE) {
        bar.start(total, done);
        shown = true;
      } else if (shown) bar.update(done);
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}

/** Says on standard error what takes long; the returned function takes the line away again. */
export function sayIfLong(what: string): () => void {
  if (!process.stderr.isTTY) return () => {};
  let said = false;
  const timer = setTimeout(() => {
    process.stderr.write(`${what} …`);
    said = true;
  }, PATIENCE);
  return () => {
    clearTimeout(timer);
    if (said) process.stderr.write('\r\u001b[K');
  };
}
