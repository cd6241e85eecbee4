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
  const started = performance.now();
  let done = 0;
  let ended = false;
  let loading = false;
  let bar: SingleBar | undefined;
  /** The library is loaded only where a bar is shown. It is CommonJS: bundled, it has but its default export. */
  const show = async () => {
    const { Presets, SingleBar } = (await import('cli-progress')).default;
    if (ended) return;
    const format = `${what} {bar} {value}/{total}`;
    bar = new SingleBar(
      { format, clearOnComplete: true, hideCursor: true, stream: process.stderr },
      Presets.shades_classic,
    );
    bar.start(total, done);
  };
  return {
    advance(by) {
      done += by;
      bar?.update(done);
      if (loading || performance.now() - started <= PATIENCE) return;
      loading = true;
      void show();
    },
    stop() {
      ended = true;
      bar?.stop();
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
