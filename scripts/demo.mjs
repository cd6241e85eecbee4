// Shows the main job on a copy of the bundled sample: compile its AGENTS.md, find what stands against it, judge a command.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const home = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const root = mkdtempSync(path.join(tmpdir(), 'bylaw-sample-'));
try {
  cpSync(path.join(home, 'fixtures', 'sample'), root, { recursive: true });
  for (const words of [['compile'], ['check'], ['check-command', 'npm install zod']]) {
    process.stdout.write(`\n$ bylaw ${words.map((word) => (word.includes(' ') ? `'${word}'` : word)).join(' ')}\n`);
    const { status } = spawnSync(process.execPath, [path.join(home, 'bin', 'bylaw.js'), ...words], {
      cwd: root,
      stdio: 'inherit',
    });
    process.stdout.write(`(exit status ${status})\n`);
    if (status !== 0 && status !== 1) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
