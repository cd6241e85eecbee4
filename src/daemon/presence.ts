import type { Event } from '../model/event.ts';
import type { RepoPath } from '../model/path.ts';
import type { OpenViolation } from './ledger.ts';

/** A session counts as present this long (milliseconds) after its last event. */
const PRESENT = 30 * 60 * 1000;
/** Paths remembered for one session. */
const MOST_PATHS = 1000;

interface Present {
  seen: number;
  readonly paths: Set<string>;
  /** Violations that it has not been told of. */
  readonly untold: Map<string, OpenViolation>;
  /** Told once; told again when it wants to stop. */
  readonly told: Map<string, OpenViolation>;
}

/** Who is at work, and who is to be told of what. */
export interface Presence {
  heard(event: Event): void;
  /** The session that a change most likely comes from: one that named the file, else the one heard last. */
  authorOf(path: RepoPath): string | undefined;
  leave(session: string, open: OpenViolation): void;
  forget(key: string): void;
  /** What a session is told at this event. Nothing before an event, everything that still stands when it stops. */
  deliver(event: Event): readonly OpenViolation[];
  present(): readonly string[];
}

/** `now`: a clock that never goes back, in milliseconds. */
export function createPresence(now: () => number = () => performance.now()): Presence {
  const sessions = new Map<string, Present>();
  const isPresent = ({ seen }: Present) => now() - seen < PRESENT;
  return {
    heard(event) {
      for (const [id, one] of sessions) if (!isPresent(one) && one.untold.size === 0) sessions.delete(id);
      const known = sessions.get(event.session);
      const one: Present =
        known && event.kind !== 'session-start'
          ? known
          : { seen: 0, paths: new Set(), untold: known?.untold ?? new Map(), told: new Map() };
      sessions.delete(event.session);
      sessions.set(event.session, one);
      one.seen = now();
      if (event.kind === 'write') one.paths.add(event.path);
      if (one.paths.size > MOST_PATHS) one.paths.clear();
    },
    authorOf(path) {
      const present = [...sessions].filter(([, one]) => isPresent(one)).reverse();
      return (present.find(([, one]) => one.paths.has(path)) ?? present[0])?.[0];
    },
    leave(session, open) {
      sessions.get(session)?.untold.set(open.key, open);
    },
    forget(key) {
      for (const one of sessions.values()) {
        one.untold.delete(key);
        one.told.delete(key);
      }
    },
    deliver(event) {
      const one = sessions.get(event.session);
      if (!one || (event.phase === 'before' && event.kind !== 'stop')) return [];
      const news = event.kind === 'stop' ? [...one.told.values(), ...one.untold.values()] : [...one.untold.values()];
      if (event.kind === 'stop') one.told.clear();
      else for (const open of news) one.told.set(open.key, open);
      one.untold.clear();
      return news;
    },
    present: () => [...sessions].filter(([, one]) => isPresent(one)).map(([id]) => id),
  };
}
