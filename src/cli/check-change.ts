import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { openRepository, viewOf } from '../engine/open.ts';
import { decisionOf } from '../engine/verdict.ts';
import { judgeStaged } from '../git/commit-gate.ts';
import { checkDiff, type DiffCheck } from '../git/diff-check.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import { type Verdict, verdictSchema } from '../model/verdict.ts';
import { REPORTS } from '../report/formats.ts';
import { verdictJson } from '../report/json.ts';
import { paintFor } from '../report/paint.ts';
import { reportOf } from '../report/report.ts';
import { personTrace } from '../report/text.ts';
import { EXIT } from './command.ts';
import { note, print, printJson } from './output.ts';
import type { ReportOptions } from './report-options.ts';
import { version } from './version.ts';

/** `check --diff RANGE`: what a range of commits introduces. */
export async function checkRange(root: string, range: string, options: ReportOptions): Promise<void> {
  const checked = await checkDiff(viewOf(root), range);
  const { verdict, ruleChanges, base, head } = checked;
  if (options.json && options.format === undefined) {
    const brokenRules = [...checked.rejected].map(([rule, reason]) => ({ rule, reason }));
    printJson({ ...verdictJson(verdict), base, head, ruleChanges, brokenRules });
  } else printAs(verdict, checked.rules, options);
  sayRuleChanges(checked, options);
  for (const [rule, reason] of checked.rejected) note(`rule ${rule} cannot work: ${reason}`);
  finish(verdict, options, checked.rejected.size > 0);
}

/** `check --staged`: what the next commit introduces. */
export async function checkStaged(root: string, options: ReportOptions): Promise<void> {
  const { view, rules } = await openRepository(root);
  const verdict = await judgeStaged({ disk: view, rules });
  if (options.json && options.format === undefined) printJson(verdictJson(verdict));
  else printAs(verdict, rules, options);
  finish(verdict, options, false);
}

/** `check --merge FILES`: the JSON reports of shards as one report. */
export function mergeReports(files: readonly string[], options: ReportOptions): void {
  const verdicts = files.map(readReport);
  const violations = verdicts.flatMap((verdict) => verdict.violations);
  const notLookedAt = verdicts.flatMap((verdict) => verdict.notLookedAt ?? []);
  const merged: Verdict = {
    decision: decisionOf(violations),
    violations,
    ...(notLookedAt.length > 0 && { notLookedAt }),
  };
  if (options.json && options.format === undefined) printJson(verdictJson(merged));
  else printAs(merged, [], options);
  finish(merged, options, false);
}

function readReport(file: string): Verdict {
  try {
    return verdictSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Failure('unreadable', `expected a report of \`bylaw check --json\`: ${why}`, { place: file });
  }
}

function printAs(verdict: Verdict, rules: readonly Rule[], { format = 'text' }: ReportOptions): void {
  if (format !== 'text') {
    print(REPORTS[format](reportOf(verdict, rules, version())));
    return;
  }
  const paint = paintFor(process.stdout);
  for (const violation of verdict.violations) print(`${personTrace(violation, paint)}\n`);
  const errors = verdict.violations.filter((violation) => violation.severity === 'error').length;
  const warnings = verdict.violations.length - errors;
  print(
    verdict.violations.length === 0
      ? paint.green('nothing new breaks a rule')
      : `${errors} errors, ${warnings} warnings`,
  );
  for (const { path, reason } of verdict.notLookedAt ?? [])
    if (reason !== 'binary') note(`not looked at: ${path}: ${reason}`);
}

/** A change to the rules is for people to see: it does not break anything by itself. */
function sayRuleChanges({ ruleChanges, rulesFromHead }: DiffCheck, { format, json }: ReportOptions): void {
  if (rulesFromHead) note('the base has no rulebook; the one of the head was used');
  for (const { rule, how, why, source } of ruleChanges) {
    if (how === 'added') continue;
    const text = `rule ${rule} is ${how}: ${why} (${source.file}:${source.line} "${source.quote}")`;
    if (format === 'github') print(`::warning file=${source.file},line=${source.line},title=rule ${how}::${text}`);
    else if (!json) note(text);
  }
}

function finish(verdict: Verdict, { strict }: ReportOptions, blind: boolean): void {
  const breaks = strict ? verdict.violations.length > 0 : verdict.decision === 'deny';
  if (breaks) process.exitCode = EXIT.violation;
  else if (blind) process.exitCode = EXIT.couldNotLook;
}
