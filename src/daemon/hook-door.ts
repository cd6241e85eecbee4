import type { Socket } from 'node:net';
import type { Keeper } from './keeper.ts';

/** Answers the hooks of agents' hosts. Who starts a daemon brings it along; without one hooks find no answer. */
export interface HookDoor {
  /** Answers the one question of a hook client on the daemon's socket and hangs up. */
  open(socket: Socket, keeper: Keeper): (chunk: Buffer) => void;
  /** Answers a hook that is a web request: what the host has sent, and its own kind of answer back. */
  answer(agent: string, payload: string, keeper: Keeper): Promise<object>;
}
