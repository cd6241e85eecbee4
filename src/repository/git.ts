import { spawnSync } from 'node:child_process';

/** Runs git in a folder and returns its standard output, or `undefined` if git is not there or says no. */
export function git(folder: string, args: readonly string[]): Buffer | undefined {
  const ended = spawnSync('git', args, {
    cwd: folder,
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  return ended.status === 0 ? ended.stdout : undefined;
}
