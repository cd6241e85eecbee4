import path from 'node:path';
import type { Command } from 'commander';
import { lineOf } from '../daemon/excuse.ts';
import { judge } from '../daemon/judge.ts';
import { repoFolder } from '../daemon/repo-folder.ts';
import type { Event } from '../model/event.ts';
import { agentTrace } from '../report/text.ts';
import { prepareShell } from '../shell/prepare.ts';
import { runPlain } from '../shell/wrap.ts';
import { type CliCommand, withExamples } from './command.ts';
import { rootOf } from './output.ts';

/** Exit status of a command that does not run because a rule forbids it, as a shell has it for what it cannot execute. */
const DENIED = 126;

/** `bylaw exec`: judges one command and runs it. */
export const command: CliCommand = {
  define(exec: Command) {
    withExamples(
      exec
        .argument('<command...>', 'the command; one word with blanks is a line for sh. Write `--` before it')
        .option('--root <folder>', 'root of the repository (default: of the current folder)')
        .option('--session <name>', 'name of the session in the log')
        .action(run),
      ['bylaw exec -- npm install zod', "bylaw exec -- 'make lint && make test'"],
    ).addHelpText('after', '\nExit status: that of the command, or 126 if a rule forbids it.');
  },
};

async function run(words: readonly string[], options: { root?: string; session?: string }): Promise<void> {
  const prepared = await prepareShell(rootOf(options), options.session);
  const [first = ''] = words;
  const isLine = words.length === 1 && /\s/.test(first);
  const line = isLine ? first : lineOf(words);
  const { root } = prepared.address;
  const here = repoFolder(root)(path.resolve('.'));
  const event: Event = {
    kind: 'command',
    phase: 'before',
    session: prepared.session,
    command: here === undefined ? `cd ${lineOf([path.resolve('.')])} && ${line}` : line,
    cwd: here ?? '.',
  };
  const { verdict } = await judge(root, event);
  for (const violation of verdict.violations) process.stderr.write(`${agentTrace(violation, event)}\n`);
  if (verdict.decision === 'deny') {
    process.exitCode = DENIED;
    return;
  }
  const [file, args] = isLine ? ['/bin/sh', ['-c', line]] : [first, words.slice(1)];
  const status = await runPlain(file, args, prepared.env, path.resolve('.'));
  await judge(root, { ...event, phase: 'after', exitCode: status });
  process.exitCode = status;
}
