// A made-up repository with many files and 200 rules, and a daemon for it: what the daemon and shell benchmarks share.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const BYLAW =
  process.env.BYLAW_PROGRAM ??
  path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../bin/bylaw.js');

export function report(name, value, unit, limit) {
  console.log(`BENCH ${name} ${Number(value.toFixed(2))} ${unit} ${limit} ${value <= limit ? 'ok' : 'short'}`);
}

export function quantile(numbers, at) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

const shown = (violating, compliant) => ({ violating: [{ steps: [violating] }], compliant: [{ steps: [compliant] }] });

/** 80 rules on commands, 60 on text, 60 on TypeScript. */
function ruleList(programs) {
  const rules = [];
  const add = (id, check, evidence) =>
    rules.push({
      id,
      source: { file: 'AGENTS.md', line: rules.length + 1, endLine: rules.length + 1, quote: `Rule ${id}.` },
      severity: 'error',
      message: `${id} is broken.`,
      check,
      evidence,
    });
  for (let n = 0; n < 80; n += 1) {
    const program = programs[n % programs.length];
    add(
      `command-${n}`,
      { kind: 'command', forbid: [{ program, subcommand: [`never${n}`] }] },
      shown({ run: `${program} never${n}` }, { run: `${program} fine` }),
    );
  }
  for (let n = 0; n < 60; n += 1) {
    add(
      `text-${n}`,
      { kind: 'text', pattern: `GRUMBLE${n}\\b` },
      shown({ write: 'a.ts', content: `GRUMBLE${n}` }, { write: 'a.ts', content: 'x' }),
    );
  }
  for (let n = 0; n < 60; n += 1) {
    add(
      `code-${n}`,
      { kind: 'code', match: [{ languages: ['typescript'], pattern: `grumble${n}($$$)` }] },
      shown({ write: 'a.ts', content: `grumble${n}(1);` }, { write: 'a.ts', content: 'fine(1);' }),
    );
  }
  return rules;
}

/** A TypeScript module of this many lines. */
export function moduleText(seed, lines) {
  return Array.from({ length: lines }, (_, n) =>
    n % 10 === 0
      ? `export function work${seed}_${n}(first: number, second: string): string {`
      : n % 10 === 9
        ? '}'
        : `  const value${n} = compute(first + ${n}, second.length, { key: '${seed}' });`,
  ).join('\n');
}

/** Makes the repository; `dispose` takes it away. */
export function liveRepository({ files = 50, lines = 30, programs = ['packit', 'stowit'] } = {}) {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-bench-')));
  const root = path.join(folder, 'repo');
  for (let n = 0; n < files; n += 1) {
    const file = path.join(root, 'src', `part${n % 100}`, `file${n}.ts`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, moduleText(n, lines));
  }
  mkdirSync(path.join(root, '.bylaw'), { recursive: true });
  writeFileSync(
    path.join(root, '.bylaw/rulebook.yaml'),
    JSON.stringify({ version: 1, prose: {}, rules: ruleList(programs) }, undefined, 1),
  );
  const git = (...args) =>
    spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: root });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  return {
    folder,
    root,
    log: path.join(root, '.bylaw/run/trace.jsonl'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts a daemon and connects as soon as it answers. `ready` is the time in ms from the start to the first verdict. */
export async function liveDaemon(root) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [...(process.env.BYLAW_BENCH_NODE?.split(' ') ?? []), BYLAW, 'daemon', 'run', '--root', root, '--idle', '0'],
    {
      stdio: 'ignore',
      env,
    },
  );
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const state = path.join(root, '.bylaw/run/daemon.json');
  let connection;
  while (!connection) {
    try {
      connection = await open(JSON.parse(readFileSync(state, 'utf8')).socket);
    } catch {
      if (child.exitCode !== null) throw new Error(`the daemon ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  await connection.ask({ kind: 'command', command: 'packit never0' });
  const ready = performance.now() - from;
  return {
    ...connection,
    pid: child.pid,
    ready,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      await connection.ask({ ask: 'stop' });
      await exited;
    },
  };
}

function open(file) {
  return new Promise((resolve, reject) => {
    const socket = createConnection(file);
    const waiting = [];
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        waiting.shift()?.resolve(JSON.parse(text.slice(0, end)));
        text = text.slice(end + 1);
      }
    });
    socket.once('error', reject);
    socket.on('close', () => {
      for (const one of waiting.splice(0)) one.reject(new Error('the daemon has gone away'));
    });
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy());
      resolve({
        ask: (request) =>
          new Promise((answered, failed) => {
            waiting.push({ resolve: answered, reject: failed });
            socket.write(`${JSON.stringify(request)}\n`);
          }),
      });
    });
  });
}

/** Resident memory in MB, and processor time so far in ms. */
export function usage(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024,
    processor: (Number(fields[11]) + Number(fields[12])) * 10,
  };
}

/** Waits until the daemon has looked through the tree. */
export async function scanned(daemon) {
  for (;;) {
    const { scanned: progress } = await daemon.ask({ ask: 'status' });
    if (progress.of > 0 && progress.done >= progress.of) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
