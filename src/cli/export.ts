import { Argument, type Command } from 'commander';
import { astGrepRules } from '../agents/export/ast-grep.ts';
import { claudePermissions } from '../agents/export/claude-permissions.ts';
import { codexExecpolicy } from '../agents/export/codex-execpolicy.ts';
import { openRepository } from '../engine/open.ts';
import { type CliCommand, withExamples } from './command.ts';
import { note, rootOf } from './output.ts';

const TARGETS = { claude: claudePermissions, codex: codexExecpolicy, 'ast-grep': astGrepRules } as const;

export const command: CliCommand = {
  define(command: Command) {
    withExamples(command, [
      'bylaw export claude',
      'bylaw export codex > .codex/rules/bylaw.rules',
      'bylaw export ast-grep > rules/bylaw.yml',
    ])
      .addArgument(new Argument('<target>', 'whose words').choices(Object.keys(TARGETS)))
      .option('--root <folder>', 'root of the repository (default: of the current folder)')
      .addHelpText(
        'after',
        '\nA second line of defence only: what could not be said there is listed on standard error.',
      )
      .action(async (target: keyof typeof TARGETS, options: { root?: string }) => {
        const { rules } = await openRepository(rootOf(options));
        const { text, left } = TARGETS[target](rules);
        process.stdout.write(text);
        for (const { rule, why } of left) note(`not said: ${rule}: ${why}`);
      });
  },
};
