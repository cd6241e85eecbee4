import { z } from 'zod';
import { historyOf } from '../model/history.ts';
import type { Invocation } from '../model/invocation.ts';
import { repoPathSchema } from '../model/path.ts';
import type { Happened, Session } from '../model/session.ts';

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
type WrittenInvocation = z.output<typeof invocationSchema>;

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

export function snapshotOf({ id, happened }: Session): SessionSnapshot {
  const facts = [...happened].map((fact): SessionSnapshot['happened'][number] => {
    if (fact.kind !== 'ran') return { ...fact };
    return { ...fact, exitCode: fact.exitCode ?? null, invocation: writtenOf(fact.invocation) };
  });
  return { version: 1, id, end: happened.end, forgotten: happened.forgotten, happened: facts };
}

/** The session of a snapshot that the schema has let through. */
export function restored({ id, end, forgotten, happened }: SessionSnapshot): Session {
  const facts = happened.map(
    (fact): Happened =>
      fact.kind === 'ran'
        ? { ...fact, exitCode: fact.exitCode ?? undefined, invocation: invocationOf(fact.invocation) }
        : fact,
  );
  return { id, happened: historyOf(facts, end, forgotten) };
}

function writtenOf(invocation: Invocation): WrittenInvocation {
  const { program, args, cwd, under, chain, scripts, env, touches, stdin: _stdin, ...rest } = invocation;
  return {
    ...rest,
    program: program ?? null,
    args: args.map(orNull),
    cwd: cwd ?? null,
    under: under.map((words) => [...words]),
    chain: [...chain],
    ...(scripts && { scripts: [...scripts] }),
    env: mapped(env, orNull),
    ...(touches && {
      touches: touches.map(({ kind, path, ...more }) => ({
        kind,
        path: orNull(path),
        ...('to' in more && { to: orNull(more.to) }),
      })),
    }),
  };
}

function invocationOf({ program, args, cwd, env, touches, ...rest }: WrittenInvocation): Invocation {
  return {
    ...rest,
    program: program ?? undefined,
    args: args.map(orUnknown),
    cwd: cwd ?? undefined,
    env: mapped(env, orUnknown),
    ...(touches && {
      touches: touches.map(({ kind, path, ...more }) => ({
        kind,
        path: orUnknown(path),
        ...('to' in more && { to: orUnknown(more.to ?? null) }),
      })),
    }),
  };
}

const orNull = (text: string | undefined): string | null => text ?? null;
const orUnknown = (text: string | null): string | undefined => text ?? undefined;

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
