import { existsSync, mkdtempSync, readdirSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/daemon/journal.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard, type Guard } from '../../src/engine/guard.ts';
import type { Event } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { removeFolder } from '../setup/remove-folder.ts';

let folder: string;
const view = memoryView({ 'a.txt': 'text\n' });
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bylaw-journal-'));
});
afterEach(() => removeFolder(folder));

const guardOf = (): Guard => createGuard(createEngine([], view), view);
const write = (number: number): Event => ({
  kind: 'write',
  phase: 'after',
  session: 's',
  path: `f${number}.txt`,
  content: 'secret',
});

async function lived(events: readonly Event[]): Promise<Guard> {
  const guard = guardOf();
  const journal = openJournal(folder);
  for (const event of events) {
    await journal.recall(event.session, guard, view);
    await guard.take(event);
    journal.note(event, guard);
  }
  return guard;
}

async function recalled(session: string): Promise<readonly unknown[]> {
  const guard = guardOf();
  await openJournal(folder).recall(session, guard, view);
  return [...guard.session(session).happened];
}

describe('the journal', () => {
  it.each([0, 1, 3, 99, 100, 101, 250])('gives a session of %i events back', async (count) => {
    const guard = await lived(Array.from({ length: count }, (_, index) => write(index)));
    expect(await recalled('s')).toEqual([...guard.session('s').happened]);
  });

  it('keeps no contents', async () => {
    await lived([write(1)]);
    const { readFileSync } = await import('node:fs');
    for (const name of readdirSync(folder))
      expect(readFileSync(path.join(folder, name), 'utf8')).not.toContain('secret');
  });

  it('forgets with the start of a session', async () => {
    await lived([write(1), { kind: 'session-start', phase: 'before', session: 's' }]);
    expect(await recalled('s')).toEqual([]);
  });

  it('notes nothing of what was only asked', async () => {
    await lived([{ ...write(1), phase: 'before' }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('loses only the line that was being written', async () => {
    await lived([write(1), write(2)]);
    const file = path.join(folder, readdirSync(folder)[0] ?? '');
    expect(existsSync(file)).toBe(true);
    truncateSync(file, statSync(file).size - 5);
    expect(await recalled('s')).toHaveLength(1);
  });
});
