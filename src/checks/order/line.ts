import type { CommandLine, Effect, Invocation } from '../../model/invocation.ts';
import type { RepoPath } from '../../model/path.ts';
import type { ChangeKind, Happening } from '../../model/session.ts';
import { dependenciesDiffer } from '../../repository/declared-dependencies.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import { editsOf } from './edits.ts';

/**
 * What a command line makes happen, in its order: of each invocation first what it does to files, then that it ran,
 * so that a formatter does not outdate its own run. Reads of a line that failed do not count, changes do.
 */
export function happeningsOf(
  command: CommandLine,
  exitCode: number | undefined,
  before: RepositoryView,
): readonly Happening[] {
  const effects = effectsByText(command.effects);
  const failed = exitCode !== undefined && exitCode !== 0;
  const branch = before.branch();
  return command.invocations.flatMap((each, index): Happening[] => {
    // The end of what runs beside the line shows in the line's end only if something waits for it.
    const waited = command.invocations.some(
      ({ program, args }, at) => at > index && program === 'wait' && args.length > 0,
    );
    const invocation = each.beside === true && !waited ? { ...each, orElse: true } : each;
    const own = effects.get(invocation.text)?.shift() ?? [];
    return [
      ...own.filter(({ kind }) => !(failed && kind === 'read')).map((effect) => touch(effect, before)),
      { kind: 'ran', invocation, exitCode, ...(branch !== undefined && { branch }) },
    ];
  });
}

/** The effects of each invocation, by its text and in the order of the line, since one text may stand there twice. */
function effectsByText(effects: readonly Effect[]): ReadonlyMap<string, Effect[][]> {
  const found = new Map<string, Effect[][]>();
  let last: Effect[] | undefined;
  for (const effect of effects) {
    const { text } = effect.by;
    if (last?.[0]?.by === effect.by) last.push(effect);
    else {
      last = [effect];
      const others = found.get(text);
      if (others) others.push(last);
      else found.set(text, [last]);
    }
  }
  return found;
}

function touch({ kind, path, to }: Effect, before: RepositoryView): Happening {
  switch (kind) {
    case 'read':
      return { kind: 'read', path };
    case 'write':
      return changed(path, before.kind(path) === 'absent' ? 'create' : 'modify', undefined, before);
    case 'delete':
      return changed(path, 'delete', undefined, before);
    case 'rename':
      return changed(to ?? path, 'rename', path, before);
  }
}

/** A change as a happening; `content` is the file's whole new text, where it is known. */
export function changed(
  path: RepoPath,
  change: ChangeKind,
  from: RepoPath | undefined,
  before: RepositoryView,
  content?: string,
  withEdits = false,
): Extract<Happening, { kind: 'changed' }> {
  const ignored = before.ignored(path) && (from === undefined || before.ignored(from));
  const told = content !== undefined || change === 'delete';
  const dependencies = told && dependenciesDiffer(path, textOf(before, path), content);
  return {
    kind: 'changed',
    path,
    change,
    ...(from !== undefined && { from }),
    ...(ignored && { ignored }),
    ...(dependencies && { dependencies }),
    ...(withEdits && told && { edits: editsOf(textOf(before, from ?? path), content) }),
  };
}

/** Longest text, in UTF-16 code units, and longest list that are remembered. A longer argument becomes unknown. */
const LONGEST_TEXT = 500;
const LONGEST_LIST = 50;

/** An invocation as a session keeps it: bounded, and without the texts that only its own judgement needs. */
export function kept(invocation: Invocation): Invocation {
  const { stdin: _stdin, touches, scripts, places, ...rest } = invocation;
  const env = Object.entries(rest.env).slice(0, LONGEST_LIST);
  return {
    ...rest,
    args: rest.args.slice(0, LONGEST_LIST).map(short),
    under: rest.under.slice(0, LONGEST_LIST).map((words) => words.slice(0, LONGEST_LIST).map(shortened)),
    chain: rest.chain.slice(0, LONGEST_LIST).map(shortened),
    env: Object.fromEntries(env.map(([name, value]) => [shortened(name), short(value)])),
    text: shortened(rest.text),
    ...(scripts && { scripts: scripts.slice(0, LONGEST_LIST).map(shortened) }),
    ...(places && { places: Object.fromEntries(Object.entries(places).filter(([at]) => Number(at) < LONGEST_LIST)) }),
    ...(touches && { touches: touches.slice(0, LONGEST_LIST) }),
  };
}

function short(text: string | undefined): string | undefined {
  return text === undefined || text.length <= LONGEST_TEXT ? text : undefined;
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
