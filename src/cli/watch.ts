import type { Command } from 'commander';
import { hookDoor } from '../agents/hook-door.ts';
import { type Connection, connect } from '../daemon/client.ts';
import { startDaemonHere } from '../daemon/daemon.ts';
import { logEntrySchema } from '../daemon/log-entry.ts';
import { logLine } from '../daemon/log-text.ts';
import { statusSchema } from '../daemon/status-schema.ts';
import { Failure } from '../model/failure.ts';
import { paintFor } from '../report/paint.ts';
import { refreshShims } from '../shell/refresh.ts';
import { type CliCommand, withExamples } from './command.ts';
import { type CommonOptions, print, rootOf, withCommonOptions } from './output.ts';
import { statusLine } from './status-line.ts';

/** How often (milliseconds) the status line is brought up to date. */
const REFRESH = 1000;

/** `bylaw watch`: the daemon in the foreground, or a view of the one that runs. */
export const command: CliCommand = {
  define(watch: Command) {
    withExamples(
      withCommonOptions(watch)
        .option('--all', 'show every event, not only what breaks a rule')
        .option('--polling', 'look at files in turns instead of being told by the system')
        .action(run),
      ['bylaw watch', 'bylaw watch --json'],
    ).addHelpText('after', '\nEnds with Ctrl-C. Where a daemon already runs, what it sees is shown.');
  },
};

interface Options extends CommonOptions {
  readonly all?: boolean;
  readonly polling?: boolean;
}

async function run(options: Options): Promise<void> {
  const root = rootOf(options);
  const daemon = await startDaemonHere({
    root,
    idle: 0,
    ...(options.polling && { way: 'polling' as const }),
    hooks: hookDoor,
    onRules: (address, holder) => refreshShims(address, holder.current()),
  });
  const connection = await connect(root);
  if (!connection) throw new Failure('unavailable', 'the daemon that runs here does not answer');
  const stop = () => {
    if (daemon) void daemon.stop('the watch has ended');
    else connection.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  await show(connection, options);
  await daemon?.ended;
}

async function show(connection: Connection, options: Options): Promise<void> {
  const paint = paintFor(process.stdout);
  const line = statusLine(options.json ? undefined : process.stderr, paint);
  connection.listen(({ trace }) => {
    const entry = logEntrySchema.safeParse(trace).data;
    if (!entry || (!options.all && entry.type === 'event' && entry.decision === 'allow')) return;
    line.clear();
    print(options.json ? JSON.stringify(entry) : logLine(entry, paint));
    line.draw();
  });
  await connection.ask({ ask: 'traces' });
  const refresh = async () => line.show(statusSchema.parse(await connection.ask({ ask: 'status' })));
  const first = statusSchema.parse(await connection.ask({ ask: 'status' }));
  if (options.json) print(JSON.stringify({ type: 'status', ...first }));
  else line.show(first);
  const timer = setInterval(() => void refresh().catch(() => undefined), REFRESH);
  await connection.closed;
  clearInterval(timer);
  line.clear();
}
