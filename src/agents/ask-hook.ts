import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { addressOf } from '../daemon/address.ts';
import { keeperHere } from '../daemon/judge.ts';
import { spawnDaemon } from '../daemon/start.ts';
import { readState } from '../daemon/state.ts';
import type { Answer } from './adapter.ts';
import { ADAPTERS, detectAgent, isAgentName } from './adapters.ts';
import { answerHook, refuse } from './answer-hook.ts';
import { failureMode } from './failure-mode.ts';
import { processDesk } from './keeper-desk.ts';
import { parsePayload } from './payload.ts';
import { readHookAnswer, type WiredQuestion, writeHookQuestion } from './question.ts';
import { writeSessionEnv } from './session-env.ts';

/** How long (milliseconds) the daemon may take to answer. */
const PATIENCE = 20_000;

export interface AskOptions {
  /** Ask a daemon, and start one for the next time where none answers. */
  readonly daemon: boolean;
}

/** A hook's answer: the daemon's, else judged in this process. Never rejects. */
export async function askHook(root: string, question: WiredQuestion, options: AskOptions): Promise<Answer> {
  const answered = options.daemon ? await askDaemon(root, question) : undefined;
  if (answered) return answered;
  try {
    if (options.daemon) spawnDaemon(root);
    const keeper = await keeperHere(root);
    try {
      const answer = await answerHook(question, processDesk(keeper));
      writeSessionEnv(question, addressOf(root).shims);
      return answer;
    } finally {
      await keeper.close();
    }
  } catch (error) {
    const agent = isAgentName(question.agent) ? question.agent : detectAgent(parsePayload(question.payload) ?? {});
    return refuse(
      ADAPTERS[agent],
      question,
      failureMode(root),
      error instanceof Error ? error.toString() : String(error),
    );
  }
}

function askDaemon(root: string, question: WiredQuestion): Promise<Answer | undefined> {
  const socketPath = readState(addressOf(root).state)?.socket;
  if (socketPath === undefined || (process.platform !== 'win32' && !existsSync(socketPath))) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = createConnection(socketPath);
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.on('connect', () => socket.write(writeHookQuestion(question)));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(readHookAnswer(Buffer.concat(chunks).toString('utf8'))));
  });
}
