import type { Socket } from 'node:net';
import type { HookDoor } from './hook-door.ts';
import type { Keeper } from './keeper.ts';
import { lineCutter } from './lines.ts';
import { errorReply, replyOf } from './reply.ts';
import { type Question, readRequest } from './request.ts';

export interface DoorContext {
  readonly keeper: Keeper;
  readonly hooks: HookDoor | undefined;
  /** Who answers: version, root, rulebook hash. */
  hello(): object;
  stop(): void;
}

/** Speaks the event protocol on one connection. Replies come in the order of the requests. */
export function openJsonDoor(socket: Socket, context: DoorContext): (chunk: Buffer) => void {
  const { keeper } = context;
  let last: Promise<unknown> = Promise.resolve();
  let unlisten: (() => void) | undefined;
  const say = (reply: object): void => {
    if (socket.writable) socket.write(`${JSON.stringify(reply)}\n`);
  };
  socket.on('close', () => unlisten?.());

  const answer = async (question: Question): Promise<object> => {
    switch (question.ask) {
      case 'hello':
        return context.hello();
      case 'status':
        return { ...context.hello(), ...keeper.status() };
      case 'sync':
        await keeper.sync();
        return { synced: true };
      case 'traces':
        unlisten ??= keeper.log.listen((entry) => say({ trace: entry }));
        return { listening: true };
      case 'stop':
        setImmediate(context.stop);
        return { stopping: true };
    }
  };

  const take = (line: string): void => {
    if (line.trim() === '') return;
    const request = readRequest(line);
    const id = request.kind === 'invalid' ? request.id : request.kind === 'event' ? (request.event.id ?? null) : null;
    const work =
      request.kind === 'invalid'
        ? Promise.resolve({ id, error: { code: 'invalid-event', message: request.message } })
        : request.kind === 'event'
          ? keeper.answer(request.event).then((verdict) => replyOf(request.event, verdict))
          : answer(request.question).then((reply) => ({ ...withId(request.question), ...reply }));
    const settled = work.catch((error: unknown) => errorReply(id, error));
    last = last.then(async () => say(await settled));
  };
  const cut = lineCutter(take, () => {
    say({ id: null, error: { code: 'invalid-event', message: 'the line is too long' } });
    socket.destroySoon();
  });
  socket.on('end', () => void last.then(() => socket.end()));
  return cut;
}

function withId({ id }: Question): object {
  return id === undefined ? {} : { id };
}
