import { existsSync, rmSync, statSync } from 'node:fs';
import type { Address } from './address.ts';
import { addressOf, prepareSocketFolder } from './address.ts';
import type { Holder } from './holder.ts';
import type { HookDoor } from './hook-door.ts';
import type { HttpDoor } from './http-door.ts';
import type { DoorContext } from './json-door.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { takeLock } from './lock.ts';
import { markOf } from './process-life.ts';
import { program } from './program.ts';
import { prepareRunFolder } from './run-folder.ts';
import { listen, type SocketServer } from './socket-server.ts';
import { readState, removeState, writeState } from './state.ts';
import type { WatchWay } from './tree-watcher.ts';

export interface DaemonOptions {
  readonly root: string;
  /** Milliseconds without any request after which the daemon ends; 0 = never. */
  readonly idle?: number;
  readonly way?: WatchWay;
  /** Port for HTTP on loopback, 0 = any free one; absent = no HTTP. */
  readonly http?: number;
  /** Answers agents' hooks; absent = none are answered. */
  readonly hooks?: HookDoor;
  /** Bytes after which the log is rotated. */
  readonly logBound?: number;
  /** Called at the start and when other rules have come into force. */
  readonly onRules?: (address: Address, holder: Holder) => void;
}

export interface Daemon {
  readonly address: Address;
  readonly keeper: Keeper;
  /** Resolves with the reason when the daemon has ended. */
  readonly ended: Promise<string>;
  stop(reason: string): Promise<void>;
}

export const DEFAULT_IDLE = 30 * 60 * 1000;
/** How often (milliseconds) the daemon looks whether it is still wanted and still reachable. */
const HEARTBEAT = 500;

/** Starts the daemon of a root in this process; `undefined` if another one is at work there. */
export async function startDaemonHere(options: DaemonOptions): Promise<Daemon | undefined> {
  const address = addressOf(options.root);
  prepareRunFolder(address);
  prepareSocketFolder(address);
  const lock = takeLock(address.lock);
  if (!lock) return undefined;
  let server: SocketServer | undefined;
  let http: HttpDoor | undefined;
  let keeper: Keeper;
  try {
    keeper = await createKeeper(address, {
      ...(options.way !== undefined && { way: options.way }),
      ...(options.logBound !== undefined && { logBound: options.logBound }),
      onRules: (holder) => options.onRules?.(address, holder),
    });
  } catch (error) {
    lock.release();
    throw error;
  }

  let last = performance.now();
  const touched = (): void => {
    last = performance.now();
  };
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  let stopping: Promise<void> | undefined;
  const stop = (reason: string): Promise<void> => {
    stopping ??= (async () => {
      clearInterval(heartbeat);
      keeper.log.append({ type: 'daemon', what: 'stop', message: reason });
      await server?.close();
      await http?.close();
      await keeper.close();
      removeState(address.state, process.pid);
      if (process.platform !== 'win32') rmSync(address.socket, { force: true });
      rmSync(address.token, { force: true });
      lock.release();
      end(reason);
    })();
    return stopping;
  };

  const { version } = program();
  const mark = markOf(process.pid);
  const context: DoorContext = {
    keeper,
    hooks: options.hooks,
    hello: () => ({ protocol: 1, version, root: address.root, pid: process.pid, rulebook: keeper.holder.hash() }),
    stop: () => void stop('asked to'),
  };
  if (options.http !== undefined) {
    const { openHttpDoor } = await import('./http-door.ts');
    http = await openHttpDoor(context, address.token, options.http);
  }
  server = await listen(address.socket, context, touched);
  writeState(address.state, {
    ...mark,
    socket: address.socket,
    version,
    since: new Date().toISOString(),
    ...(http && { http: http.port }),
  });
  const rules = keeper.holder.current().rules.length;
  keeper.log.append({
    type: 'daemon',
    what: 'start',
    message: `pid ${process.pid}, ${rules} rules, version ${version}`,
  });
  options.onRules?.(address, keeper.holder);

  const idle = options.idle ?? DEFAULT_IDLE;
  const inode = statSync(address.run).ino;
  const heartbeat = setInterval(() => {
    if (statSync(address.run, { throwIfNoEntry: false })?.ino !== inode) void stop('its folder is gone');
    else if (!existsSync(address.state)) void stop('its state file was removed');
    else if (readState(address.state)?.pid !== process.pid) void stop('another daemon has taken over');
    else if (idle > 0 && server.connections() === 0 && performance.now() - last > idle) void stop('idle');
    else void server.heal().catch(() => undefined);
  }, HEARTBEAT);

  return { address, keeper, ended, stop };
}
