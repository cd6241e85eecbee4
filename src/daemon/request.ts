import * as z from 'zod';
import { type Event, eventSchema } from '../model/event.ts';

const idSchema = z.union([z.string(), z.number()]).optional();

/** What may be asked besides judging events: additions of the daemon to the event protocol. */
const questionSchema = z.object({
  id: idSchema,
  ask: z.enum(['hello', 'status', 'sync', 'traces', 'stop']),
});
export type Question = z.infer<typeof questionSchema>;

export type Request =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'invalid'; readonly id: string | number | null; readonly message: string };

/** Reads one line of the protocol. Never throws. */
export function readRequest(line: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      kind: 'invalid',
      id: null,
      message: `not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (typeof value === 'object' && value !== null && 'ask' in value) {
    const question = questionSchema.safeParse(value);
    if (question.success) return { kind: 'question', question: question.data };
  }
  const event = eventSchema.safeParse(value);
  if (event.success) return { kind: 'event', event: event.data };
  return { kind: 'invalid', id: idOf(value), message: z.prettifyError(event.error) };
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
