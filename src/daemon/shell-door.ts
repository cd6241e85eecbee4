import type { Socket } from 'node:net';
import type { Keeper } from './keeper.ts';
import { shellReply } from './reply.ts';
import { readQuestion } from './words.ts';

/** Answers the one question of a shell and hangs up. */
export function openShellDoor(socket: Socket, keeper: Keeper): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  let asked = false;
  return (chunk) => {
    if (asked) return;
    held = Buffer.concat([held, chunk]);
    const question = readQuestion(held);
    if (question === 'more') return;
    asked = true;
    if (question === 'broken') {
      socket.end('error\nbylaw: the question cannot be read\n');
      return;
    }
    keeper.answerShell(question).then(
      (answer) => socket.end(shellReply(answer)),
      (error: unknown) => socket.end(`error\nbylaw: ${error instanceof Error ? error.message : String(error)}\n`),
    );
  };
}
