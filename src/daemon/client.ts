import { existsSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { type Address, addressOf } from './address.ts';
import { lineCutter } from './lines.ts';
import { readState } from './state.ts';

/** A connection to a daemon. */
export interface Connection {
  /** Sends one object; resolves with the reply to it. Rejects if the daemon goes away first. */
  ask(request: object): Promise<Readonly<Record<string, unknown>>>;
  /** Objects that come unasked (`{"trace": …}`). */
  listen(listener: (message: Readonly<Record<string, unknown>>) => void): void;
  readonly closed: Promise<void>;
  close(): void;
}

/** Connects to the daemon of a root; `undefined` if none answers. Never starts one. */
export function connect(root: string, timeout = 2000): Promise<Connection | undefined> {
  const address = addressOf(root);
  const path = readState(address.state)?.socket ?? address.socket;
  return connectTo(path, timeout);
}

/** `timeout` in milliseconds. */
export function connectTo(path: string, timeout: number): Promise<Connection | undefined> {
  if (process.platform !== 'win32' && !existsSync(path)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = createConnection(path);
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(undefined);
    }, timeout);
    socket.once('error', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(connectionOn(socket));
    });
  });
}

function connectionOn(socket: Socket): Connection {
  const waiting: { resolve(reply: Readonly<Record<string, unknown>>): void; reject(error: Error): void }[] = [];
  const listeners: ((message: Readonly<Record<string, unknown>>) => void)[] = [];
  let gone = false;
  const cut = lineCutter(
    (line) => {
      const message: Record<string, unknown> = JSON.parse(line);
      if ('trace' in message) for (const listener of listeners) listener(message);
      else waiting.shift()?.resolve(message);
    },
    () => socket.destroy(),
  );
  socket.on('data', cut);
  socket.on('error', () => socket.destroy());
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      gone = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the daemon has gone away'));
      resolve();
    });
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (gone) {
          reject(new Error('the daemon has gone away'));
          return;
        }
        waiting.push({ resolve, reject });
        socket.write(`${JSON.stringify(request)}\n`);
      }),
    listen: (listener) => {
      listeners.push(listener);
    },
    closed,
    close: () => {
      socket.end();
    },
  };
}

/** Where a daemon would listen, whether or not one does. */
export function socketOf(root: string): Address['socket'] {
  const address = addressOf(root);
  return readState(address.state)?.socket ?? address.socket;
}
