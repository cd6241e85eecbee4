import type { Outcome } from '../compiler/compilation.ts';
import { viewOf } from '../engine/open.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import { ruleText, statementText } from '../report/explanation.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { withWritten } from '../report/with-written.ts';
import { loadRules } from '../rulebook/load.ts';
import { type CliCommand, withExamples } from './command.ts';
import { compileProse } from './compile.ts';
import { type CommonOptions, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';

/** `bylaw explain`: what became of each statement, and what a rule asks. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('[what]', 'FILE:LINE, a file, or the name of a rule (default: every statement)')
      .action(run);
    withExamples(command, ['bylaw explain', 'bylaw explain AGENTS.md:12', 'bylaw explain npm-is-forbidden']);
  },
};

async function run(what: string | undefined, options: CommonOptions): Promise<void> {
  const root = rootOf(options);
  const view = viewOf(root);
  const loaded = await loadRules(view);
  const paint = paintFor(process.stdout);
  const known = loaded.rules.find((rule) => rule.id === what);
  if (known) return showRules([known], options, paint);
  const compilation = await compileProse(view, loaded.settings);
  const written = loaded.written.map(({ rule }) => rule);
  const rules = [...compilation.rules.filter(({ id }) => !written.some((rule) => rule.id === id)), ...written];
  const readings = withWritten(compilation.readings, written);
  if (what === undefined) return showStatements(readings, rules, options, paint, false);
  const compiled = rules.find((rule) => rule.id === what);
  if (compiled) return showRules([compiled], options, paint);
  const place = /^(.+?)(?::(\d+))?$/.exec(what);
  const file = place?.[1] === undefined ? undefined : typedPath(place[1], view.root);
  const line = place?.[2] === undefined ? undefined : Number(place[2]);
  const meant = readings.filter(
    ({ directive: { source } }) =>
      source.file === file && (line === undefined || (source.line <= line && line <= source.endLine)),
  );
  if (meant.length > 0) return showStatements(meant, rules, options, paint, line !== undefined);
  const isFile = readings.some((reading) => reading.directive.source.file === file);
  throw new Failure(
    'usage',
    isFile ? `no statement stands at ${what}` : `there is no rule or instruction file ${what}`,
    {
      remedy: 'see all of them: bylaw explain',
    },
  );
}

function showStatements(
  readings: readonly Outcome[],
  rules: readonly Rule[],
  { json }: CommonOptions,
  paint: Paint,
  closely: boolean,
): void {
  if (json) {
    printJson(readings.map(({ directive, ...reading }) => ({ ...directive, ...reading })));
    return;
  }
  for (const reading of readings) {
    print(statementText(reading, paint));
    if (!closely) continue;
    for (const rule of rules.filter((each) => reading.rules.includes(each.id))) print(`\n${ruleText(rule, paint)}`);
  }
}

function showRules(rules: readonly Rule[], { json }: CommonOptions, paint: Paint): void {
  if (json) printJson(rules);
  else for (const rule of rules) print(ruleText(rule, paint));
}
