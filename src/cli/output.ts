import path from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../model/failure.ts';
import { parseRepoPath, type RepoPath } from '../model/path.ts';
import { findRoot } from '../repository/root.ts';

/** What every command of the rulebook takes. */
export interface CommonOptions {
  readonly root?: string;
  readonly json?: boolean;
}

/** Adds `--root` and `--json`. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'root of the repository (default: of the current folder)')
    .option('--json', 'print JSON');
}

/** The root asked for, or that of the current folder. */
export function rootOf({ root }: CommonOptions): string {
  return root === undefined ? findRoot(process.cwd()) : path.resolve(root);
}

/** A path as typed, relative to the current folder if that lies in the repository, else to the root. */
export function typedPath(typed: string, root: string): RepoPath {
  const here = path.relative(root, process.cwd());
  const base = here.startsWith('..') || path.isAbsolute(here) ? root : process.cwd();
  const relative = path.relative(root, path.resolve(base, typed));
  const parsed = path.isAbsolute(relative) ? undefined : parseRepoPath(relative);
  if (parsed === undefined) {
    throw new Failure('invalid-path', `the path lies outside the repository: ${typed}`, {
      remedy: `give a path below ${root}`,
    });
  }
  return parsed;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Something a person should know that is no result: to standard error. */
export function note(text: string): void {
  process.stderr.write(`bylaw: ${text}\n`);
}
