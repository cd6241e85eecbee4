import { createInterface } from 'node:readline';
import type { Guard } from '../engine/guard.ts';
import { openRepository } from '../engine/open.ts';
import { type Event, eventSchema } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import { verdictJson } from '../report/json.ts';
import { complaintOf } from '../rulebook/complaint.ts';
import { describeDrift, hasDrifted } from '../rulebook/drift.ts';
import { type CliCommand, withExamples } from './command.ts';
import { type CommonOptions, note, rootOf, withCommonOptions } from './output.ts';

interface Options extends CommonOptions {
  readonly stdio?: boolean;
}

/** `bylaw serve --stdio`: the event protocol on standard input and output, until the input ends. */
export const command: CliCommand = {
  define(command) {
    withCommonOptions(command)
      .requiredOption('--stdio', 'speak the event protocol on standard input and output: one JSON object a line')
      .action(run);
    withExamples(command, [`echo '{"id":1,"kind":"command","command":"npm i"}' | bylaw serve --stdio`]);
  },
};

async function run(options: Options): Promise<void> {
  const { guard, view, drift, warnings } = await openRepository(rootOf(options));
  for (const warning of warnings) note(warning);
  const drifted = drift();
  if (hasDrifted(drifted)) note(`the rulebook is older than the prose (${describeDrift(drifted)}); run: bylaw compile`);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    // What the agent did may have made files: the list of files is taken anew when next needed.
    const reply = await answer(line, guard, () => view.refresh());
    if (!process.stdout.write(`${JSON.stringify(reply)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
}

/** The reply to one line. Never throws: what cannot be judged is answered with an error. */
export async function answer(line: string, guard: Guard, done: () => void): Promise<object> {
  let id: string | number | null = null;
  try {
    const value: unknown = parseLine(line);
    id = idOf(value);
    const event = eventOf(value);
    const verdict = await guard.take(event);
    if (event.phase === 'after' || event.kind === 'session-start') done();
    return { id, ...verdictJson(verdict) };
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'unavailable';
    return { id, error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Failure('invalid-event', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function eventOf(value: unknown): Event {
  const read = eventSchema.safeParse(value);
  if (read.success) return read.data;
  throw new Failure('invalid-event', complaintOf(read.error, value).message);
}
