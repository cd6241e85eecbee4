import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT_HAPPENINGS, newSession, remember } from '../../src/engine/session.ts';
import { repoPath } from '../../src/model/path.ts';
import type { Happening, Session } from '../../src/model/session.ts';
import { happening } from './happenings.ts';

const read = (name: string): Happening => ({ kind: 'read', path: repoPath(name) });
const pathsOf = (session: Session) => [...session.happened].map((fact) => ('path' in fact ? fact.path : ''));

describe('a session', () => {
  it('remembers the same however its news are parcelled', () => {
    fc.assert(
      fc.property(fc.array(fc.array(happening, { maxLength: 90 }), { maxLength: 5 }), (parcels) => {
        const parcelled = parcels.reduce(remember, newSession('s'));
        const whole = remember(newSession('s'), parcels.flat());
        expect([...parcelled.happened]).toEqual([...whole.happened]);
        expect([...whole.happened]).toEqual(parcels.flat().map((news, index) => ({ ...news, at: index + 1 })));
        expect(whole.happened.length).toBe(parcels.flat().length);
        expect(whole.happened.end).toBe(parcels.flat().length);
      }),
      { numRuns: 50 },
    );
  });

  it('stays as it was for whoever holds it', () => {
    let session = newSession('s');
    const held: Session[] = [];
    for (let index = 0; index < 200; index += 1) {
      held.push(session);
      session = remember(session, [read(`f${index}`)]);
    }
    const other = remember(held[100] ?? newSession('none'), [read('other')]);
    held.forEach((old, index) => {
      expect(old.happened.length).toBe(index);
    });
    expect(pathsOf(other).at(-1)).toBe('other');
    expect(pathsOf(session)[100]).toBe('f100');
  });

  it('keeps the newest of each kind of old happening', () => {
    const early = remember(newSession('s'), [read('first'), read('second'), read('first')]);
    const long = Array.from({ length: 3 * KEPT_HAPPENINGS }, (_, index) => read(`f${index % 50}`));
    const session = remember(early, long);
    expect(session.happened.length).toBeLessThanOrEqual(2 * KEPT_HAPPENINGS);
    expect(session.happened.forgotten).toBe(0);
    expect(pathsOf(session).slice(0, 2)).toEqual(['second', 'first']);
    expect(session.happened.end).toBe(long.length + 3);
    const places = [...session.happened].map(({ at }) => at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is bounded when nothing is like another, and says how much it forgot', () => {
    const session = remember(
      newSession('s'),
      Array.from({ length: 5 * KEPT_HAPPENINGS }, (_, index) => read(`f${index}`)),
    );
    const { happened } = session;
    expect(happened.length).toBeLessThanOrEqual(2 * KEPT_HAPPENINGS);
    expect(happened.forgotten).toBe(happened.end - happened.length);
  });
});
