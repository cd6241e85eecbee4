// Latency of a hook from payload to answer, with the daemon warm and without one, beside `node -e 0` and `bash -c true`.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bylaw = path.join(home, 'bin', 'bylaw.js');
const RUNS = 60;
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-bench-hook-')));
execFileSync('git', ['init', '-q', root]);
mkdirSync(path.join(root, '.bylaw', 'run'), { recursive: true });
mkdirSync(path.join(root, 'src'));
const evidence = { violating: [{ steps: [{ run: 'npm i' }] }], compliant: [{ steps: [{ run: 'ls' }] }] };
const rules = Array.from({ length: 200 }, (_, at) => ({
  id: `rule-${at}`,
  source: { file: 'AGENTS.md', line: at + 1, endLine: at + 1, quote: `Never use tool ${at}.` },
  severity: 'error',
  message: `tool ${at} is not used here`,
  check: at % 2 ? { kind: 'command', forbid: [{ program: `tool${at}` }] } : { kind: 'text', pattern: `forbidden${at}` },
  evidence,
}));
writeFileSync(path.join(root, '.bylaw', 'rulebook.yaml'), JSON.stringify({ version: 1, prose: {}, rules }));
writeFileSync(path.join(root, '.bylaw', 'run', 'program'), `${bylaw}\n`);
const hook = path.join(root, '.bylaw', 'hook');
copyFileSync(path.join(home, 'shims', 'bylaw-hook'), hook);
chmodSync(hook, 0o755);

const common = { session_id: 's', cwd: root, hook_event_name: 'PreToolUse' };
const command = JSON.stringify({ ...common, tool_name: 'Bash', tool_input: { command: 'tool1 --now' } });
const content = Array.from({ length: 300 }, (_, at) => `export const value${at} = ${at};\n`).join('');
const write = JSON.stringify({ ...common, tool_name: 'Write', tool_input: { file_path: `${root}/src/a.ts`, content } });

/** One run's time in milliseconds. */
function timed(program, args, input = '') {
  const start = process.hrtime.bigint();
  const ended = spawnSync(program, args, { cwd: root, input, encoding: 'utf8', env });
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, ended };
}

function measure(subjects, runs) {
  const times = new Map(subjects.map(([name]) => [name, []]));
  // One after the other, so that a busy moment of the machine falls on all of them.
  for (let at = 0; at < runs; at++) {
    for (const [name, program, args, input, wanted] of subjects) {
      const { ms, ended } = timed(program, args, input);
      if (wanted !== undefined && ended.stdout.includes('deny') !== wanted)
        throw new Error(`${name}: ${ended.stdout}${ended.stderr}`);
      times.get(name).push(ms);
    }
  }
  const at = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
  return new Map([...times].map(([name, list]) => [name, { median: at(list, 0.5), p95: at(list, 0.95) }]));
}

try {
  const cold = measure(
    [['process', 'node', [bylaw, 'hook', '--agent', 'claude', '--root', root, '--no-daemon'], command, true]],
    5,
  );
  execFileSync('node', [bylaw, 'daemon', 'start', '--root', root], { env });
  for (let wait = 0; wait < 200 && !existsSync(path.join(root, '.bylaw/run/daemon.json')); wait++)
    spawnSync('sleep', ['0.05']);
  for (let at = 0; at < 5; at++) for (const input of [command, write]) timed('sh', [hook, 'claude'], input);
  const warm = measure(
    [
      ['bash', 'bash', ['-c', 'true']],
      ['node', 'node', ['-e', '0']],
      ['command', hook, ['claude'], command, true],
      ['write', hook, ['claude'], write, false],
    ],
    RUNS,
  );
  const bash = warm.get('bash').median;
  const say = (name, value, unit, limit) =>
    console.log(
      `BENCH ${name} ${value.toFixed(2)} ${unit} ${limit ?? '-'} ${limit === undefined || value <= limit ? 'ok' : 'short'}`,
    );
  for (const [name, { median, p95 }] of [...warm, ...cold]) {
    say(`hook-${name}-median`, median, 'ms');
    say(`hook-${name}-p95`, p95, 'ms');
  }
  say('hook-command-over-bash', warm.get('command').median / bash, 'x', 6);
  say('hook-write-over-bash', warm.get('write').median / bash, 'x', 6);
  say('hook-command-over-node', warm.get('command').median / warm.get('node').median, 'x', 1);
} finally {
  spawnSync('node', [bylaw, 'daemon', 'stop', '--root', root], { env });
  rmSync(root, { recursive: true, force: true });
}
