import type { CommandLine, Invocation } from '../../model/invocation.ts';

/** A run of git: its sub-command and the words behind that; words that cannot be known are left out. */
export interface GitRun {
  readonly subcommand: string;
  readonly args: readonly string[];
  readonly by: Invocation;
}

const WITH_VALUE = new Set(['-C', '-c', '--git-dir', '--work-tree', '--namespace', '--exec-path']);

export function gitRuns(command: CommandLine): readonly GitRun[] {
  return command.invocations.flatMap((invocation) => gitRun(invocation) ?? []);
}

/** `undefined` for anything but git with a known sub-command. */
export function gitRun(by: Invocation): GitRun | undefined {
  if (by.program !== 'git') return undefined;
  const words = by.args;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) return undefined;
    if (WITH_VALUE.has(word)) index++;
    else if (!word.startsWith('-')) {
      const args = words.slice(index + 1).filter((other): other is string => other !== undefined);
      return { subcommand: word, args, by };
    }
  }
  return undefined;
}

export function isCommit(run: GitRun): boolean {
  return run.subcommand === 'commit' && !run.args.includes('--dry-run') && !run.args.includes('--help');
}
