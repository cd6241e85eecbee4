import { spawnSync } from 'node:child_process';
import { Failure } from '../model/failure.ts';

/** Runs git in a folder and returns its standard output; `allowed` are exit statuses that are answers, not failures. */
export function runGit(
  folder: string,
  args: readonly string[],
  options: { readonly input?: string | Buffer; readonly allowed?: readonly number[] } = {},
): { readonly status: number; readonly out: Buffer } {
  const ended = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    maxBuffer: 1 << 30,
    input: options.input ?? '',
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  const status = ended.status ?? -1;
  if (ended.error || (status !== 0 && !options.allowed?.includes(status))) {
    const said = ended.error ? ended.error.message : ended.stderr.toString('utf8').trim();
    throw new Failure('unavailable', `git ${args[0] ?? ''} failed: ${said}`, {
      remedy: `run it yourself to see why: git ${args.join(' ')}`,
    });
  }
  return { status, out: ended.stdout };
}

/** The one line that git answers; `undefined` where it says no. */
export function askGit(folder: string, args: readonly string[]): string | undefined {
  const { status, out } = runGit(folder, args, { allowed: [1, 2, 128] });
  return status === 0 ? out.toString('utf8').replace(/\n$/, '') : undefined;
}
