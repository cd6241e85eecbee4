import path from 'node:path';
import type { Command } from 'commander';
import { prepareShell } from '../shell/prepare.ts';
import { startOf } from '../shell/start-files.ts';
import { runOnTerminal } from '../shell/terminal.ts';
import { runPlain } from '../shell/wrap.ts';
import { type CliCommand, withExamples } from './command.ts';
import { rootOf } from './output.ts';

/** `bylaw shell`: an agent or a shell, held to the rules in all it runs. */
export const command: CliCommand = {
  define(shell: Command) {
    withExamples(
      shell
        .argument('[program...]', 'what to run (default: your shell); write `--` before it')
        .option('--root <folder>', 'root of the repository (default: of the current folder)')
        .option('--session <name>', 'name of the session in the log')
        .action(run),
      ['bylaw shell', 'bylaw shell -- claude', 'bylaw shell -- bash -lc "make test"'],
    ).addHelpText('after', '\nExit status: that of the program.');
  },
};

async function run(words: readonly string[], options: { root?: string; session?: string }): Promise<void> {
  const prepared = await prepareShell(rootOf(options), options.session);
  const [program = process.env.SHELL ?? '/bin/sh', ...args] = words;
  const { file, args: all } = startOf(program, args, prepared.address, prepared.env);
  const start = process.stdin.isTTY && process.stdout.isTTY ? runOnTerminal : runPlain;
  process.exitCode = await start(file, all, prepared.env, path.resolve('.'));
}
