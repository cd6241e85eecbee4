import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Guard } from '../engine/guard.ts';
import { sessionSnapshotSchema } from '../engine/snapshot-schema.ts';
import { type Event, eventSchema } from '../model/event.ts';
import { parseRepoPath } from '../model/path.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** Events kept behind a snapshot before the next one is taken. */
const MOST_EVENTS = 100;
/** A session that nobody has heard of for this long (milliseconds) is over. */
const SESSION_LIFE = 7 * 24 * 3600 * 1000;

/**
 * What each session has done, on disk before its event is answered, so that a daemon that was killed goes on
 * where it was: one file a session, its first line a snapshot, then the events since. Contents are not kept.
 */
export interface Journal {
  /** Makes sure that this guard remembers the session. */
  recall(session: string, guard: Guard, view: RepositoryView): Promise<void>;
  /** Notes an event of phase `after` that the guard has taken, or the start of a session. */
  note(event: Event, guard: Guard): void;
}

interface Page {
  readonly guard: Guard;
  readonly ready: Promise<void>;
  /** Events behind the snapshot. */
  events: number;
}

export function openJournal(folder: string): Journal {
  const pages = new Map<string, Page>();
  sweep(folder);

  const replay = async (page: Page, session: string, view: RepositoryView): Promise<void> => {
    const [first, ...rest] = readLines(fileOf(folder, session));
    const snapshot = sessionSnapshotSchema.safeParse(parsed(first));
    if (snapshot.success && snapshot.data.id === session) page.guard.restore(snapshot.data);
    for (const line of snapshot.success ? rest : [first, ...rest]) {
      const event = eventOf(parsed(line), view);
      if (event?.session === session) await page.guard.take(event).catch(() => undefined);
      page.events += 1;
    }
  };

  const recalled = (session: string, guard: Guard, view: RepositoryView): Page => {
    const known = pages.get(session);
    if (known?.guard === guard) return known;
    let start: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      start = resolve;
    });
    const page: Page = { guard, events: 0, ready: begun.then(() => replay(page, session, view)) };
    pages.set(session, page);
    start();
    return page;
  };

  return {
    recall: (session, guard, view) => recalled(session, guard, view).ready,
    note(event, guard) {
      const file = fileOf(folder, event.session);
      const page = pages.get(event.session);
      if (event.kind === 'session-start') {
        rmSync(file, { force: true });
        if (page) page.events = 0;
        return;
      }
      if (event.phase !== 'after' || !page) return;
      page.events += 1;
      try {
        if (page.events > MOST_EVENTS) {
          writeFileSync(`${file}.new`, `${JSON.stringify(guard.snapshot(event.session))}\n`, { mode: 0o600 });
          renameSync(`${file}.new`, file);
          page.events = 0;
        } else appendFileSync(file, `${JSON.stringify(withoutContent(event))}\n`, { mode: 0o600 });
      } catch {
        // A full disk: the session lives on in memory, and the next note tries again.
      }
    },
  };
}

function fileOf(folder: string, session: string): string {
  return path.join(folder, `${createHash('sha256').update(session).digest('hex').slice(0, 24)}.jsonl`);
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > SESSION_LIFE) rmSync(file, { force: true });
  }
}

function withoutContent(event: Event): object {
  if (event.kind !== 'write') return event;
  const { content: _content, ...rest } = event;
  return rest;
}

function eventOf(value: unknown, view: RepositoryView): Event | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const path = 'path' in value && typeof value.path === 'string' ? parseRepoPath(value.path) : undefined;
  const content = path === undefined ? '' : (textOf(view, path) ?? '');
  return eventSchema.safeParse({ content, ...value }).data;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

function parsed(line: string | undefined): unknown {
  try {
    return line === undefined ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}
