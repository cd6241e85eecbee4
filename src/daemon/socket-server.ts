import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { type DoorContext, openJsonDoor } from './json-door.ts';
import { openShellDoor } from './shell-door.ts';

const SHELL_MAGIC = 'b';
const HOOK_MAGIC = 'h';

export interface SocketServer {
  connections(): number;
  /** Listens again if somebody has removed the socket. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a Unix socket (a named pipe on Windows). The first byte tells the protocol: JSON, the shells' words, or a hook's. */
export async function listen(path: string, context: DoorContext, touched: () => void): Promise<SocketServer> {
  const sockets = new Set<Socket>();
  const onFile = process.platform !== 'win32';

  const welcome = (socket: Socket): void => {
    sockets.add(socket);
    touched();
    socket.on('close', () => sockets.delete(socket));
    // The other side may be gone at any moment; that is its affair.
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      const take = doorFor(first.toString('latin1', 0, 1), socket, context);
      take(first);
      socket.on('data', (chunk: Buffer) => {
        touched();
        take(chunk);
      });
    });
    socket.once('end', () => {
      if (socket.bytesRead === 0) socket.end();
    });
  };

  const open = async (): Promise<Server> => {
    // Only the holder of the lock comes here: whatever lies at this path is stale.
    if (onFile) rmSync(path, { force: true });
    const server = createServer({ allowHalfOpen: true }, welcome);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    if (onFile) chmodSync(path, 0o600);
    return server;
  };

  let server = await open();
  return {
    connections: () => sockets.size,
    async heal() {
      if (!onFile || existsSync(path)) return;
      server.close();
      server = await open();
    },
    close() {
      for (const socket of sockets) socket.destroySoon();
      return new Promise((resolve) => {
        server.close(() => resolve());
        setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, 200).unref();
      });
    },
  };
}

function doorFor(magic: string, socket: Socket, context: DoorContext): (chunk: Buffer) => void {
  if (magic === SHELL_MAGIC) return openShellDoor(socket, context.keeper);
  return magic === HOOK_MAGIC && context.hooks
    ? context.hooks.open(socket, context.keeper)
    : openJsonDoor(socket, context);
}
