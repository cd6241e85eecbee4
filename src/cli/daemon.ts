import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { hookDoor } from '../agents/hook-door.ts';
import { addressOf } from '../daemon/address.ts';
import { connect } from '../daemon/client.ts';
import { startDaemonHere } from '../daemon/daemon.ts';
import { connectOrStart, type StartOptions } from '../daemon/start.ts';
import { Failure } from '../model/failure.ts';
import { findRoot } from '../repository/root.ts';
import { refreshShims } from '../shell/refresh.ts';
import { type CliCommand, EXIT, withExamples } from './command.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly root?: string;
  readonly http?: number;
  readonly idle?: number;
  readonly polling?: boolean;
}

/** `bylaw daemon …`: the background process of a repository. */
export const command: CliCommand = {
  define(daemon) {
    const sub = (name: string, summary: string, act: (root: string, options: Options) => Promise<void>): Command =>
      daemon
        .command(name)
        .description(summary)
        .option('--root <folder>', 'root of the repository (default: of the current folder)')
        .exitOverride()
        .action((options: Options) => act(options.root ?? findRoot(process.cwd()), options));
    const starting = (one: Command): Command =>
      one
        .option('--http [port]', 'also answer HTTP on loopback', (text) => wholeNumber(text))
        .option('--idle <ms>', 'end after this long without a request (0 = never)', wholeNumber)
        .option('--polling', 'look at files in turns instead of being told by the system');
    starting(sub('start', 'start it in the background, if it does not run yet', start));
    sub('stop', 'stop it', stop);
    starting(
      sub('restart', 'stop it and start it anew', async (root, options) => {
        await stop(root);
        await start(root, options);
      }),
    );
    sub('status', 'say whether it runs', status);
    sub('logs', 'print what it has said', async (root) => {
      process.stdout.write(readText(addressOf(root).output));
    });
    starting(daemon.command('run', { hidden: true }).option('--root <folder>').exitOverride()).action(run);
    withExamples(daemon, ['bylaw daemon start', 'bylaw daemon status', 'bylaw daemon stop']);
  },
};

async function start(root: string, options: Options): Promise<void> {
  const connection = await connectOrStart(root, startOptions(options));
  if (!connection) {
    throw new Failure('unavailable', 'the daemon does not come up', { remedy: 'see: bylaw daemon logs' });
  }
  const hello = await connection.ask({ ask: 'hello' });
  connection.close();
  process.stdout.write(`daemon ${String(hello.pid)} watches ${String(hello.root)}\n`);
}

async function stop(root: string): Promise<void> {
  const connection = await connect(root);
  if (!connection) {
    process.stdout.write('no daemon runs here\n');
    return;
  }
  await connection.ask({ ask: 'stop' }).catch(() => undefined);
  await connection.closed;
  process.stdout.write('stopped\n');
}

async function status(root: string): Promise<void> {
  const connection = await connect(root);
  if (!connection) {
    process.stdout.write('no daemon runs here\n');
    process.exitCode = EXIT.violation;
    return;
  }
  const reply = await connection.ask({ ask: 'status' });
  connection.close();
  process.stdout.write(`${JSON.stringify(reply, undefined, 2)}\n`);
}

async function run(options: Options): Promise<void> {
  const daemon = await startDaemonHere({
    root: options.root ?? findRoot(process.cwd()),
    ...startOptions(options),
    ...(options.polling && { way: 'polling' as const }),
    hooks: hookDoor,
    onRules: (address, holder) => refreshShims(address, holder.current()),
  });
  if (!daemon) return;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void daemon.stop(signal));
  await daemon.ended;
  // What a watcher has not yet put away does not keep the process.
  process.exit(EXIT.clean);
}

function startOptions({ http, idle, polling }: Options): StartOptions {
  return {
    ...(http !== undefined && { http: typeof http === 'number' ? http : 0 }),
    ...(idle !== undefined && { idle }),
    ...(polling !== undefined && { polling }),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
