import { engineOf, type Tried, tryEvidence } from '../drafting/trial.ts';
import { viewOf } from '../engine/open.ts';
import { type ProofOutcome, shown } from '../engine/proof.ts';
import { Failure } from '../model/failure.ts';
import { counted } from '../report/counted.ts';
import { paintFor } from '../report/paint.ts';
import { loadRules } from '../rulebook/load.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, note, print, printJson, rootOf, withCommonOptions } from './output.ts';
import { progressOf } from './progress.ts';

const OUTCOMES: readonly (readonly [ProofOutcome, string])[] = [
  ['reported', 'violating examples that are caught'],
  ['validated', 'compliant examples that are let pass'],
  ['noisy', 'false alarms'],
  ['missing', 'violations not caught'],
];

/** `bylaw test`: all examples of all rules in force. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command).argument('[rules...]', 'names of rules (default: all)').action(run);
    withExamples(command, ['bylaw test', 'bylaw test no-print --json']);
  },
};

async function run(names: readonly string[], options: CommonOptions): Promise<void> {
  const view = viewOf(rootOf(options));
  const { rules: all } = await loadRules(view);
  const stranger = names.find((name) => !all.some(({ id }) => id === name));
  if (stranger !== undefined) {
    throw new Failure('usage', `there is no rule \`${stranger}\``, { remedy: 'see all of them: bylaw explain' });
  }
  const rules = names.length > 0 ? all.filter(({ id }) => names.includes(id)) : all;
  const engine = await engineOf(rules, view);
  const progress = progressOf(rules.length, 'testing');
  const tried: Tried[] = [];
  for (const rule of rules) {
    if (!engine.rejected.has(rule.id)) tried.push(...(await tryEvidence(rule, engine, view)));
    progress.advance(1);
  }
  progress.stop();
  const wrong = tried.filter(({ outcome }) => outcome === 'noisy' || outcome === 'missing');
  const count = (outcome: ProofOutcome) => tried.filter((each) => each.outcome === outcome).length;
  if (options.json) {
    printJson({
      rules: rules.length,
      ...Object.fromEntries(OUTCOMES.map(([outcome]) => [outcome, count(outcome)])),
      failures: wrong.map(({ rule, ...each }) => ({ rule: rule.id, ...each })),
      brokenRules: [...engine.rejected].map(([rule, reason]) => ({ rule, reason })),
    });
  } else {
    const paint = paintFor(process.stdout);
    for (const { rule, outcome, kind, number, example } of wrong) {
      print(`${paint.red(outcome)} ${rule.id}, ${kind} example ${number}: ${shown(example)}`);
    }
    print(`${counted(tried.length, 'example')} of ${counted(rules.length, 'rule')}`);
    for (const [outcome, says] of OUTCOMES) {
      print(`  ${outcome.padEnd(10)}${String(count(outcome)).padStart(5)}  ${paint.dim(says)}`);
    }
  }
  for (const [rule, reason] of engine.rejected) note(`rule ${rule} cannot work: ${reason}`);
  if (wrong.length > 0) process.exitCode = EXIT.violation;
  else if (engine.rejected.size > 0) process.exitCode = EXIT.couldNotLook;
}
