import { appended, EMPTY, historyOf } from '../model/history.ts';
import type { Happened, Happening, History, Session } from '../model/session.ts';

/** Happenings that a session keeps when it grows too long; it grows to half as many more in between. */
export const KEPT_HAPPENINGS = 1000;
/** The newest happenings are never thinned out. */
const UNTOUCHED = KEPT_HAPPENINGS / 4;

export function newSession(id: string): Session {
  return { id, happened: EMPTY };
}

/** The session with these happenings added, in order. Costs the same however long the session is. */
export function remember(session: Session, news: readonly Happening[]): Session {
  let { happened } = session;
  for (const happening of news) {
    happened = appended(happened, { ...happening, at: happened.end + 1 });
    if (happened.length > 1.5 * KEPT_HAPPENINGS) happened = thinned(happened);
  }
  return happened === session.happened ? session : { ...session, happened };
}

/**
 * Of the older happenings that are alike keeps the newest, which is all that contracts ask for ("the last write of",
 * "the last successful run of"); what is still too much is forgotten from the oldest on.
 */
function thinned(long: History): History {
  const facts = [...long];
  const cut = facts.length - UNTOUCHED;
  const seen = new Set<string>();
  const kept: Happened[] = facts.slice(cut).reverse();
  for (const fact of facts.slice(0, cut).reverse()) {
    const key = keyOf(fact);
    if (!seen.has(key)) kept.push(fact);
    seen.add(key);
  }
  const forgotten = kept[KEPT_HAPPENINGS]?.at ?? long.forgotten;
  return historyOf(kept.slice(0, KEPT_HAPPENINGS).reverse(), long.end, forgotten);
}

function keyOf({ at: _at, ...fact }: Happened): string {
  return JSON.stringify(fact);
}
