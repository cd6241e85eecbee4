import type { CommandLine, Effect, Invocation } from '../../model/invocation.ts';
import type { RepoPath } from '../../model/path.ts';
import type { Happening } from '../../model/session.ts';
import type { RepositoryView } from '../../repository/view.ts';

/**
 * What a command line makes happen, in its order: of each invocation first what it does to files, then that it ran,
 * so that a formatter does not outdate its own run. Reads of a line that failed do not count, changes do.
 */
export function happeningsOf(
  command: CommandLine,
  exitCode: number | undefined,
  before: RepositoryView,
): readonly Happening[] {
  const effects = new Map<Invocation, Effect[]>();
  for (const effect of command.effects) effects.set(effect.by, [...(effects.get(effect.by) ?? []), effect]);
  const failed = exitCode !== undefined && exitCode !== 0;
  const touched = (some: readonly Effect[]) =>
    some.filter(({ kind }) => !(failed && kind === 'read')).map((effect) => touch(effect, before));
  const branch = before.branch();
  const happenings = command.invocations.flatMap((invocation): Happening[] => {
    const own = effects.get(invocation) ?? [];
    effects.delete(invocation);
    const writes = own.flatMap(writtenBy);
    return [
      ...touched(own),
      {
        kind: 'ran',
        invocation,
        exitCode,
        ...(branch !== undefined && { branch }),
        ...(writes.length > 0 && { writes }),
      },
    ];
  });
  return [...happenings, ...touched([...effects.values()].flat())];
}

function touch(effect: Effect, before: RepositoryView): Happening {
  const { kind, path, to } = effect;
  switch (kind) {
    case 'read':
      return { kind: 'read', path };
    case 'write':
      return { kind: 'changed', path, change: before.kind(path) === 'absent' ? 'create' : 'modify' };
    case 'delete':
      return { kind: 'changed', path, change: 'delete' };
    case 'rename':
      return { kind: 'changed', path: to ?? path, change: 'rename', from: path };
  }
}

function writtenBy({ kind, path, to }: Effect): readonly RepoPath[] {
  if (kind === 'read') return [];
  return to === undefined ? [path] : [path, to];
}

/** Longest argument that is remembered, in UTF-16 code units; a longer one becomes unknown. */
const LONGEST_ARGUMENT = 1000;

/** An invocation as a session keeps it: without the texts that only its own judgement needs. */
export function kept(invocation: Invocation): Invocation {
  const { stdin: _stdin, ...rest } = invocation;
  const fits = (text: string | undefined) => text === undefined || text.length <= LONGEST_ARGUMENT;
  return {
    ...rest,
    args: rest.args.map((arg) => (fits(arg) ? arg : undefined)),
    chain: rest.chain.map(shortened),
    text: shortened(rest.text),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_ARGUMENT ? `${text.slice(0, LONGEST_ARGUMENT)}…` : text;
}
