import type { Event } from '../model/event.ts';
import { type Verdict, verdictSchema } from '../model/verdict.ts';
import { addressOf } from './address.ts';
import { connect } from './client.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { shellReply } from './reply.ts';
import { prepareRunFolder } from './run-folder.ts';
import { spawnDaemon } from './start.ts';
import type { ShellQuestion } from './words.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly by: 'daemon' | 'process';
}

/**
 * Judges an event by the daemon; where none answers, in this process, and starts one for the next time. Rejects if
 * the event cannot be judged at all. `start: false` starts nothing.
 */
export async function judge(root: string, event: Event, options: { readonly start?: boolean } = {}): Promise<Judged> {
  const connection = await connect(root);
  if (connection) {
    try {
      const reply = await connection.ask(event);
      const verdict = verdictSchema.safeParse(reply);
      if (verdict.success) return { verdict: verdict.data, by: 'daemon' };
    } catch {
      // The daemon went away over it: judged here.
    } finally {
      connection.close();
    }
  }
  if (options.start !== false) spawnDaemon(root);
  const keeper = await keeperHere(root);
  try {
    return { verdict: await keeper.answer(event), by: 'process' };
  } finally {
    await keeper.close();
  }
}

/** Answers a shell's question in this process, and starts a daemon for the next one. */
export async function judgeShell(root: string, question: ShellQuestion): Promise<string> {
  spawnDaemon(root);
  const keeper = await keeperHere(root);
  try {
    return shellReply(await keeper.answerShell(question));
  } finally {
    await keeper.close();
  }
}

/** A keeper in this process that watches nothing: it shares the journal and the log with the daemon. */
export async function keeperHere(root: string): Promise<Keeper> {
  const address = addressOf(root);
  prepareRunFolder(address);
  return createKeeper(address, { watch: false });
}
