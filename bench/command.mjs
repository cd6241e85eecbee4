// Verdicts on command lines, in process, with 200 command rules: latency of ordinary and of evasive lines,
// and how the time grows with the length of a line.
import { bundle } from './parts/bundle.mjs';
import { report } from './parts/report.mjs';

const { readCommandLine, commandChecks, parsePattern, memoryView, newSession } = await import(
  await bundle(`
    export { readCommandLine } from './src/checks/command/read.ts';
    export { commandChecks } from './src/checks/command/module.ts';
    export { parsePattern } from './src/checks/command/pattern.ts';
    export { memoryView } from './src/repository/overlay.ts';
    export { newSession } from './src/engine/session.ts';`)
);

const programs = ['npm', 'yarn', 'pip', 'git', 'docker', 'kubectl', 'rm', 'curl', 'terraform', 'cargo'];
const words = ['install', 'push', 'reset', 'run', 'apply', 'delete', 'publish', 'add', 'clean', 'stash'];
const rules = programs.flatMap((program) =>
  words.flatMap((word) =>
    [`${program} ${word} --force`, `${program} ${word} -x <path>`].map((text, at) => ({
      id: `${program}-${word}-${at}`,
      severity: 'error',
      message: 'not here',
      source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: text },
      check: { kind: 'command', forbid: parsePattern(text) ?? [{ program }] },
      evidence: { violating: [], compliant: [] },
    })),
  ),
);
const view = memoryView({ 'package.json': '{"scripts":{"build":"tsc","lint":"eslint ."}}', 'src/a.ts': '' }, 'main');
const checks = await commandChecks.prepare(rules, { view, reject: () => {} });
const session = newSession('bench');

const heads = ['', 'sudo ', 'env A=1 ', 'cd src && ', 'timeout 5 ', 'bash -lc "', 'FOO=bar '];
const tails = ['', ' | tee /tmp/log', ' > out.txt 2>&1', ' && echo done', ' || true', '; ls -la'];
const cores = [
  'git status --short',
  'git commit -m "fix: the parser drops `rm -rf` from messages"',
  'npm run build',
  'npm install zod -D',
  'rg -n "git push --force" docs',
  'ls -la src',
  'pnpm vitest run test/a.test.ts',
  'sed -i s/a/b/ src/a.ts',
  'for f in a b c; do echo $f; done',
  'find . -name "*.ts" -exec wc -l {} +',
  'docker compose up -d',
  'git push origin +main',
  'cat package.json',
  'python -m pytest -x tests',
  'curl -s https://example.com',
  'rm -rf dist',
  'kubectl get pods -n x',
];
const lines = heads.flatMap((head) =>
  cores.flatMap((core) =>
    tails.map((tail) => (head.endsWith('"') ? `${head}${core.replaceAll('"', "'")}"${tail}` : head + core + tail)),
  ),
);

async function judge(line) {
  const command = readCommandLine(line, '', view);
  return checks.act({ kind: 'command', command }, { before: view, after: view, session });
}

for (let round = 0; round < 20; round += 1) for (const line of lines) await judge(line);
// Each line counts with the median of its runs, so that other work on the machine is not measured.
const ROUNDS = 25;
const times = [];
for (const line of lines) {
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    await judge(line);
    runs.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  runs.sort((a, b) => a - b);
  times.push(runs[ROUNDS >> 1]);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)];
report('command.verdict.p50', at(0.5), 'us', 50);
report('command.verdict.p99', at(0.99), 'us', 1000);

const shapes = {
  words: (n) => `echo ${'word '.repeat(n / 5)}`,
  commands: (n) => 'ls -l;'.repeat(n / 6),
  quotes: (n) => `echo "${'a'.repeat(n)}"`,
  braces: (n) => `echo ${'{a,b}'.repeat(n / 5)}`,
  nesting: (n) => '$('.repeat(n / 2),
  heredoc: (n) => `cat > f <<'EOF'\n${'text of a file\n'.repeat(n / 15)}EOF`,
  substitutions: (n) => 'echo $(ls) '.repeat(n / 11),
  globs: (n) => `rm ${'*a*'.repeat(n / 3)}`,
  inline: (n) => `python -c "${'f(x); '.repeat(n / 6)}"`,
};
let worst = 0;
let growth = 0;
for (const shape of Object.values(shapes)) {
  const time = async (size) => {
    const line = shape(size);
    const runs = [];
    for (let round = 0; round < 3; round += 1) {
      const start = performance.now();
      await judge(line);
      runs.push(performance.now() - start);
    }
    return Math.min(...runs);
  };
  const small = await time(100_000);
  const large = await time(990_000);
  worst = Math.max(worst, large);
  growth = Math.max(growth, large / Math.max(small, 20));
}
report('command.line-of-1MB', worst, 'ms', 1000);
report('command.growth-100kB-to-1MB', growth, 'times', 20);
