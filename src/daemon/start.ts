import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { addressOf } from './address.ts';
import { type Connection, connect } from './client.ts';
import { program } from './program.ts';
import { prepareRunFolder } from './run-folder.ts';

/** Longest wait (milliseconds) for a daemon to come up. */
const PATIENCE = 10_000;

export interface StartOptions {
  readonly http?: number;
  readonly idle?: number;
  readonly polling?: boolean;
}

/** Starts a daemon in the background and returns at once. One that finds another at work ends by itself. */
export function spawnDaemon(root: string, options: StartOptions = {}): void {
  const address = addressOf(root);
  prepareRunFolder(address);
  const output = openSync(address.output, 'a', 0o600);
  const { script } = program();
  const args = [script, 'daemon', 'run', '--root', address.root];
  if (options.http !== undefined) args.push('--http', String(options.http));
  if (options.idle !== undefined) args.push('--idle', String(options.idle));
  if (options.polling) args.push('--polling');
  const child = spawn(process.execPath, args, {
    cwd: address.root,
    detached: true,
    stdio: ['ignore', output, output],
    env: cleanEnvironment(process.env),
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(output);
}

/** Connects to the daemon of a root, started if need be; `undefined` if it does not come up in time. */
export async function connectOrStart(root: string, options: StartOptions = {}): Promise<Connection | undefined> {
  const first = await connect(root);
  if (first) {
    const hello = await first.ask({ ask: 'hello' }).catch(() => undefined);
    if (hello?.version === program().version) return first;
    // A daemon of another version: it makes way.
    await first.ask({ ask: 'stop' }).catch(() => undefined);
    await first.closed;
  }
  spawnDaemon(root, options);
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const connection = await connect(root);
    if (connection) return connection;
  }
  return undefined;
}

/**
 * The environment without what a wrapped shell has put there: nothing that Bylaw itself runs
 * (git, say) is to be asked about again.
 */
export function cleanEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { BASH_ENV: _bash, ZDOTDIR: _zsh, BYLAW_SESSION: _session, BYLAW_UNDER: _under, ...rest } = environment;
  const userZdotdir = environment.BYLAW_USER_ZDOTDIR;
  const userBashEnv = environment.BYLAW_USER_BASH_ENV;
  return {
    ...rest,
    ...(userZdotdir ? { ZDOTDIR: userZdotdir } : {}),
    ...(userBashEnv ? { BASH_ENV: userBashEnv } : {}),
    PATH: (environment.PATH ?? '')
      .split(path.delimiter)
      .filter((folder) => !folder.endsWith(path.join('.bylaw', 'run', 'shims')))
      .join(path.delimiter),
  };
}
