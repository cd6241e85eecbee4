import { type Command, Option } from 'commander';
import { AGENTS } from '../agents/adapter.ts';
import { askHook } from '../agents/ask-hook.ts';
import { findRoot } from '../repository/root.ts';
import { type CliCommand, withExamples } from './command.ts';
import { readStdin } from './stdin.ts';

export const command: CliCommand = {
  define(command: Command) {
    withExamples(command, [
      'bylaw hook --agent claude < payload.json',
      'bylaw hook --agent cline PreToolUse < payload.json',
    ])
      .argument('[event]', 'the name of the event, where the host does not put it into the payload')
      .addOption(new Option('--agent <name>', 'the host that calls').choices(['auto', ...AGENTS]).default('auto'))
      .option('--root <folder>', 'the repository')
      .option('--no-daemon', 'judge in this process; neither ask nor start a daemon')
      .addHelpText(
        'after',
        "\nReads the host's JSON on standard input and answers as that host expects: a refusal, or nothing.\n" +
          'Status 2 with a text on standard error refuses for hosts without an answer in JSON.',
      )
      .action(async (event: string | undefined, options: { agent: string; root?: string; daemon: boolean }) => {
        const root = options.root ?? findRoot(process.env.CLAUDE_PROJECT_DIR ?? process.cwd());
        const payload = await readStdin();
        const envFile = process.env.CLAUDE_ENV_FILE ?? '';
        const question = { agent: options.agent, event: event ?? '', envFile, payload };
        const answer = await askHook(root, question, { daemon: options.daemon });
        if (answer.text !== '') (answer.status === 2 ? process.stderr : process.stdout).write(`${answer.text}\n`);
        process.exitCode = answer.status;
      });
  },
};
