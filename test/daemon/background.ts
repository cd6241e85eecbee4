import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type Connection, connect } from '../../src/daemon/client.ts';

/** The program under test; another build of it can be named. */
export const BYLAW = process.env.BYLAW_PROGRAM ?? path.resolve('bin/bylaw.js');

export interface Background {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
}

/** Starts `bylaw daemon run` as a process of its own. */
export function background(root: string, ...args: readonly string[]): Background {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, [BYLAW, 'daemon', 'run', '--root', root, ...args], { stdio: 'ignore', env });
  return { child, exited: new Promise((resolve) => child.once('exit', resolve)) };
}

/** A connection to a daemon that is coming up. */
export async function reached(root: string, patience = 10_000): Promise<Connection> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const connection = await connect(root);
    const hello = await connection?.ask({ ask: 'hello' }).catch(() => undefined);
    if (connection && hello) return connection;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no daemon answers');
}
