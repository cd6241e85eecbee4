// 100,000 random command lines, pieces of the shell grammar and raw characters, judged under command rules: none may
// fail, none may take longer than a second. FUZZ_LINES says how many, FUZZ_SEED which.
import fc from 'fast-check';
import { bundle } from './parts/bundle.mjs';
import { report } from './parts/report.mjs';

const LINES = Number(process.env.FUZZ_LINES ?? 100_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const { anything, readCommandLine, commandChecks, parsePattern, memoryView, newSession } = await import(
  await bundle(`
    export { anything } from './test/checks/command/random-lines.ts';
    export { readCommandLine } from './src/checks/command/read.ts';
    export { commandChecks } from './src/checks/command/module.ts';
    export { parsePattern } from './src/checks/command/pattern.ts';
    export { memoryView } from './src/repository/overlay.ts';
    export { newSession } from './src/engine/session.ts';`)
);

const view = memoryView({ 'package.json': '{"scripts":{"a":"b && npm run a"}}', Makefile: 'a: a\n\tmake a\n' }, 'main');
const rules = ['git push --force', 'rm -rf <path>', 'npm run a', 'sh', 'docker', 'python', 'find -exec'].map(
  (text) => ({
    id: text,
    severity: 'error',
    message: 'not here',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: text },
    check: { kind: 'command', forbid: parsePattern(text) ?? [{ program: text }] },
    evidence: { violating: [], compliant: [] },
  }),
);
const checks = await commandChecks.prepare(rules, { view, reject: (rule, why) => console.error(rule.id, why) });
const session = newSession('fuzz');

let slowest = { ms: 0, line: '' };
let denied = 0;
const started = performance.now();
await fc.assert(
  fc.asyncProperty(anything, async (line) => {
    const from = performance.now();
    const command = readCommandLine(line, '', view);
    const found = await checks.act({ kind: 'command', command }, { before: view, after: view, session });
    const ms = performance.now() - from;
    if (ms > slowest.ms) slowest = { ms, line };
    if (found.length > 0) denied += 1;
    const broken = command.errors.find((error) => error.startsWith('could not be read'));
    if (broken) throw new Error(broken);
  }),
  { numRuns: LINES, seed: SEED },
);
console.log(
  `# ${LINES} lines of seed ${SEED} in ${((performance.now() - started) / 1000).toFixed(0)} s, ${denied} denied; the slowest: ${JSON.stringify(slowest.line.slice(0, 200))}`,
);
report('command.fuzz.slowest', slowest.ms, 'ms', 1000);
