import * as clack from '@clack/prompts';
import { moveAdopted } from '../drafting/adoption.ts';
import { openHouse } from '../drafting/desk.ts';
import type { Draft } from '../drafting/draft-files.ts';
import type { Examined } from '../drafting/examine.ts';
import { hear, hearingJson, isClean } from '../drafting/hearing.ts';
import { hearingText, standingText } from '../drafting/verdict-text.ts';
import { counted } from '../report/counted.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';
import { progressOf } from './progress.ts';

interface Options extends CommonOptions {
  readonly yes?: boolean;
  readonly wide?: boolean;
  readonly dryRun?: boolean;
}

/** `bylaw adopt`: drafts that have proved themselves become rules. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('[files...]', 'draft files (default: all in .bylaw/drafts/)')
      .option('-y, --yes', 'ask nothing')
      .option('--wide', 'adopt also what much of the present tree breaks, without asking')
      .option('--dry-run', 'only say what would be adopted')
      .action(run);
    withExamples(command, ['bylaw adopt', 'bylaw adopt .bylaw/drafts/no-force-add.yaml --yes']);
  },
};

async function run(typed: readonly string[], options: Options): Promise<void> {
  const house = await openHouse(rootOf(options));
  const { view, settings } = house;
  const files = typed.map((file) => typedPath(file, view.root));
  let progress = progressOf(0, 'examining');
  const hearing = await hear(house, files, {
    start: (drafts) => {
      progress = progressOf(drafts, 'examining');
    },
    advance: () => progress.advance(1),
  }).finally(() => progress.stop());
  const { proven, examined, malformed } = hearing;
  const paint = paintFor(process.stdout);
  if (!options.json) print(hearingText(hearing, paint));
  const alone = options.yes === true || settings.adopt === 'agent';
  const consent = { alone, wide: options.wide === true, asking: isAsking(options) };
  const agreed = options.dryRun ? [] : await agreedOn(proven, consent);
  const written = moveAdopted(agreed, view);
  const waiting = proven.filter(({ draft }) => !agreed.includes(draft));
  if (options.json) printJson(hearingJson(hearing, agreed));
  else conclude(written, waiting, examined.length + malformed.length, options, paint);
  if (!isClean(hearing) || (waiting.length > 0 && !options.dryRun)) process.exitCode = EXIT.violation;
}

function isAsking({ yes, json, dryRun }: Options): boolean {
  return !yes && !json && !dryRun && process.stdin.isTTY === true && process.stdout.isTTY === true;
}

interface Consent {
  readonly alone: boolean;
  readonly wide: boolean;
  readonly asking: boolean;
}

/** The drafts that may be moved: by consent given beforehand, or asked for in the terminal. */
async function agreedOn(proven: readonly Examined[], consent: Consent): Promise<readonly Draft[]> {
  const agreed: Draft[] = [];
  for (const { draft, standing } of proven) {
    const isWide = standing?.wide === true;
    if (consent.asking) {
      const answer = await clack.confirm({
        message: isWide
          ? `${draft.rule.id}: ${standingText(standing)}. Adopt it all the same?`
          : `Adopt ${draft.rule.id}?`,
        initialValue: !isWide,
      });
      if (clack.isCancel(answer)) break;
      if (answer) agreed.push(draft);
    } else if (consent.alone && (!isWide || consent.wide)) agreed.push(draft);
  }
  return agreed;
}

function conclude(
  written: readonly string[],
  waiting: readonly Examined[],
  all: number,
  { dryRun }: Options,
  paint: Paint,
): void {
  if (all === 0) print('A work order for some: bylaw draft');
  for (const file of written) print(`${paint.green('adopted')} ${file}`);
  if (waiting.length > 0 && !dryRun) {
    print(
      `${counted(waiting.length, 'proven draft')} not adopted: ${waiting.map(({ draft }) => draft.rule.id).join(', ')}`,
    );
    print(
      'a person adopts them in a terminal with `bylaw adopt`, or with --yes (and --wide); `adopt: agent` in bylaw.yaml lets an agent',
    );
  }
}
