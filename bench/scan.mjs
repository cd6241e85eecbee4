// Whole-tree scans and single files against @ast-grep/cli, on files of packages that this script installs.
// Prints `BENCH name value unit limit ok|short` lines. Needs a built dist/.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle, root } from './parts/bundle.mjs';
import { median, report } from './parts/report.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const SOURCES = ['viem@2.21.0', 'effect@3', 'zod@4', 'rxjs@7'];
const PEER = '@ast-grep/cli@0.51.1';
const work = mkdtempSync(path.join(tmpdir(), 'bylaw-scan-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const judging = await bundle(`
  export { createEngine } from './src/engine/engine.ts';
  export { diskView } from './src/repository/disk.ts';`);
const { createEngine } = await import(judging);

function run(command, args, cwd) {
  const started = performance.now();
  const ended = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  return { ms: performance.now() - started, ...ended };
}

writeFileSync(path.join(work, 'package.json'), '{"private":true}');
const installed = run('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', PEER, ...SOURCES], work);
if (installed.status !== 0) throw new Error(`the packages could not be installed: ${installed.stderr}`);
const astGrep = path.join(work, 'node_modules', '.bin', 'ast-grep');

/** A repository of TypeScript files taken from an installed package. */
const tree = path.join(work, 'tree');
mkdirSync(path.join(tree, '.bylaw'), { recursive: true });
let files = 0;
for (const source of SOURCES.map((name) => name.replace(/@[\d.]+$/, ''))) {
  const from = path.join(work, 'node_modules', source);
  for (const entry of readdirSync(from, { recursive: true })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.d.ts') || entry.includes('node_modules')) continue;
    if (!statSync(path.join(from, entry)).isFile()) continue;
    cpSync(path.join(from, entry), path.join(tree, source, entry));
    files++;
  }
}
if (files < 1400) throw new Error(`only ${files} TypeScript files to scan`);

/** Rules in pairs: the same construct for both programs. Most match little, as in a repository that keeps its rules. */
const FORMS = [
  (n) => [
    `((call_expression function: (identifier) @f) @match (#eq? @f "${n}"))`,
    `{ kind: call_expression, has: { field: function, kind: identifier, regex: '^${n}$' } }`,
  ],
  (n) => [
    `((call_expression function: (member_expression property: (property_identifier) @p)) @match (#eq? @p "${n}"))`,
    `{ kind: call_expression, has: { field: function, kind: member_expression, has: { field: property, regex: '^${n}$' } } }`,
  ],
  (n) => [`((type_identifier) @match (#eq? @match "${n}"))`, `{ kind: type_identifier, regex: '^${n}$' }`],
  (n) => [
    `((member_expression object: (identifier) @o) @match (#eq? @o "${n}"))`,
    `{ kind: member_expression, has: { field: object, kind: identifier, regex: '^${n}$' } }`,
  ],
  (n) => [
    `((new_expression constructor: (identifier) @c) @match (#eq? @c "${n}"))`,
    `{ kind: new_expression, has: { field: constructor, regex: '^${n}$' } }`,
  ],
];
const NAMES =
  'any parse fetch eval setTimeout require map forEach reduce Buffer console process Date Error Promise Array Object Map Set Number String Symbol assert encode decode hash sign verify toHex toBytes then catch finally bind call apply push concat slice splice join'.split(
    ' ',
  );

function rulesOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const name = NAMES[index % NAMES.length] + (index >= 120 ? `${index}` : '');
    return FORMS[index % FORMS.length](name);
  });
}

function bylawRules(count) {
  return rulesOf(count).map(([query], index) => ({
    id: `rule-${index}`,
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'x' },
    severity: 'error',
    message: 'x',
    check: { kind: 'code', match: [{ languages: ['typescript'], query }] },
    evidence: { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] },
  }));
}

const scanner = path.join(work, 'scan.mjs');
writeFileSync(
  scanner,
  `import { createEngine, diskView } from ${JSON.stringify(judging)};
import { readFileSync } from 'node:fs';
const rules = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const view = diskView(process.argv[3]);
const engine = createEngine(rules, view);
const verdict = await engine.inspect(view.files().filter((file) => file.endsWith('.ts')), view);
console.log(verdict.violations.length, process.memoryUsage().rss >> 20, verdict.notLookedAt?.length ?? 0);
`,
);

