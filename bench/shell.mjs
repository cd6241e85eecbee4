// The wrapped shell: what a shim adds to a program that a rule names, that it adds nothing to others, and what the
// line layer adds to a shell; each beside the bare one in the same run, turn by turn. And 100 MB of output through the
// terminal of `bylaw shell`, beside a bare terminal.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawn } from '@lydell/node-pty';
import { BYLAW, liveDaemon, liveRepository, quantile, report } from './live/repository.mjs';

const ROUNDS = 60;
const place = liveRepository({ files: 50 });
const bin = path.join(place.folder, 'bin');
mkdirSync(bin);
for (const name of ['packit', 'harmless']) {
  writeFileSync(path.join(bin, name), '#!/bin/sh\nexit 0\n');
  chmodSync(path.join(bin, name), 0o755);
}
const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
const bare = { ...rest, PATH: `${bin}:${rest.PATH}` };
const daemon = await liveDaemon(place.root);
spawnSync(process.execPath, [BYLAW, 'shim', 'install', '--root', place.root], { env: bare });
const shims = path.join(place.root, '.bylaw/run/shims');
const held = { ...bare, PATH: `${shims}:${bare.PATH}`, BYLAW_SESSION: 'bench' };
const lines = { ...held, BASH_ENV: path.join(shims, 'bash.sh') };

/** Median time in ms of a program in each of several environments, taken in turns. */
function timed(words, environments) {
  const times = environments.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, env] of environments.entries()) {
      const from = performance.now();
      const { status } = spawnSync(words[0], words.slice(1), { cwd: place.root, env, stdio: 'ignore' });
      times[at]?.push(performance.now() - from);
      if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`);
    }
  }
  return times.map((one) => quantile(one, 0.5));
}

const [named, shimmed] = timed(['packit', 'build'], [bare, held]);
report('shim-overhead', shimmed - named, 'ms', 5);
const [other, untouched] = timed(['harmless', 'build'], [bare, held]);
report('unnamed-overhead', untouched - other, 'ms', 0.5);
const loop = 'i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done';
const [plain, judged] = timed(['bash', '-c', loop], [held, lines]);
report('bash-line-and-2000-commands', judged - plain, 'ms', 100);

const OUTPUT = 100_000_000;
const print = ['sh', '-c', `head -c ${OUTPUT} /dev/zero | tr '\\0' x | fold -w 120`];
const through = [];
for (let round = 0; round < 3; round += 1) {
  const alone = await printed(print);
  through.push((await printed([process.execPath, BYLAW, 'shell', '--', ...print])) / alone);
}
report('shell-output-100mb', quantile(through, 0.5), 'x-bare-terminal', 2);
await daemon.stop();
place.dispose();

/** Time in ms until a program on a terminal has printed everything and ended. */
function printed([program, ...args]) {
  const from = performance.now();
  let length = 0;
  return new Promise((resolve, reject) => {
    const terminal = spawn(program, args, { cols: 200, rows: 50, cwd: place.root, env: bare });
    terminal.onData((data) => {
      length += data.length;
    });
    terminal.onExit(() => {
      if (length < OUTPUT) reject(new Error(`${length} of ${OUTPUT} bytes came through`));
      resolve(performance.now() - from);
    });
  });
}
