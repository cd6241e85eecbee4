import * as z from 'zod';

const common = {
  id: z.union([z.string(), z.number()]).optional(),
  phase: z.enum(['before', 'after']).default('before'),
  session: z.string().default('default'),
};

/** What an agent does or has done: the event protocol. Paths are relative to the repository root. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('command'),
    command: z.string(),
    cwd: z.string().default('.'),
    exitCode: z.int().optional(),
  }),
  z.object({ ...common, kind: z.literal('write'), path: z.string(), content: z.string() }),
  z.object({ ...common, kind: z.literal('delete'), path: z.string() }),
  z.object({ ...common, kind: z.literal('rename'), from: z.string(), to: z.string() }),
  z.object({ ...common, kind: z.literal('read'), path: z.string() }),
  z.object({ ...common, kind: z.literal('stop') }),
  z.object({ ...common, kind: z.literal('session-start') }),
]);
export type Event = z.infer<typeof eventSchema>;
export type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;
