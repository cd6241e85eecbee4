import type { Socket } from 'node:net';
import { addressOf } from '../daemon/address.ts';
import type { HookDoor } from '../daemon/hook-door.ts';
import type { Keeper } from '../daemon/keeper.ts';
import { answerHook } from './answer-hook.ts';
import { daemonDesk } from './keeper-desk.ts';
import { parsePayload } from './payload.ts';
import { readHookQuestion, writeHookAnswer } from './question.ts';
import { writeSessionEnv } from './session-env.ts';

/** The daemon's door for hooks. */
export const hookDoor: HookDoor = {
  open,
  async answer(agent, payload, keeper) {
    const { status, text } = await answerHook({ agent, event: '', payload }, daemonDesk(keeper));
    return status === 2 ? { decision: 'block', reason: text } : (parsePayload(text) ?? {});
  },
};

function open(socket: Socket, keeper: Keeper): (chunk: Buffer) => void {
  let held: Buffer[] = [];
  let asked = false;
  return (chunk) => {
    if (asked) return;
    held.push(chunk);
    // Questions end in NUL: nothing can be complete before one has come.
    if (chunk[chunk.length - 1] !== 0) return;
    held = [Buffer.concat(held)];
    const question = readHookQuestion(held[0] ?? Buffer.alloc(0));
    if (question === 'more') return;
    asked = true;
    if (question === 'broken') {
      socket.end();
      return;
    }
    const desk = daemonDesk(keeper);
    answerHook(question, desk)
      .then((answer) => {
        writeSessionEnv(question, addressOf(desk.root).shims);
        socket.end(writeHookAnswer(answer));
      })
      .catch(() => socket.end());
  };
}
