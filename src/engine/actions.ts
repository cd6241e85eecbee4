import type { readCommandLine } from '../checks/command/read.ts';
import type { Action } from '../checks/contract.ts';
import type { Event } from '../model/event.ts';
import { Failure } from '../model/failure.ts';
import type { CommandLine, Effect } from '../model/invocation.ts';
import { parseRepoPath, type RepoPath } from '../model/path.ts';
import { type Changes, overlay } from '../repository/overlay.ts';
import type { RepositoryView } from '../repository/view.ts';

/** An event taken apart: what is done, and the repository as it will be. */
export interface Deed {
  readonly actions: readonly Action[];
  readonly after: RepositoryView;
  /** Files whose content is known to change, with where the old content stood. */
  readonly rewritten: readonly { readonly path: RepoPath; readonly was: RepoPath }[];
  readonly changes: Changes;
}

const NOTHING: Changes = new Map();

/** The grammar of the shell and what is known of programs; who only looks at files is spared the load. */
let reader: typeof readCommandLine | undefined;

/** Rejects with a {@link Failure} `invalid-path` for a path outside the repository. */
export async function deedOf(event: Event, before: RepositoryView): Promise<Deed> {
  switch (event.kind) {
    case 'command': {
      reader ??= (await import('../checks/command/read.ts')).readCommandLine;
      const command = reader(event.command, parseRepoPath(event.cwd) ?? path('.'), before);
      const changes = effectChanges(command, before);
      return {
        actions: [{ kind: 'command', command }, ...command.effects.map((effect) => actionOf(effect, before))],
        after: overlay(before, changes),
        rewritten: [],
        changes,
      };
    }
    case 'write': {
      const file = path(event.path);
      const changes: Changes = new Map([[file, event.content]]);
      const change = before.kind(file) === 'file' ? 'modify' : 'create';
      return {
        actions: [{ kind: 'change', change, path: file, content: event.content }],
        after: overlay(before, changes),
        rewritten: [{ path: file, was: file }],
        changes,
      };
    }
    case 'delete': {
      const file = path(event.path);
      const changes: Changes = new Map([[file, undefined]]);
      return {
        actions: [{ kind: 'change', change: 'delete', path: file }],
        after: overlay(before, changes),
        rewritten: [],
        changes,
      };
    }
    case 'rename': {
      const from = path(event.from);
      const to = path(event.to);
      const content = before.read(from);
      const text = content?.kind === 'text' ? content.text : '';
      const changes: Changes = new Map<RepoPath, string | undefined>([
        [from, undefined],
        [to, text],
      ]);
      return {
        actions: [{ kind: 'change', change: 'rename', path: to, from, content: text }],
        after: overlay(before, changes),
        rewritten: [{ path: to, was: from }],
        changes,
      };
    }
    case 'read':
      return { actions: [{ kind: 'read', path: path(event.path) }], after: before, rewritten: [], changes: NOTHING };
    case 'stop':
      return { actions: [{ kind: 'stop' }], after: before, rewritten: [], changes: NOTHING };
    case 'session-start':
      return { actions: [], after: before, rewritten: [], changes: NOTHING };
  }
}

function path(text: string): RepoPath {
  const parsed = parseRepoPath(text);
  if (parsed === undefined) {
    throw new Failure('invalid-path', `the path lies outside the repository: ${text}`, {
      remedy: 'give a path relative to the root of the repository',
    });
  }
  return parsed;
}

function actionOf(effect: Effect, before: RepositoryView): Action {
  switch (effect.kind) {
    case 'read':
      return { kind: 'read', path: effect.path, by: effect.by };
    case 'delete':
      return { kind: 'change', change: 'delete', path: effect.path, by: effect.by };
    case 'write':
      return {
        kind: 'change',
        change: before.kind(effect.path) === 'absent' ? 'create' : 'modify',
        path: effect.path,
        by: effect.by,
      };
    case 'rename':
      return { kind: 'change', change: 'rename', path: effect.to ?? effect.path, from: effect.path, by: effect.by };
  }
}

function effectChanges(command: CommandLine, before: RepositoryView): Changes {
  const changes = new Map<RepoPath, string | undefined>();
  for (const effect of command.effects) {
    if (effect.kind === 'delete') changes.set(effect.path, undefined);
    if (effect.kind === 'rename' && effect.to !== undefined) {
      const content = before.read(effect.path);
      changes.set(effect.path, undefined);
      if (content?.kind === 'text') changes.set(effect.to, content.text);
    }
    if (effect.kind === 'write' && before.kind(effect.path) === 'absent') changes.set(effect.path, '');
  }
  return changes;
}
