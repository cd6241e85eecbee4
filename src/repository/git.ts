import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Runs git in a folder and returns its standard output, or `undefined` if git is not there or says no. */
export function git(folder: string, args: readonly string[]): Buffer | undefined {
  // Its module brings half of Node's network along: loaded only where git is asked.
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const ended = spawnSync('git', args, {
    cwd: folder,
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  return ended.status === 0 ? ended.stdout : undefined;
}
