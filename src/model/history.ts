import type { Chapter, Happened, History } from './session.ts';

/** Happenings in a full chapter: adding one copies at most this many. */
const CHAPTER = 64;

export const EMPTY: History = history(undefined, 0, 0, 0);

function history(latest: Chapter | undefined, length: number, end: number, forgotten: number): History {
  return { latest, length, end, forgotten, [Symbol.iterator]: () => chronicle(latest) };
}

/** The history with one happening added; the one given stays as it is. */
export function appended(known: History, fact: Happened): History {
  const { latest } = known;
  const next: Chapter =
    latest !== undefined && latest.facts.length < CHAPTER
      ? { facts: [...latest.facts, fact], earlier: latest.earlier }
      : { facts: [fact], earlier: latest };
  return history(next, known.length + 1, fact.at, known.forgotten);
}

/** A history of these happenings, oldest first. */
export function historyOf(facts: readonly Happened[], end: number, forgotten: number): History {
  let latest: Chapter | undefined;
  for (let start = 0; start < facts.length; start += CHAPTER) {
    latest = { facts: facts.slice(start, start + CHAPTER), earlier: latest };
  }
  return history(latest, facts.length, end, forgotten);
}

function* chronicle(latest: Chapter | undefined): Generator<Happened> {
  const chapters: Chapter[] = [];
  for (let chapter = latest; chapter !== undefined; chapter = chapter.earlier) chapters.push(chapter);
  for (const chapter of chapters.reverse()) yield* chapter.facts;
}
