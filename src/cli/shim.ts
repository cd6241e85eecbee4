import type { Command } from 'commander';
import { addressOf } from '../daemon/address.ts';
import { judgeShell } from '../daemon/judge.ts';
import { prepareRunFolder } from '../daemon/run-folder.ts';
import { readQuestion } from '../daemon/words.ts';
import { openRepository } from '../engine/open.ts';
import { installShims } from '../shell/instantiate.ts';
import type { CliCommand } from './command.ts';
import { print, rootOf } from './output.ts';

/** `bylaw shim`: what the shims need that is not a few lines of shell. */
export const command: CliCommand = {
  define(shim: Command) {
    shim
      .command('install')
      .description('make the shims for the programs that rules name, and print their folder')
      .option('--root <folder>', 'root of the repository (default: of the current folder)')
      .exitOverride()
      .action(async (options: { root?: string }) => {
        const { rules, settings, root } = await openRepository(rootOf(options));
        const address = addressOf(root);
        prepareRunFolder(address);
        installShims(address, rules, { failure: settings.failure ?? 'closed' });
        print(address.shims);
      });
    shim
      .command('ask', { hidden: true })
      .description('answer a question of a shim on standard input, where no daemon does')
      .option('--root <folder>')
      .exitOverride()
      .action(async (options: { root?: string }) => {
        const chunks: Buffer[] = [];
        for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
        const question = readQuestion(Buffer.concat(chunks));
        if (typeof question === 'string') throw new Error('the question cannot be read');
        process.stdout.write(await judgeShell(rootOf(options), question));
      });
  },
};
