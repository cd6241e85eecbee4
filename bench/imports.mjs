// The import graph of 2,000 modules and more: a whole process that looks for cycles, beside dependency-cruiser on the
// same files, and one changed file judged again in a warm process. The files come from packages installed for this.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from './parts/bundle.mjs';
import { median, report } from './parts/report.mjs';

const work = mkdtempSync(path.join(tmpdir(), 'bylaw-bench-imports-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const clock = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
// The files.
writeFileSync(path.join(work, 'package.json'), '{"private": true}');
execFileSync(
  'npm',
  [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--loglevel=error',
    'dependency-cruiser@17',
    'typescript@5.9',
    'viem@2',
    'three@0.180',
  ],
  { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] },
);
const tree = path.join(work, 'tree');
const wanted = [
  ['viem', /(?<!\.d)\.ts$/],
  ['three/src', /\.js$/],
];
let modules = 0;
for (const [name, extension] of wanted) {
  const from = path.join(work, 'node_modules', name);
  for (const file of readdirSync(from, { recursive: true })) {
    if (!extension.test(file) || file.includes('node_modules')) continue;
    const to = path.join(tree, 'src', name.replace('/src', ''), file);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(from, file), to);
    modules++;
  }
}
writeFileSync(path.join(tree, 'package.json'), '{"name": "tree", "type": "module"}');
execFileSync('git', ['init', '--quiet'], { cwd: tree });
execFileSync('git', ['add', '--all'], { cwd: tree, stdio: 'ignore' });

// Ours.
const program = await bundle(`
  export { importsChecks } from './src/checks/imports/module.ts';
  export { diskView } from './src/repository/disk.ts';
  export { overlay } from './src/repository/overlay.ts';`);
const rule = (id, contract) => ({
  id,
  severity: 'error',
  message: 'not so',
  source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'as it says' },
  check: { kind: 'imports', contract },
  evidence: { violating: [], compliant: [] },
});
const rules = [
  rule('acyclic', { type: 'acyclic' }),
  rule('forbidden', { type: 'forbidden', from: ['src/three/**'], to: { paths: ['src/viem/**'] } }),
];
const script = path.join(work, 'ours.mjs');
writeFileSync(
  script,
  `import { importsChecks, diskView } from ${JSON.stringify(program)};
   const view = diskView(${JSON.stringify(tree)});
   const checks = await importsChecks.prepare(${JSON.stringify(rules)}, { view, reject() {} });
   let found = 0;
   for (const path of view.files()) found += (await checks.inspect(path, view)).findings.length;
   console.log(found);`,
);
const config = path.join(work, 'cruise.cjs');
writeFileSync(
  config,
  `module.exports = {
    forbidden: [
      { name: 'acyclic', severity: 'error', from: {}, to: { circular: true } },
      { name: 'forbidden', severity: 'error', from: { path: '^src/three/' }, to: { path: '^src/viem/' } },
    ],
    options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
  };`,
);
const ours = () => spawnSync(process.execPath, [script], { encoding: 'utf8' });
const theirs = () =>
  spawnSync(
    process.execPath,
    [
      path.join(work, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      config,
      '--output-type',
      'err',
      'src',
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28 },
  );

const first = ours();
if (first.status !== 0) throw new Error(first.stderr);
let cruised;
const theirFirst = clock(() => {
  cruised = theirs();
});
const summary = /(\d+) modules, (\d+) dependencies cruised/.exec(cruised.stdout);
if (!summary) throw new Error(`dependency-cruiser: ${cruised.stdout.slice(-500)} ${cruised.stderr.slice(-500)}`);
console.log(`${modules} files; ours: ${first.stdout.trim()} findings; dependency-cruiser: ${summary[0]}`);
// In turns, so that both meet the same load.
const turns = Array.from({ length: 5 }, (_, turn) => [clock(ours), turn === 0 ? theirFirst : clock(theirs)]);
const cold = median(turns.map(([own]) => own));
const peer = median(turns.map(([, other]) => other));
console.log(`cold: ours ${cold.toFixed(0)} ms, dependency-cruiser ${peer.toFixed(0)} ms`);
report('imports-modules', modules, 'files', '>=2000');
report('imports-cold-speedup', peer / cold, 'x', '>=15');

// One changed file, judged again, as a daemon does it: the file before and after, all contracts.
const { importsChecks, diskView, overlay } = await import(program);
const view = diskView(tree);
const chain = rule('chain', {
  type: 'forbidden',
  from: ['src/viem/actions/**'],
  to: { packages: ['ws'] },
  through: 'chain',
});
const checks = await importsChecks.prepare([...rules, chain], { view, reject() {} });
const files = view.files().filter((file) => file.endsWith('.ts'));
for (const file of view.files()) await checks.inspect(file, view);
const rejudge = async (change) => {
  const times = [];
  for (let turn = 0; turn < 200; turn++) {
    const [file, text] = change(turn);
    const after = overlay(view, new Map([[file, text]]));
    const start = performance.now();
    await checks.act(
      { kind: 'change', change: 'modify', path: file, content: text },
      { before: view, after, session: {} },
    );
    const { findings } = await checks.inspect(file, after);
    if (findings.length > 0) await checks.inspect(file, view);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b);
};
const text = (file) => view.read(file).text;
const edit = await rejudge((turn) => {
  const file = files[(turn * 37) % files.length];
  return [file, `${text(file)}\nimport '${turn % 2 ? './nowhere' : '../index'}';\n`];
});
const create = await rejudge((turn) => [`src/viem/new-${turn}.ts`, "import './index';\nimport './utils/index';\n"]);
report('imports-changed-file', median(edit), 'ms', 10);
console.log(`changed file: 95% within ${edit[190].toFixed(1)} ms`);
report('imports-new-file', median(create), 'ms', 10);
