import { readCommandLine } from '../checks/command/read.ts';
import { openHouse } from '../drafting/desk.ts';
import { readFile } from '../drafting/draft-files.ts';
import { engineOf, type Tried, tryEvidence } from '../drafting/trial.ts';
import { malformedText } from '../drafting/verdict-text.ts';
import { whyNot } from '../drafting/why-not.ts';
import { shown } from '../engine/proof.ts';
import { newSession } from '../engine/session.ts';
import { eventSchema } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import { type RepoPath, repoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import type { Violation } from '../model/verdict.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { personTrace } from '../report/text.ts';
import { scopeTest } from '../repository/globs.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';

interface Options extends CommonOptions {
  readonly command?: string;
}

/** What a rule finds, and why it finds nothing where it was asked to look. */
interface Trial {
  readonly rule: Rule;
  readonly rejected?: string;
  readonly evidence: readonly Tried[];
  readonly violations: readonly Violation[];
  readonly silent: readonly { readonly at: string; readonly why: string }[];
}

/** `bylaw try`: what a rule would catch, before it is one. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('<rule>', 'a file with a rule, drafted or adopted')
      .argument('[paths...]', 'files to look at (default: all in its scope)')
      .option('--command <line>', 'a command line to judge')
      .action(run);
    withExamples(command, [
      'bylaw try .bylaw/drafts/no-print.yaml',
      'bylaw try .bylaw/drafts/no-print.yaml src/app.py',
      "bylaw try .bylaw/drafts/no-force.yaml --command 'git add -f dist'",
    ]);
  },
};

async function run(typed: string, typedPaths: readonly string[], options: Options): Promise<void> {
  const { view, directives } = await openHouse(rootOf(options));
  const file = typedPath(typed, view.root);
  if (view.kind(file) !== 'file') throw new Failure('unreadable', 'there is no such file', { place: file });
  const { drafts, malformed } = readFile(file, textOf(view, file), directives);
  const paths = typedPaths.map((path) => typedPath(path, view.root));
  const trials: Trial[] = [];
  for (const { rule } of drafts) trials.push(await tryRule(rule, paths, options.command, view));
  if (options.json) printJson({ malformed, trials });
  else {
    const paint = paintFor(process.stdout);
    for (const one of malformed) print(malformedText(one, paint));
    for (const trial of trials) print(trialText(trial, paint, view));
  }
  const works = trials.every(({ rejected, evidence }) => rejected === undefined && evidence.every(isRight));
  if (!works || malformed.length > 0) process.exitCode = EXIT.violation;
}

function isRight({ outcome }: Tried): boolean {
  return outcome === 'reported' || outcome === 'validated';
}

async function tryRule(
  rule: Rule,
  asked: readonly RepoPath[],
  line: string | undefined,
  view: RepositoryView,
): Promise<Trial> {
  const engine = await engineOf([rule], view);
  const rejected = engine.rejected.get(rule.id);
  if (rejected !== undefined) return { rule, rejected, evidence: [], violations: [], silent: [] };
  const evidence = await tryEvidence(rule, engine, view);
  if (line !== undefined) {
    const event = eventSchema.parse({ kind: 'command', command: line });
    const { violations } = await engine.judge(event, view, newSession('try'));
    const { invocations } = readCommandLine(line, repoPath(''), view);
    const why = `it runs ${invocations.map(({ text }) => `\`${text}\``).join(', ') || 'nothing'}; none of that fits`;
    return { rule, evidence, violations, silent: violations.length > 0 ? [] : [{ at: line, why }] };
  }
  const paths = asked.length > 0 ? asked : view.files().filter((path) => scopeTest(rule.scope)(path));
  const { violations } = await engine.inspect(paths, view);
  const found = new Set(violations.map(({ location }) => location?.path));
  const quiet = asked.filter((path) => !found.has(path));
  return { rule, evidence, violations, silent: quiet.map((path) => ({ at: path, why: whyNot(rule, path, view) })) };
}

/** More violations than this say nothing new in a terminal. */
const MOST_SHOWN = 10;

function trialText(
  { rule, rejected, evidence, violations, silent }: Trial,
  paint: Paint,
  view: RepositoryView,
): string {
  if (rejected !== undefined) return `${paint.bold(rule.id)}: ${paint.red('cannot work')}: ${rejected}`;
  const wrong = evidence.filter((each) => !isRight(each));
  return [
    `${paint.bold(rule.id)}: ${evidence.length - wrong.length} of ${evidence.length} examples come out as they should`,
    ...wrong.map(
      ({ outcome, kind, number, example }) => `  ${paint.red(outcome)} ${kind} ${number}: ${shown(example)}`,
    ),
    `  it catches ${violations.length} here`,
    ...violations.slice(0, MOST_SHOWN).map((violation) => {
      const path = violation.location?.path;
      const text = path === undefined ? undefined : textOf(view, repoPath(path));
      return personTrace(violation, paint, undefined, text);
    }),
    ...(violations.length > MOST_SHOWN ? [`  … and ${violations.length - MOST_SHOWN} more`] : []),
    ...silent.map(({ at, why }) => `  nothing in ${at}: ${why}`),
  ].join('\n');
}
