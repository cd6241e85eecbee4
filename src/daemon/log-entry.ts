import * as z from 'zod';
import { violationSchema } from '../model/verdict.ts';

const common = {
  /** Grows by one with each entry; the order of the log, whatever the clock does. */
  n: z.int(),
  /** ISO 8601. */
  at: z.string(),
};

/** A line of `.bylaw/run/trace.jsonl`. */
export const logEntrySchema = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('event'),
    session: z.string(),
    id: z.union([z.string(), z.number()]).optional(),
    kind: z.string(),
    phase: z.string(),
    /** The command line or path, shortened; never a file's content. */
    what: z.string(),
    exitCode: z.int().optional(),
    decision: z.enum(['allow', 'warn', 'deny', 'error']),
    violations: z.array(violationSchema).optional(),
    error: z.string().optional(),
  }),
  z.object({
    ...common,
    type: z.literal('opened'),
    key: z.string(),
    session: z.string().optional(),
    violation: violationSchema,
  }),
  z.object({
    ...common,
    type: z.literal('closed'),
    key: z.string(),
    rule: z.string(),
    path: z.string(),
    session: z.string().optional(),
  }),
  z.object({
    ...common,
    type: z.literal('daemon'),
    what: z.enum(['start', 'stop', 'reload', 'broken', 'drift', 'settled', 'polling', 'note']),
    message: z.string(),
  }),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;

type WithoutPlace<E> = E extends LogEntry ? Omit<E, 'n' | 'at'> : never;
/** An entry before it has its number and time. */
export type LogNews = WithoutPlace<LogEntry>;

export function parseLogEntry(line: string): LogEntry | undefined {
  try {
    return logEntrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
