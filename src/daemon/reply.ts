import type { Event } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import type { Verdict } from '../model/verdict.ts';
import { verdictJson } from '../report/json.ts';
import { agentTrace } from '../report/text.ts';
import type { ShellAnswer } from './keeper.ts';

type Id = string | number | null;

/** The answer to an event, as the event protocol has it. */
export function replyOf(event: Event, verdict: Verdict): object {
  return { ...(event.id !== undefined && { id: event.id }), ...verdictJson(verdict) };
}

export function errorReply(id: Id, error: unknown): object {
  return error instanceof Failure
    ? { id, error: { code: error.code, message: error.message } }
    : { id, error: { code: 'unavailable', message: error instanceof Error ? error.message : String(error) } };
}

/** The answer to a shell: one word, then what to print. */
export function shellReply({ event, verdict, tell }: ShellAnswer): string {
  const traces = verdict.violations.map((violation) => `${agentTrace(violation, event)}\n`);
  return `${verdict.decision}${tell ? ' tell' : ''}\n${traces.join('')}`;
}