const cache = path.join(tree, '.bylaw', 'cache');
for (const count of [1, 30, 200]) {
  const file = path.join(work, `rules-${count}.json`);
  writeFileSync(file, JSON.stringify(bylawRules(count)));
  const theirs = path.join(work, `rules-${count}.yml`);
  writeFileSync(
    theirs,
    rulesOf(count)
      .map(([, rule], number) => `id: rule-${number}\nlanguage: TypeScript\nrule: ${rule}\n`)
      .join('---\n'),
  );
  const times = { cold: [], warm: [], peer: [] };
  let ours = '';
  let peers = 0;
  for (let time = 0; time < RUNS; time++) {
    rmSync(cache, { recursive: true, force: true });
    const cold = run('node', [scanner, file, tree], work);
    if (cold.status !== 0) throw new Error(cold.stderr);
    times.cold.push(cold.ms);
    times.warm.push(run('node', [scanner, file, tree], work).ms);
    const peer = run(astGrep, ['scan', '--rule', theirs, '--json=compact', tree], work);
    if (peer.error || peer.stdout === '') throw new Error(`ast-grep: ${peer.error ?? peer.stderr}`);
    times.peer.push(peer.ms);
    ours = cold.stdout.trim();
    peers = JSON.parse(peer.stdout).length;
  }
  const [cold, warm, peer] = [times.cold, times.warm, times.peer].map(median);
  console.log(
    `# ${files} files, ${count} rules: cold ${cold.toFixed(0)} ms, unchanged ${warm.toFixed(0)} ms, ast-grep ${peer.toFixed(0)} ms; found/MB/unseen ${ours}, ast-grep found ${peers}`,
  );
  if (count > 1) report(`scan-cold-${count}-rules`, cold / peer, 'x-ast-grep', 2);
  report(`scan-unchanged-${count}-rules`, warm / peer, 'x-ast-grep', 0.3);
}

// `bylaw check` of one file of the unchanged tree, beside a bare Node start.
const book = { version: 1, prose: {}, rules: bylawRules(200) };
writeFileSync(path.join(tree, '.bylaw', 'rulebook.yaml'), JSON.stringify(book));
const program = path.join(root, 'bin', 'bylaw.js');
const check = (...names) => run('node', [program, 'check', ...names], tree);
check();
const oneFile = path.relative(tree, firstFile(tree));
const turns = Array.from({ length: 3 * RUNS }, () => [check(oneFile), run('node', ['-e', '0'], work)]);
if (turns.some(([{ status }]) => status === 2)) throw new Error(turns[0][0].stderr);
const [one, bare] = [0, 1].map((which) => median(turns.map((turn) => turn[which].ms)));
report('check-one-file-over-node-start', one - bare, 'ms', 60);

function firstFile(folder) {
  return path.join(
    folder,
    readdirSync(folder, { recursive: true }).find((entry) => entry.endsWith('.ts')),
  );
}

// One file of 300 lines, written again and again in a warm process: a new line each time.
const engine = createEngine(bylawRules(200), memory(''));
const source = readFileSync(ofLines(tree, 300), 'utf8').split('\n');
const session = { id: 'bench', happened: [] };
const laps = [];
let text = source.join('\n');
for (let lap = 0; lap < 200; lap++) {
  const lines = text.split('\n');
  const at = lap % lines.length;
  lines.splice(lines.indexOf('', at), 1, '', `export const lap${lap} = encode(${lap});`, '');
  const content = lines.join('\n');
  const before = memory(text);
  const started = performance.now();
  await engine.judge({ kind: 'write', path: 'src/a.ts', content, phase: 'before', session: 'bench' }, before, session);
  if (lap >= 50) laps.push(performance.now() - started);
  text = lap % 100 === 99 ? source.join('\n') : content;
}
report('judge-300-lines-200-rules', median(laps), 'ms', 5);

/** A whole file of about as many lines, and of middling width. */
function ofLines(folder, lines) {
  const all = readdirSync(folder, { recursive: true }).filter((entry) => entry.endsWith('.ts'));
  const close = all
    .map((entry) => path.join(folder, entry))
    .filter((file) => Math.abs(readFileSync(file, 'utf8').split('\n').length - lines) <= 10)
    .sort((a, b) => statSync(a).size - statSync(b).size);
  return close[close.length >> 1];
}

function memory(text) {
  return {
    root: '',
    read: (file) => (file === 'src/a.ts' ? { kind: 'text', text } : undefined),
    kind: (file) => (file === 'src/a.ts' ? 'file' : 'absent'),
    files: () => ['src/a.ts'],
    ignored: () => false,
    branch: () => undefined,
  };
}
