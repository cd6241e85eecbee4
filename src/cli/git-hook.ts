import { type Command, Option } from 'commander';
import { GIT_PROBE } from '../agents/doctor/examine-git.ts';
import { failureMode } from '../agents/failure-mode.ts';
import { keeperHere } from '../daemon/judge.ts';
import { type GateContext, judgeMessage, judgePush, judgeStaged } from '../git/commit-gate.ts';
import { GIT_HOOKS, type GitHook } from '../git/hooks.ts';
import { Failure } from '../model/failure.ts';
import type { Verdict } from '../model/verdict.ts';
import { paintFor } from '../report/paint.ts';
import { agentTrace, personTrace } from '../report/text.ts';
import { findRoot } from '../repository/root.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { note } from './output.ts';
import { readStdin } from './stdin.ts';

export const command: CliCommand = {
  define(command: Command) {
    withExamples(command, ['bylaw git-hook pre-commit', 'bylaw git-hook commit-msg .git/COMMIT_EDITMSG'])
      .argument('<hook>', `one of ${GIT_HOOKS.join(', ')}, pre-merge-commit`)
      .argument('[arguments...]', 'what git hands to the hook')
      .addOption(new Option('--root <folder>', 'the repository').default(undefined, 'that of the current folder'))
      .action(async (hook: string, args: readonly string[], options: { root?: string }) => {
        process.exitCode = await run(hook, args, options.root ?? findRoot(process.cwd()));
      });
  },
};

async function run(hook: string, args: readonly string[], root: string): Promise<number> {
  const known = hook === 'pre-merge-commit' ? 'pre-commit' : GIT_HOOKS.find((name) => name === hook);
  if (known === undefined) {
    throw new Failure('usage', `there is no hook \`${hook}\` here`, { remedy: `one of ${GIT_HOOKS.join(', ')}` });
  }
  if (process.env[GIT_PROBE] === 'deny') {
    note('probe: refused');
    return EXIT.violation;
  }
  try {
    const verdict = await judge(known, args, root);
    report(verdict);
    return verdict.decision === 'deny' ? EXIT.violation : EXIT.clean;
  } catch (error) {
    // Nothing was compiled yet: there is nothing to hold anyone to.
    if (error instanceof Failure && error.code === 'no-rulebook') return EXIT.clean;
    if (failureMode(root) === 'closed') throw error;
    note(`could not judge this, and lets it pass (failure: open): ${String(error)}`);
    return EXIT.clean;
  }
}

async function judge(hook: GitHook, args: readonly string[], root: string): Promise<Verdict> {
  const stdin = hook === 'pre-push' ? await readStdin() : '';
  const keeper = await keeperHere(root);
  try {
    const { view, rules } = keeper.holder.current();
    const session = process.env.BYLAW_SESSION;
    const context: GateContext = {
      disk: view,
      rules,
      session: session === undefined || session === '' ? undefined : await keeper.session(session),
    };
    switch (hook) {
      case 'pre-commit':
        return await judgeStaged(context);
      case 'commit-msg':
        return await judgeMessage(context, args[0] ?? '.git/COMMIT_EDITMSG');
      case 'pre-push':
        return await judgePush(context, args[0] ?? 'origin', stdin);
    }
  } finally {
    await keeper.close();
  }
}

function report({ violations, decision, notLookedAt }: Verdict): void {
  const paint = paintFor(process.stderr);
  const trace = process.stderr.isTTY
    ? (violation: Verdict['violations'][number]) => personTrace(violation, paint)
    : (violation: Verdict['violations'][number]) => agentTrace(violation);
  for (const violation of violations) process.stderr.write(`${trace(violation)}\n\n`);
  for (const { path, reason } of notLookedAt ?? []) if (reason !== 'binary') note(`not looked at: ${path}: ${reason}`);
  const errors = violations.filter((violation) => violation.severity === 'error').length;
  if (decision === 'deny') note(`refused: ${errors} ${errors === 1 ? 'violation' : 'violations'}`);
}
