import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runBriefly } from '../checks/code/brief-run.ts';
import type { Compilation } from '../compiler/compilation.ts';
import { compile } from '../compiler/compile.ts';
import { viewOf } from '../engine/open.ts';
import { proveWritten } from '../engine/prove-written.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { counted } from '../report/counted.ts';
import { coverageText } from '../report/coverage.ts';
import { compilationJson } from '../report/json.ts';
import { paintFor } from '../report/paint.ts';
import { withWritten } from '../report/with-written.ts';
import type { RepositoryView } from '../repository/view.ts';
import { textOf } from '../repository/view.ts';
import { cacheKey, diskCache } from '../rulebook/cache.ts';
import { readSettings, readWrittenRules } from '../rulebook/files.ts';
import { ownTexts, RULEBOOK } from '../rulebook/own-files.ts';
import { printRulebook } from '../rulebook/print.ts';
import { staleWarnings } from '../rulebook/stale.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, note, print, printJson, rootOf, withCommonOptions } from './output.ts';
import { sayIfLong } from './progress.ts';

interface Options extends CommonOptions {
  readonly check?: boolean;
}

/** `bylaw compile`: prose to rulebook. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .option('--check', 'write nothing; exit with 1 if the rulebook is not what the prose says now')
      .action(run);
    withExamples(command, ['bylaw compile', 'bylaw compile --check', 'bylaw compile --json | jq .rules']);
  },
};

async function run(options: Options): Promise<void> {
  const view = viewOf(rootOf(options));
  const settings = readSettings(view);
  const files = readWrittenRules(view);
  const written = files.map(({ rule }) => rule);
  const compiled = await compileProse(view, settings);
  await proveWritten(files, view);
  const { rules, prose } = compiled;
  const compilation = { ...compiled, readings: withWritten(compiled.readings, written) };
  const text = printRulebook({ version: 1, prose, rules: [...rules] });
  const fresh = textOf(view, RULEBOOK)?.replaceAll('\r\n', '\n') === text;
  if (!options.check && !fresh) write(view.root, text);
  if (!options.check) {
    const rulebook = { version: 1 as const, prose, rules: [...rules] };
    diskCache(view.root).set(cacheKey(ownTexts(view)), { settings, rulebook, written: files });
  }
  if (options.json) printJson({ rulebook: RULEBOOK, fresh, ...compilationJson(compilation) });
  else report(compilation, fresh, written, options);
  for (const warning of staleWarnings(files, view)) note(warning);
  if (options.check && !fresh) process.exitCode = EXIT.violation;
}

/** Compiles; throws a Failure `no-instructions` where there is no prose to compile. */
export async function compileProse(view: RepositoryView, settings: Settings): Promise<Compilation> {
  runBriefly();
  const done = sayIfLong('reading the prose');
  const compilation = await compile(view, settings).finally(done);
  if (compilation.files.length > 0) return compilation;
  const [unread] = compilation.warnings;
  throw new Failure(
    'no-instructions',
    unread ? `no instruction file can be read: ${unread.file} ${unread.message}` : 'there is no instruction file',
    {
      place: view.root,
      remedy:
        'write down your rules in AGENTS.md, or name your own file in bylaw.yaml:  instructions: [CONVENTIONS.md]',
    },
  );
}

function write(root: string, text: string): void {
  const file = path.join(root, RULEBOOK);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure('unreadable', `cannot be written: ${message}`, { place: file, cause: error });
  }
}

function report(compilation: Compilation, fresh: boolean, written: readonly Rule[], { check }: Options): void {
  print(coverageText(compilation, paintFor(process.stdout)));
  if (written.length > 0) print(`${writtenText(written)} in .bylaw/rules/, proven`);
  if (fresh) print(`\n${RULEBOOK} is up to date`);
  else if (check) note(`${RULEBOOK} is not what the prose says now; run: bylaw compile`);
  else print(`\nwrote ${RULEBOOK}; review it and commit it. What became of each line: bylaw explain`);
}

function writtenText(written: readonly Rule[]): string {
  const adopted = written.filter(({ origin }) => origin === 'adopted').length;
  const parts = [
    ...(adopted > 0 ? [counted(adopted, 'adopted rule')] : []),
    ...(written.length > adopted ? [counted(written.length - adopted, 'hand-written rule')] : []),
  ];
  return parts.join(' and ');
}
