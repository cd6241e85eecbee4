// A session of 100,000 events: what remembering one costs, what a verdict on `git commit` under 200 order rules
// costs at the end, and how much memory the session holds. Prints `BENCH name value unit limit ok|short`.
import { bundle } from './parts/bundle.mjs';
import { report } from './parts/report.mjs';

const EVENTS = 100_000;
const { newSession, remember, orderChecks, memoryView } = await import(
  await bundle(`
    export { newSession, remember } from './src/engine/session.ts';
    export { orderChecks } from './src/checks/order/module.ts';
    export { memoryView } from './src/repository/overlay.ts';`)
);

const invocation = (text) => {
  const [program, ...args] = text.split(' ');
  return { program, args, cwd: '', under: [], chain: [], env: {}, text };
};
const happening = (index) => {
  if (index % 3 === 0) return { kind: 'changed', path: `src/f${index % 900}.ts`, change: 'modify' };
  if (index % 3 === 1) return { kind: 'read', path: `docs/f${index % 7000}.md` };
  return { kind: 'ran', invocation: invocation(`make t${index}`), exitCode: 0 };
};

let session = newSession('bench');
globalThis.gc?.();
const held = process.memoryUsage().heapUsed;
const start = performance.now();
for (let index = 0; index < EVENTS; index += 1) session = remember(session, [happening(index)]);
report('session-remember', ((performance.now() - start) * 1000) / EVENTS, 'us/event', 50);
globalThis.gc?.();
report('session-memory', (process.memoryUsage().heapUsed - held) / 1e6, 'MB', 40);

const view = memoryView({});
const rules = Array.from({ length: 200 }, (_, index) => ({
  id: `r${index}`,
  severity: 'error',
  message: 'm',
  source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'q' },
  evidence: { violating: [], compliant: [] },
  check: {
    kind: 'order',
    contract: {
      type: 'before',
      trigger: [{ ran: [{ program: 'git', subcommand: ['commit'] }] }],
      need: [{ ran: [{ program: 'make', subcommand: [`t${index % 20}`] }] }],
      since: { changed: [`src/f${index % 50}*`] },
    },
  },
}));
const checks = await orderChecks.prepare(rules, { view, reject: (rule, why) => console.error(rule.id, why) });
const command = {
  text: 'git commit',
  invocations: [invocation('git commit')],
  effects: [],
  unresolved: [],
  errors: [],
};
const times = [];
let found = 0;
for (let round = 0; round < 300; round += 1) {
  session = remember(session, [happening(EVENTS + round)]);
  const from = performance.now();
  found += (await checks.act({ kind: 'command', command }, { before: view, after: view, session })).length;
  times.push(performance.now() - from);
}
if (found === 0) throw new Error('no rule was broken: nothing was measured');
report('session-commit-first', times[0], 'ms', 1000);
report('session-commit-median', times.slice(1).sort((a, b) => a - b)[149], 'ms', 5);
