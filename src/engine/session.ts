import type { Happened, Session } from '../model/session.ts';

/** Happenings kept for one session; the oldest are forgotten first. */
export const MAX_HAPPENINGS = 5000;

export function newSession(id: string): Session {
  return { id, happened: [] };
}

/** What happened, before it has its place in a session. */
export type Happening = Happened extends infer H ? (H extends Happened ? Omit<H, 'at'> : never) : never;

/** The session with these happenings added, in order. */
export function remember(session: Session, news: readonly Happening[]): Session {
  if (news.length === 0) return session;
  const last = session.happened.at(-1)?.at ?? 0;
  const added = news.map((happened, index) => ({ ...happened, at: last + 1 + index }) as Happened);
  return { ...session, happened: [...session.happened, ...added].slice(-MAX_HAPPENINGS) };
}
