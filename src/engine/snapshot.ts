import { historyOf } from '../model/history.ts';
import type { Invocation } from '../model/invocation.ts';
import type { Happened, Session } from '../model/session.ts';
import type { SessionSnapshot, WrittenInvocation } from './snapshot-schema.ts';

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
