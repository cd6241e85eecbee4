import { askForEdits } from '../checks/order/edits.ts';
import { changed, happeningsOf, kept } from '../checks/order/line.ts';
import type { Event } from '../model/event.ts';
import type { Happening, Session } from '../model/session.ts';
import type { Verdict } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import { type Deed, deedOf } from './actions.ts';
import { createComing } from './coming.ts';
import type { Engine } from './engine.ts';
import { createReported, type Reported } from './reported.ts';
import { newSession, remember } from './session.ts';
import { restored, snapshotOf } from './snapshot.ts';
import type { SessionSnapshot } from './snapshot-schema.ts';

/** Sessions held at once; the one not heard of for longest is forgotten first. */
const MOST_SESSIONS = 50;

interface Held {
  session: Session;
  reported: Reported;
  /** Settles when the event before has been taken: events of a session are judged one after the other. */
  turn: Promise<unknown>;
}

/** Judges a stream of events over sessions. The doors (stdio server, daemon, hooks) each hold one. */
export interface Guard {
  /**
   * Judges an event; one of phase `after` is then remembered in its session, one of phase `before` does not touch it.
   * Rejects with a Failure for an event with a path outside the repository.
   */
  take(event: Event): Promise<Verdict>;
  session(id: string): Session;
  /** What a session remembers, as JSON; contents that were reported but never stood on disk are left out. */
  snapshot(id: string): SessionSnapshot;
  /** Puts a session in the place of what is held under its id. */
  restore(snapshot: SessionSnapshot): void;
}

export function createGuard(engine: Engine, disk: RepositoryView): Guard {
  const sessions = new Map<string, Held>();
  const coming = createComing();
  const withEdits = askForEdits(engine.rules);

  const hold = (session: Session): Held => {
    const held = { session, reported: createReported(), turn: Promise.resolve() };
    sessions.set(session.id, held);
    for (const id of sessions.keys()) {
      if (sessions.size <= MOST_SESSIONS) break;
      sessions.delete(id);
    }
    return held;
  };
  const open = (id: string): Held => {
    const held = sessions.get(id);
    if (!held) return hold(newSession(id));
    sessions.delete(id);
    sessions.set(id, held);
    return held;
  };
  const judge = async (event: Event, held: Held): Promise<Verdict> => {
    if (event.kind === 'session-start') {
      held.session = newSession(event.session);
      held.reported = createReported();
    }
    const now = held.reported.over(disk);
    const deed = await deedOf(event, now);
    const verdict = await engine.judge(event, now, held.session, deed);
    if (event.phase === 'before') coming.expect(deed, now);
    else {
      const before = coming.before(deed, now);
      held.session = remember(
        held.session,
        newsOf(before === now ? deed : await deedOf(event, before), event, before, withEdits),
      );
      // What a failed command has left undone only the disk can tell.
      if (!hasFailed(event)) held.reported.add(deed.changes, disk);
    }
    return verdict;
  };

  return {
    session: (id) => sessions.get(id)?.session ?? newSession(id),
    snapshot: (id) => snapshotOf(sessions.get(id)?.session ?? newSession(id)),
    restore: (snapshot) => {
      hold(restored(snapshot));
    },
    take(event) {
      const held = open(event.session);
      const verdict = held.turn.then(() => judge(event, held));
      held.turn = verdict.catch(() => undefined);
      return verdict;
    },
  };
}

function hasFailed(event: Event): boolean {
  return event.kind === 'command' && event.exitCode !== undefined && event.exitCode !== 0;
}

/** What a session remembers of a deed. The changes and reads of a command stand at their place in its line. */
function newsOf(deed: Deed, event: Event, before: RepositoryView, withEdits: boolean): readonly Happening[] {
  return deed.actions.flatMap((action): readonly Happening[] => {
    if (action.kind === 'command') {
      const line = happeningsOf(action.command, event.kind === 'command' ? event.exitCode : undefined, before);
      return line.map((part) => (part.kind === 'ran' ? { ...part, invocation: kept(part.invocation) } : part));
    }
    if (action.kind === 'stop' || action.by) return [];
    if (action.kind === 'read') return [{ kind: 'read', path: action.path }];
    return [changed(action.path, action.change, action.from, before, action.content, withEdits)];
  });
}
