import { Option } from 'commander';
import { printAdopted } from '../drafting/adoption.ts';
import { openDesk } from '../drafting/desk.ts';
import { openChat } from '../drafting/direct/chat.ts';
import { kindText } from '../drafting/reference/kinds.ts';
import { workOrder } from '../drafting/work-order.ts';
import { orderJson, workOrderText } from '../drafting/work-order-text.ts';
import { CHECK_KINDS, type CheckKind } from '../model/check-kind.ts';
import { type Status, statusSchema } from '../model/directive.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import { type CliCommand, withExamples } from './command.ts';
import { letModel } from './draft-model.ts';
import { type CommonOptions, print, printJson, rootOf, typedPath, withCommonOptions } from './output.ts';
import { sayIfLong } from './progress.ts';
import { wholeNumber } from './whole-number.ts';

interface Options extends CommonOptions {
  readonly limit: number;
  readonly after?: string;
  readonly status: readonly Status[];
  readonly reference?: CheckKind;
  readonly model?: string;
}

/** `bylaw draft`: the work order for the directives that the compiler does not read. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .argument('[what]', 'FILE, FILE:LINE, or the name of an adopted rule whose prose has changed')
      .option('--limit <n>', 'directives in one work order', wholeNumber, 8)
      .option('--after <id>', 'go on behind this directive')
      .addOption(
        new Option('--status <names...>', 'which directives')
          .choices(statusSchema.options)
          .default(['unread', 'partly']),
      )
      .addOption(new Option('--reference <kind>', 'print the fields of a kind of check').choices(CHECK_KINDS))
      .option('--model <provider/model>', 'let a model write the drafts; only the work order is sent to it')
      .action(run);
    withExamples(command, [
      'bylaw draft',
      'bylaw draft AGENTS.md:12',
      'bylaw draft --limit 4 --after AGENTS.md:12 --json',
      'bylaw draft --reference imports',
      'bylaw draft --model ollama/qwen3-coder',
    ]);
  },
};

async function run(what: string | undefined, options: Options): Promise<void> {
  if (options.reference) return print(kindText(options.reference));
  const chat = options.model === undefined ? undefined : openChat(options.model, process.env);
  const done = sayIfLong('reading the prose');
  const desk = await openDesk(rootOf(options)).finally(done);
  const { file, line, rule } = placeOf(what, desk);
  const order = workOrder(desk.compilation, desk.written, desk.view, {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(options.after !== undefined && { after: options.after }),
    statuses: options.status,
    limit: options.limit,
  });
  if (what !== undefined && order.items.length === 0 && line !== undefined) {
    throw new Failure('usage', `no statement stands at ${what}`, { remedy: 'see all of them: bylaw explain' });
  }
  if (chat !== undefined && options.model !== undefined) await letModel(order, options.model, chat, desk.view.root);
  else if (options.json) printJson({ ...orderJson(order), ...(rule && { rule }) });
  else print([workOrderText(order), ...(rule ? [standingText(rule)] : [])].join('\n'));
}

/** The place meant: as typed, or where the prose of a rule stands. */
function placeOf(
  what: string | undefined,
  desk: Awaited<ReturnType<typeof openDesk>>,
): { file?: string; line?: number; rule?: Rule } {
  if (what === undefined) return {};
  const rule = desk.written.find(({ id }) => id === what);
  if (rule) return { file: rule.source.file, line: desk.lineOf(rule), rule };
  const [, file = what, line] = /^(.+?):(\d+)$/.exec(what) ?? [];
  return { file: typedPath(file, desk.view.root), ...(line !== undefined && { line: Number(line) }) };
}

/** A rule that is to be drafted anew, as it stands: most of it can be kept. */
function standingText(rule: Rule): string {
  return [
    '',
    '## The rule as it stands',
    '',
    `A draft with the id \`${rule.id}\` takes its place.`,
    '',
    '```yaml',
    printAdopted(rule).trimEnd(),
    '```',
  ].join('\n');
}
