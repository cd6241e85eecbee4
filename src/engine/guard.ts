import type { Action } from '../checks/contract.ts';
import type { Event } from '../model/event.ts';
import type { RepoPath } from '../model/path.ts';
import type { Session } from '../model/session.ts';
import type { Verdict } from '../model/verdict.ts';
import { overlay } from '../repository/overlay.ts';
import type { RepositoryView } from '../repository/view.ts';
import { deedOf } from './actions.ts';
import type { Engine } from './engine.ts';
import { type Happening, newSession, remember } from './session.ts';

interface Remembered {
  session: Session;
  /** Contents that were reported as written but do not stand on disk (yet); they are laid over the view. */
  readonly reported: Map<RepoPath, string | undefined>;
}

/** Judges a stream of events over sessions. The doors (stdio server, daemon, hooks) each hold one. */
export interface Guard {
  /** Throws a Failure for an event with a path outside the repository. */
  take(event: Event): Promise<Verdict>;
  session(id: string): Session;
}

export function createGuard(engine: Engine, view: RepositoryView): Guard {
  const sessions = new Map<string, Remembered>();
  const open = (id: string): Remembered => {
    const known = sessions.get(id) ?? { session: newSession(id), reported: new Map() };
    sessions.set(id, known);
    return known;
  };

  return {
    session: (id) => open(id).session,
    async take(event) {
      if (event.kind === 'session-start') sessions.delete(event.session);
      const known = open(event.session);
      for (const [path, content] of known.reported) {
        if (
          view.read(path) !== undefined
            ? content !== undefined && textAt(view, path) === content
            : content === undefined
        )
          known.reported.delete(path);
      }
      const before = overlay(view, known.reported);
      const verdict = await engine.judge(event, before, known.session);
      if (event.phase === 'after') {
        const deed = deedOf(event, before);
        for (const [path, content] of deed.changes) known.reported.set(path, content);
        known.session = remember(
          known.session,
          deed.actions.flatMap((action) => happeningOf(action, event.kind === 'command' ? event.exitCode : undefined)),
        );
      }
      return verdict;
    },
  };
}

function textAt(view: RepositoryView, path: RepoPath): string | undefined {
  const content = view.read(path);
  return content?.kind === 'text' ? content.text : undefined;
}

function happeningOf(action: Action, exitCode: number | undefined): readonly Happening[] {
  switch (action.kind) {
    case 'command':
      return [{ kind: 'ran', invocations: action.command.invocations, exitCode }];
    case 'change':
      return [
        {
          kind: 'changed',
          path: action.path,
          change: action.change,
          ...(action.from !== undefined && { from: action.from }),
        },
      ];
    case 'read':
      return [{ kind: 'read', path: action.path }];
    case 'stop':
      return [];
  }
}
