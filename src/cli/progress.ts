import type { SingleBar } from 'cli-progress';

/** Work shorter than this (ms) shows no progress. */
const PATIENCE = 1000;

/** Shows on standard error how far a long work is; nothing off a terminal. */
export interface Progress {
  advance(by: number): void;
  stop(): void;
}

export function progressOf(total: number, what: string): Progress {
  if (!process.stderr.isTTY) return { advance: () => {}, stop: () => {} };
  let bar: Promise<SingleBar> | undefined;
  let done = 0;
  let ended = false;
  const started = performance.now();
  return {
    advance(by) {
      done += by;
      if (bar) void bar.then((shown) => !ended && shown.update(done));
      else if (performance.now() - started > PATIENCE) bar = barOf(total, done, what);
    },
    stop() {
      ended = true;
      void bar?.then((shown) => shown.stop());
    },
  };
}

/** A bar on the terminal. Its library is loaded only where one is shown. */
async function barOf(total: number, done: number, what: string): Promise<SingleBar> {
  const { Presets, SingleBar } = await import('cli-progress');
  const format = `${what} {bar} {value}/{total}`;
  const bar = new SingleBar(
    { format, clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(total, done);
  return bar;
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
