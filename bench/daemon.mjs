// The daemon: round trips over the socket, files saved, start, memory, idle processor time; with 200 rules, in trees
// of 1,000 and 20,000 files.
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { liveDaemon, liveRepository, moduleText, quantile, report, scanned, usage } from './live/repository.mjs';

const SAVES = Number(process.env.BYLAW_BENCH_SAVES ?? 60);

for (const files of [1000, 20_000]) {
  const size = files === 1000 ? '1k' : '20k';
  const place = liveRepository({ files });
  const first = await liveDaemon(place.root);
  await first.stop();
  const starts = [];
  for (let n = 0; n < 5; n += 1) {
    const daemon = await liveDaemon(place.root);
    starts.push(daemon.ready);
    await daemon.stop();
  }
  report(`daemon-cold-start-${size}`, quantile(starts, 0.5), 'ms', 700);

  const daemon = await liveDaemon(place.root);
  await scanned(daemon);
  await trips(daemon, size);
  await saves(place, size);
  const memory = [];
  for (let n = 0; n < 5; n += 1) {
    memory.push(usage(daemon.pid).memory);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  report(`daemon-memory-${size}`, quantile(memory, 0.5), 'MB', 250);
  const before = usage(daemon.pid).processor;
  await new Promise((resolve) => setTimeout(resolve, 5000));
  report(`daemon-idle-processor-${size}`, (usage(daemon.pid).processor - before) / 50, '%', 1);
  await daemon.stop();
  place.dispose();
}

async function trips(daemon, size) {
  const timed = async (request) => {
    const times = [];
    for (let n = 0; n < 300; n += 1) {
      const from = performance.now();
      await daemon.ask(request(n));
      times.push(performance.now() - from);
    }
    return quantile(times.slice(50), 0.5);
  };
  report(
    `daemon-command-${size}`,
    await timed((n) => ({ id: n, kind: 'command', command: `packit build --target part${n}` })),
    'ms',
    1,
  );
  const content = moduleText('new', 300);
  report(
    `daemon-write-300-lines-${size}`,
    await timed((n) => ({ id: n, kind: 'write', path: `src/part1/new${n}.ts`, content: `${content}\n// ${n}\n` })),
    'ms',
    6,
  );
}

/** From the save to the line in the log, seen by looking at the file. */
async function saves(place, size) {
  const times = [];
  for (let n = 0; n < SAVES; n += 1) {
    const file = path.join(place.root, 'src', `part${n % 100}`, `file${n}.ts`);
    const grown = statSync(place.log).size;
    const from = performance.now();
    if (n % 2 === 0) appendFileSync(file, `\n// GRUMBLE${n % 60}\n`);
    else writeFileSync(file, `${readFileSync(file, 'utf8')}\ngrumble${n % 60}(1);\n`);
    let seen = Number.NaN;
    while (performance.now() - from < 5000) {
      if (statSync(place.log).size > grown) {
        seen = performance.now() - from;
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    times.push(seen);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const missed = times.filter(Number.isNaN).length;
  const seen = times.filter((time) => !Number.isNaN(time));
  report(`daemon-saved-to-trace-${size}-median`, quantile(seen, 0.5), 'ms', 50);
  report(`daemon-saved-to-trace-${size}-p95`, quantile(seen, 0.95), 'ms', 150);
  report(`daemon-saves-missed-${size}`, missed, 'saves', 0);
}
