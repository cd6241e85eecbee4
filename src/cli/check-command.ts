import { readCommandLine } from '../checks/command/read.ts';
import { openRepository } from '../engine/open.ts';
import { newSession } from '../engine/session.ts';
import { eventSchema } from '../model/event.ts';
import type { CommandLine, Effect, Invocation } from '../model/invocation.ts';
import { verdictJson } from '../report/json.ts';
import { paintFor } from '../report/paint.ts';
import { personTrace } from '../report/text.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';

interface Options extends CommonOptions {
  readonly cwd?: string;
  readonly explain?: boolean;
  readonly strict?: boolean;
}

/** `bylaw check-command`: would this command be let through? */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('<line>', 'the whole command line, quoted')
      .option('--cwd <folder>', 'folder it would run in (default: the current one)')
      .option('--explain', 'show how the line is understood: what it runs, touches and hides')
      .option('--strict', 'exit with 1 for warnings too')
      .action(run);
    withExamples(command, [
      "bylaw check-command 'npm install zod'",
      "bylaw check-command --explain 'cd web && sudo rm -rf dist'",
    ]);
  },
};

async function run(line: string, options: Options): Promise<void> {
  const { root, view, engine } = await openRepository(rootOf(options));
  const cwd =
    options.cwd !== undefined || options.root === undefined
      ? typedPath(options.cwd ?? '.', root)
      : typedPath(root, root);
  const event = eventSchema.parse({ kind: 'command', command: line, cwd: cwd === '' ? '.' : cwd });
  const verdict = await engine.judge(event, view, newSession('check-command'));
  const understood = options.explain ? readCommandLine(line, cwd, view) : undefined;
  if (options.json) {
    printJson({ ...verdictJson(verdict), ...(understood && { understood: understoodJson(understood) }) });
  } else {
    const paint = paintFor(process.stdout);
    if (understood) print(`${understoodText(understood)}\n`);
    for (const violation of verdict.violations) print(personTrace(violation, paint, event));
    if (verdict.violations.length === 0) print(`${paint.green('allowed')}: no rule speaks against \`${line}\``);
  }
  const breaks = options.strict ? verdict.violations.length > 0 : verdict.decision === 'deny';
  if (breaks) process.exitCode = EXIT.violation;
}

function understoodJson({ invocations, effects, unresolved, errors }: CommandLine): object {
  return { invocations, effects: effects.map(({ by, ...effect }) => ({ ...effect, by: by.text })), unresolved, errors };
}

function understoodText({ invocations, effects, unresolved, errors }: CommandLine): string {
  return [
    ...invocations.map(invocationText),
    ...effects.map(effectText),
    ...unresolved.map((part) => `unknown   ${part}`),
    ...errors.map((error) => `grammar   ${error}`),
  ].join('\n');
}

function invocationText({ text, cwd, under, chain }: Invocation): string {
  const context = [
    ...(cwd === undefined ? ['in an unknown folder'] : cwd === '' ? [] : [`in ${cwd}`]),
    ...(under.length > 0 ? [`under ${under.map((words) => words.join(' ')).join(', ')}`] : []),
    ...(chain.length > 0 ? [`by ${chain.join(' → ')}`] : []),
  ];
  return `runs      ${text}${context.length > 0 ? `   (${context.join('; ')})` : ''}`;
}

function effectText({ kind, path, to, by }: Effect): string {
  return `${`${kind}s`.padEnd(9)} ${path}${to === undefined ? '' : ` to ${to}`}   (by ${by.text})`;
}
