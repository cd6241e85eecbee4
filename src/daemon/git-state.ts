import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RepoPath } from '../model/path.ts';

/** With more files than this git is asked about the whole tree: a command line has an end. */
const MOST_NAMED = 200;

/** What git is doing in a work tree. */
export interface GitState {
  /** Folder of the work tree's own git files; `undefined` without git. */
  readonly folder: string | undefined;
  /** Does git hold the index (checkout, stash, rebase, commit at work)? */
  busy(): boolean;
  /** Has HEAD been pointed at another branch or commit since this was last asked? */
  moved(): boolean;
  /** Of these files those that git does not call changed: as they are in HEAD, or ignored. What stands in them came with git. */
  unchanged(paths: readonly RepoPath[]): Promise<ReadonlySet<RepoPath>>;
}

export function gitState(root: string): GitState {
  const folder = gitFolder(root);
  let head = readHead(folder);
  return {
    folder,
    busy: () => folder !== undefined && existsSync(path.join(folder, 'index.lock')),
    moved() {
      const now = readHead(folder);
      const other = now !== head;
      head = now;
      return other;
    },
    async unchanged(paths) {
      if (folder === undefined || paths.length === 0) return new Set();
      const status = ['status', '--porcelain', '-z', '--no-renames', '-uall'];
      const listed = await run(root, paths.length > MOST_NAMED ? status : [...status, '--', ...paths]);
      if (listed === undefined) return new Set();
      const changed = new Set(listed.split('\0').map((line) => line.slice(3)));
      return new Set(paths.filter((file) => !changed.has(file)));
    },
  };
}

function run(root: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', LC_ALL: 'C' };
    execFile('git', ['-C', root, ...args], { maxBuffer: 64 << 20, env }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    );
  });
}

function gitFolder(root: string): string | undefined {
  const dot = path.join(root, '.git');
  const stat = statSync(dot, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (stat.isDirectory()) return dot;
  const link = /^gitdir: (.+)$/m.exec(readFileSync(dot, 'utf8'))?.[1];
  return link === undefined ? undefined : path.resolve(root, link.trim());
}

function readHead(folder: string | undefined): string {
  if (folder === undefined) return '';
  try {
    return readFileSync(path.join(folder, 'HEAD'), 'utf8');
  } catch {
    return '';
  }
}
