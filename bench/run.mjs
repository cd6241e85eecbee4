// Runs all benchmarks (or those named) one after another and prints their figures: name, value, unit, limit, ok or short.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const asked = process.argv.slice(2);
const files = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .filter((file) => asked.length === 0 || asked.includes(file.replace(/\.mjs$/, '')))
  .sort();
let short = 0;
for (const file of files) {
  const { stdout, status } = spawnSync(process.execPath, [path.join(here, file)], {
    cwd: path.dirname(here),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(`${file}\n${stdout}`);
  if (status !== 0) process.stdout.write(`${file} ended with ${status}\n`);
  short += (status === 0 ? 0 : 1) + stdout.split('\n').filter((line) => /^BENCH .* short$/.test(line)).length;
}
process.stdout.write(`${files.length} benchmarks, ${short} short of their limits\n`);
process.exitCode = short === 0 ? 0 : 1;
