import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT_HAPPENINGS, newSession, remember } from '../../src/engine/session.ts';
import { restored, snapshotOf } from '../../src/engine/snapshot.ts';
import { sessionSnapshotSchema } from '../../src/engine/snapshot-schema.ts';
import { repoPath } from '../../src/model/path.ts';
import type { Session } from '../../src/model/session.ts';
import { happening } from './happenings.ts';

const throughJson = (session: Session) =>
  restored(sessionSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshotOf(session)))));

describe('a snapshot', () => {
  it('gives back the session it was taken of', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 150 }), fc.array(happening, { maxLength: 5 }), (before, after) => {
        const session = remember(newSession('s'), before);
        const again = throughJson(session);
        expect([...again.happened]).toEqual([...session.happened]);
        expect(remember(again, after).happened.end).toBe(before.length + after.length);
        expect(again.id).toBe('s');
      }),
      { numRuns: 60 },
    );
  });

  it('knows what was forgotten', () => {
    const many = Array.from({ length: 3 * KEPT_HAPPENINGS }, (_, index) => ({
      kind: 'read' as const,
      path: repoPath(`f${index}`),
    }));
    const session = remember(newSession('s'), many);
    const { happened } = throughJson(session);
    expect(happened).toMatchObject({
      length: session.happened.length,
      end: many.length,
      forgotten: session.happened.forgotten,
    });
  });

  it.each([
    ['another version', { version: 2 }],
    ['a path outside', { happened: [{ kind: 'read', at: 1, path: '../x' }] }],
    ['an unknown kind', { happened: [{ kind: 'slept', at: 1 }] }],
  ])('is refused with %s', (_, wrong) => {
    const right = { version: 1, id: 's', end: 0, forgotten: 0, happened: [] };
    expect(sessionSnapshotSchema.safeParse(right).success).toBe(true);
    expect(sessionSnapshotSchema.safeParse({ ...right, ...wrong }).success).toBe(false);
  });
});
