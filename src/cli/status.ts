import type { Command } from 'commander';
import { addressOf } from '../daemon/address.ts';
import { connect } from '../daemon/client.ts';
import { openInLog } from '../daemon/open-in-log.ts';
import { statusSchema } from '../daemon/status-schema.ts';
import type { Violation } from '../model/verdict.ts';
import { violationJson } from '../report/json.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { personTrace } from '../report/text.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { type CommonOptions, print, printJson, rootOf, withCommonOptions } from './output.ts';

/** `bylaw status`: what is open, and how the daemon is. */
export const command: CliCommand = {
  define(status: Command) {
    withExamples(withCommonOptions(status).action(run), ['bylaw status', 'bylaw status --json']).addHelpText(
      'after',
      '\nExit status: 0 nothing is open, 1 violations are open.',
    );
  },
};

async function run(options: CommonOptions): Promise<void> {
  const address = addressOf(rootOf(options));
  const connection = await connect(address.root);
  const reply = await connection?.ask({ ask: 'sync' }).then(() => connection.ask({ ask: 'status' }));
  connection?.close();
  const status = statusSchema.safeParse(reply).data;
  const open =
    status?.open.map(({ violation }) => violation) ?? openInLog(address.log).map(({ violation }) => violation);
  if (options.json) printJson({ daemon: status ?? null, open: open.map(violationJson) });
  else report(open, status, paintFor(process.stdout));
  process.exitCode = open.length > 0 ? EXIT.violation : EXIT.clean;
}

function report(
  open: readonly Violation[],
  status: ReturnType<typeof statusSchema.parse> | undefined,
  paint: Paint,
): void {
  for (const violation of open) print(`${personTrace(violation, paint)}\n`);
  print(open.length === 0 ? paint.green('nothing is open') : paint.bold(`${open.length} open`));
  if (!status) {
    print(paint.dim('no daemon runs here; what is open is taken from the log'));
    return;
  }
  const { rules, files, standing, sessions, pid, watching, broken, drift, log } = status;
  print(
    paint.dim(
      `${rules} rules, ${files} files looked at, ${standing} violations stood before, ${sessions.length} sessions; daemon ${pid} watches ${watching}`,
    ),
  );
  if (broken !== undefined) print(paint.yellow(`the rules on disk cannot be read: ${broken}`));
  if (drift !== '') print(paint.yellow(`${drift}; run: bylaw compile`));
  if (log !== undefined) print(paint.yellow(`the log cannot be written: ${log}`));
}
