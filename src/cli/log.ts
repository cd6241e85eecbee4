import type { Command } from 'commander';
import { addressOf } from '../daemon/address.ts';
import { connect } from '../daemon/client.ts';
import { type LogEntry, logEntrySchema } from '../daemon/log-entry.ts';
import { readLog } from '../daemon/log-file.ts';
import { logLine } from '../daemon/log-text.ts';
import { Failure } from '../model/failure.ts';
import { type Paint, paintFor } from '../report/paint.ts';
import { type CliCommand, withExamples } from './command.ts';
import { type CommonOptions, print, rootOf, withCommonOptions } from './output.ts';
import { wholeNumber } from './whole-number.ts';

interface Options extends CommonOptions {
  readonly session?: string;
  readonly denied?: boolean;
  readonly last?: number;
  readonly follow?: boolean;
}

/** `bylaw log`: what was asked, found and closed, by session. */
export const command: CliCommand = {
  define(log: Command) {
    withExamples(
      withCommonOptions(log)
        .option('--session <name>', 'only this session')
        .option('--denied', 'only what was refused, warned about or found')
        .option('--last <n>', 'only the newest n entries', wholeNumber)
        .option('--follow', 'go on with new entries as they come')
        .action(run),
      ['bylaw log --last 20', 'bylaw log --denied', 'bylaw log --follow --json'],
    );
  },
};

async function run(options: Options): Promise<void> {
  const address = addressOf(rootOf(options));
  const wanted = readLog(address.log).filter((entry) => isWanted(entry, options));
  const shown = options.last === undefined ? wanted : wanted.slice(-options.last);
  const paint = paintFor(process.stdout);
  if (options.json) for (const entry of shown) print(JSON.stringify(entry));
  else bySession(shown, paint);
  if (!options.follow) return;
  const connection = await connect(address.root);
  if (!connection) throw new Failure('unavailable', 'no daemon runs here to follow', { remedy: 'bylaw daemon start' });
  connection.listen(({ trace }) => {
    const entry = logEntrySchema.safeParse(trace).data;
    if (entry && isWanted(entry, options)) print(options.json ? JSON.stringify(entry) : logLine(entry, paint));
  });
  await connection.ask({ ask: 'traces' });
  await connection.closed;
}

/** A heading wherever the session changes. */
function bySession(entries: readonly LogEntry[], paint: Paint): void {
  let current: string | undefined;
  for (const entry of entries) {
    const session = 'session' in entry ? entry.session : undefined;
    if (session !== undefined && session !== current) {
      print(paint.bold(`session ${session}`));
      current = session;
    }
    print(logLine(entry, paint));
  }
}

function isWanted(entry: LogEntry, { session, denied }: Options): boolean {
  if (session !== undefined && !('session' in entry && entry.session === session)) return false;
  if (!denied) return true;
  return entry.type === 'opened' || (entry.type === 'event' && entry.decision !== 'allow');
}
