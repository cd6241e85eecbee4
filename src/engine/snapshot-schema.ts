import * as z from 'zod';
import type { Invocation } from '../model/invocation.ts';
import { repoPathSchema } from '../model/path-schema.ts';

const at = z.int().min(1);
/** `null` stands in JSON for what cannot be known. */
const nullable = z.string().nullable();

/** Knows all of an invocation: a field that it lacks is an error of types here. */
const invocationSchema = z.object({
  program: nullable,
  args: z.array(nullable),
  cwd: repoPathSchema.nullable(),
  under: z.array(z.array(z.string())),
  chain: z.array(z.string()),
  scripts: z.array(z.string()).exactOptional(),
  env: z.record(z.string(), nullable),
  text: z.string(),
  file: repoPathSchema.exactOptional(),
  places: z.record(z.string(), z.string()).exactOptional(),
  touches: z
    .array(
      z.object({
        kind: z.enum(['write', 'append', 'delete', 'rename', 'read']),
        path: nullable,
        to: nullable.exactOptional(),
      }),
    )
    .exactOptional(),
  orElse: z.boolean().exactOptional(),
  looped: z.boolean().exactOptional(),
  beside: z.boolean().exactOptional(),
  wraps: z.boolean().exactOptional(),
  translated: z.boolean().exactOptional(),
} satisfies Record<Exclude<keyof Invocation, 'stdin'>, z.ZodType>);
export type WrittenInvocation = z.output<typeof invocationSchema>;

const happenedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ran'),
    at,
    invocation: invocationSchema,
    exitCode: z.int().nullable(),
    branch: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('changed'),
    at,
    path: repoPathSchema,
    change: z.enum(['create', 'modify', 'delete', 'rename']),
    from: repoPathSchema.exactOptional(),
    ignored: z.boolean().exactOptional(),
    dependencies: z.boolean().exactOptional(),
    edits: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('read'), at, path: repoPathSchema }),
]);

/** A session as JSON. */
export const sessionSnapshotSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  end: z.int().min(0),
  forgotten: z.int().min(0),
  happened: z.array(happenedSchema),
});
export type SessionSnapshot = z.output<typeof sessionSnapshotSchema>;
