// What reading prose costs. The work: CPU time of `compile` in a process that has compiled another file, so that its start and
// the load of words, code and grammars are left aside; for an instruction file of 10 kB (limit 150 ms) and of 35 kB (500 ms).
// Ten and a hundred times the large one must cost no more for each byte. And, for information, a cold process as a whole.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './parts/bundle.mjs';
import { prose, repository } from './parts/prose.mjs';
import { report } from './parts/report.mjs';

const KB = 1000;
/** A file of more than a mebibyte is not read: large texts are spread over folders. */
const LARGEST_FILE = 350 * KB;

if (process.argv[2] === '--one') {
  const { compile, memoryView, runBriefly } = await import(process.argv[3]);
  const [size, before] = process.argv.slice(4).map(Number);
  runBriefly();
  if (before > 0) await compile(memoryView(project(before, 10_000)), {});
  const files = project(size, 0);
  const from = process.cpuUsage();
  const { rules, readings } = await compile(memoryView(files), {});
  const { user, system } = process.cpuUsage(from);
  const memory = process.resourceUsage().maxRSS / 1000;
  const milliseconds = (user + system) / 1000;
  process.stdout.write(JSON.stringify({ milliseconds, memory, rules: rules.length, readings: readings.length }));
  process.exit(0);
}

const program = await bundle(`
  export { runBriefly } from './src/checks/code/brief-run.ts';
  export { compile } from './src/compiler/compile.ts';
  export { memoryView } from './src/repository/overlay.ts';`);

const small = best(5, 10 * KB);
const large = best(3, 35 * KB);
report('compile-10kb', small.milliseconds, 'ms', 150);
report('compile-35kb', large.milliseconds, 'ms', 500);
const ten = best(1, 350 * KB);
const hundred = best(1, 3500 * KB);
report('compile-350kb-over-ten-times-35kb', ten.milliseconds / 10 / large.milliseconds, 'x', 1.3);
report('compile-3500kb-over-ten-times-350kb', hundred.milliseconds / 10 / ten.milliseconds, 'x', 1.3);
report('compile-3500kb-memory', hundred.memory, 'MB', 1500);
const cold = best(3, 10 * KB, 0);
report('compile-cold-10kb-over-node-start', cold.whole / bareStart(), 'x', 40);

/** The quickest of some runs; `before`: characters of the file compiled first. */
function best(times, size, before = 20 * KB) {
  const runs = Array.from({ length: times }, () => {
    const from = performance.now();
    const words = [fileURLToPath(import.meta.url), '--one', program, String(size), String(before)];
    const figures = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
    if (figures.readings < size / 200) throw new Error(`only ${figures.readings} statements in ${size} characters`);
    return { ...figures, whole: performance.now() - from };
  });
  return runs.sort((a, b) => a.milliseconds - b.milliseconds)[0];
}

function bareStart() {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    return performance.now() - from;
  });
  return Math.min(...times);
}

/** A repository with so many characters of prose; other sections of it from `first` on. */
function project(size, first) {
  const parts = Math.ceil(size / LARGEST_FILE);
  const files = Array.from({ length: parts }, (_, at) => [
    at === 0 ? 'AGENTS.md' : `part${at}/AGENTS.md`,
    prose(Math.min(size, LARGEST_FILE), first + at * 1000),
  ]);
  return { ...Object.fromEntries(files), ...repository() };
}
