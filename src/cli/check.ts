import { type OpenRepository, openRepository } from '../engine/open.ts';
import { Failure } from '../model/failure.ts';
import { parseRepoPath, type RepoPath } from '../model/path.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import { counted } from '../report/counted.ts';
import { REPORTS } from '../report/formats.ts';
import { verdictJson } from '../report/json.ts';
import { paintFor } from '../report/paint.ts';
import { reportOf } from '../report/report.ts';
import { personTrace } from '../report/text.ts';
import { globTest } from '../repository/globs.ts';
import { textOf } from '../repository/view.ts';
import { describeDrift, hasDrifted } from '../rulebook/drift.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, note, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';
import { progressOf } from './progress.ts';
import { formatOption, type ReportOptions } from './report-options.ts';
import { inShard, parseShard, type Shard } from './shard.ts';
import { version } from './version.ts';

interface Options extends CommonOptions, ReportOptions {
  readonly strict?: boolean;
  readonly shard?: Shard;
  readonly diff?: string;
  readonly staged?: boolean;
  readonly merge?: readonly string[];
}

/** `bylaw check`: the violations that stand in files. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('[paths...]', 'files and folders (default: the whole repository)')
      .option('--strict', 'exit with 1 for warnings too')
      .addOption(formatOption())
      .option('--diff <range>', 'only what BASE...HEAD introduces, by the rulebook of BASE')
      .option('--staged', 'only what the next commit introduces')
      .option('--shard <i/n>', 'only the i-th of n parts of the files', parseShard)
      .option('--merge <reports...>', 'put the JSON reports of shards together instead of looking')
      .action(run);
    withExamples(command, [
      'bylaw check',
      'bylaw check src/api',
      'bylaw check --json src/a.ts',
      'bylaw check --diff origin/main...HEAD --format github',
      'bylaw check --shard 1/4 --json > 1.json',
      'bylaw check --merge 1.json 2.json --format sarif',
    ]);
  },
};

async function run(typed: readonly string[], options: Options): Promise<void> {
  if (options.merge || options.diff !== undefined || options.staged) return runOnChange(options);
  const repository = await openRepository(rootOf(options));
  const asked = typed.map((each) => typedPath(each, repository.root));
  const all = asked.length > 0 ? filesUnder(asked, repository) : everything(repository);
  const paths = options.shard ? all.filter(inShard(options.shard)) : all;
  // What cannot work is told where the whole repository is looked at.
  if (asked.length === 0) await repository.engine.prepareAll();
  const verdict = await inspect(paths, repository);
  // A picture somewhere in the tree is no source; one that was asked for by name could not be looked at.
  const unseen = (verdict.notLookedAt ?? []).filter(
    ({ path, reason }) => reason !== 'binary' || asked.some((one) => one === path),
  );
  const broken = [...repository.engine.rejected].map(([rule, reason]) => ({ rule, reason }));
  const named = asked.length > 0 && asked.every((path) => repository.view.kind(path) === 'file');
  const drift = named ? repository.knownDrift() : repository.drift();
  if (options.format && options.format !== 'json') {
    if (options.format !== 'text') print(REPORTS[options.format](reportOf(verdict, repository.rules, version())));
    else report(verdict.violations, repository, paths.length);
  } else if (options.json || options.format)
    printJson({ ...verdictJson(verdict), files: paths.length, brokenRules: broken, drift });
  else report(verdict.violations, repository, paths.length);
  if (hasDrifted(drift)) note(`the rulebook is older than the prose (${describeDrift(drift)}); run: bylaw compile`);
  for (const warning of repository.warnings) note(warning);
  for (const { path, reason } of unseen) note(`not looked at: ${path}: ${reason}`);
  for (const { rule, reason } of broken) note(`rule ${rule} cannot work: ${reason}`);
  const breaks = options.strict ? verdict.violations.length > 0 : verdict.decision === 'deny';
  if (breaks) process.exitCode = EXIT.violation;
  else if (unseen.length > 0 || broken.length > 0) process.exitCode = EXIT.couldNotLook;
}

/** What is no look at files as they stand. Most runs are spared the loading of it. */
async function runOnChange(options: Options): Promise<void> {
  const { checkRange, checkStaged, mergeReports } = await import('./check-change.ts');
  if (options.merge) mergeReports(options.merge, options);
  else if (options.diff !== undefined) await checkRange(rootOf(options), options.diff, options);
  else await checkStaged(rootOf(options), options);
}

function everything({ view, settings }: OpenRepository): readonly RepoPath[] {
  const excluded = settings.exclude?.length ? globTest(settings.exclude) : () => false;
  return view.files().filter((path) => !path.startsWith('.bylaw/') && !excluded(path));
}

/** The files named, and those below the folders named. Throws a Failure `unreadable` for what is not there. */
function filesUnder(asked: readonly RepoPath[], repository: OpenRepository): readonly RepoPath[] {
  const found = asked.flatMap((path) => {
    const kind = repository.view.kind(path);
    if (kind === 'absent') throw new Failure('unreadable', 'there is no such file or folder', { place: path });
    if (kind === 'file') return [path];
    return everything(repository).filter((file) => path === '' || file.startsWith(`${path}/`));
  });
  return [...new Set(found)];
}

async function inspect(paths: readonly RepoPath[], { engine, view }: OpenRepository): Promise<Verdict> {
  const progress = progressOf(paths.length, 'checking');
  const verdict = await engine.inspect(paths, view, progress.advance);
  progress.stop();
  return { ...verdict, violations: [...verdict.violations].sort(byPlace) };
}

function byPlace(a: Violation, b: Violation): number {
  const [left, right] = [a.location?.path ?? '', b.location?.path ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0);
}

function report(violations: readonly Violation[], { view, rules }: OpenRepository, files: number): void {
  const paint = paintFor(process.stdout);
  for (const violation of violations) {
    const path = violation.location && parseRepoPath(violation.location.path);
    const text = path === undefined ? undefined : textOf(view, path);
    print(`${personTrace(violation, paint, undefined, text)}\n`);
  }
  const errors = violations.filter((violation) => violation.severity === 'error').length;
  const found = [counted(errors, 'error'), counted(violations.length - errors, 'warning')].join(', ');
  print(
    `${counted(files, 'file')} against ${counted(rules.length, 'rule')}: ${violations.length === 0 ? paint.green('no violation') : found}`,
  );
}
