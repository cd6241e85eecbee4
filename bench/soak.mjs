// A long life: 100,000 events and 10,000 saved files in one daemon, then 200 daemons killed at random moments. Memory is flat,
// every event is answered, and the log is complete. BYLAW_SOAK=0.1 does a tenth of it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { liveDaemon, liveRepository, quantile, report, scanned, usage } from './live/repository.mjs';

const PART = Number(process.env.BYLAW_SOAK ?? 1);
const EVENTS = Math.round(100_000 * PART);
const SAVES = Math.round(10_000 * PART);
const KILLS = Math.round(200 * PART);
const place = liveRepository({ files: 200, lines: 20 });

/** Ids of the events in the log, with rotated files. */
function logged() {
  const ids = new Set();
  for (const suffix of ['.4', '.3', '.2', '.1', '']) {
    let text = '';
    try {
      text = readFileSync(`${place.log}${suffix}`, 'utf8');
    } catch {
      continue;
    }
    for (const line of text.split('\n')) if (line.startsWith('{')) ids.add(JSON.parse(line).id);
  }
  return ids;
}

const daemon = await liveDaemon(place.root);
await scanned(daemon);
let answered = 0;
const memory = [];
for (let sent = 0; sent < EVENTS; sent += 100) {
  const batch = Array.from({ length: Math.min(100, EVENTS - sent) }, (_, n) => event(sent + n));
  const replies = await Promise.all(batch.map((one) => daemon.ask(one)));
  answered += replies.filter((reply, n) => reply.id === batch[n]?.id && 'decision' in reply).length;
  const upTo = Math.floor((SAVES * (sent + 100)) / EVENTS);
  for (let save = Math.floor((SAVES * sent) / EVENTS); save < upTo; save += 1) {
    const file = path.join(place.root, 'src', `part${save % 100}`, `file${save % 200}.ts`);
    writeFileSync(file, save % 3 === 0 ? `// GRUMBLE${save % 60}\n` : `export const saved = ${save};\n`);
  }
  memory.push(usage(daemon.pid).memory);
}
await daemon.ask({ ask: 'sync' });
const quarter = Math.floor(memory.length / 4);
const early = quantile(memory.slice(quarter, 2 * quarter), 0.5);
const late = quantile(memory.slice(-quarter), 0.5);
report('soak-events-not-answered', EVENTS - answered, 'events', 0);
report('soak-memory-growth', ((late - early) / early) * 100, '%', 15);
report('soak-memory', late, 'MB', 250);
const ids = logged();
report(
  'soak-events-not-in-the-log',
  Array.from({ length: EVENTS }, (_, n) => `e${n}`).filter((id) => !ids.has(id)).length,
  'events',
  0,
);
await daemon.stop();

const told = [];
const recoveries = [];
for (let kill = 0; kill < KILLS; kill += 1) {
  const one = await liveDaemon(place.root);
  recoveries.push(one.ready);
  const end = setTimeout(() => void one.kill(), Math.random() * 80);
  try {
    for (let n = 0; ; n += 1) {
      await one.ask({
        id: `k${kill}-${n}`,
        kind: 'command',
        phase: 'after',
        exitCode: 0,
        command: 'packit build',
        session: 'kills',
      });
      told.push(`k${kill}-${n}`);
    }
  } catch {
    clearTimeout(end);
    await one.kill();
  }
}
const left = logged();
report('kills-events-lost', told.filter((id) => !left.has(id)).length, 'events', 0);
report('kills-recovery-worst', Math.max(0, ...recoveries), 'ms', 2000);
place.dispose();

function event(n) {
  const id = `e${n}`;
  const session = `session-${n % 7}`;
  switch (n % 4) {
    case 0:
      return { id, session, kind: 'command', command: `packit never${n % 80}` };
    case 1:
      return { id, session, kind: 'command', phase: 'after', exitCode: 0, command: `packit build part${n % 50}` };
    case 2:
      return {
        id,
        session,
        kind: 'write',
        path: `src/part${n % 100}/file${n % 200}.ts`,
        content: `// GRUMBLE${n % 60}\nexport const n = ${n};\n`,
      };
    default:
      return { id, session, kind: 'read', path: `src/part${n % 100}/file${n % 200}.ts` };
  }
}
