import { describe, expect, it } from 'vitest';
import type { OpenViolation } from '../../src/daemon/ledger.ts';
import { createPresence } from '../../src/daemon/presence.ts';
import type { Event } from '../../src/model/event.ts';
import { repoPath } from '../../src/model/path.ts';

const HOUR = 3600 * 1000;
const read = (session: string): Event => ({ kind: 'read', phase: 'before', session, path: 'x' });
const done = (session: string): Event => ({ kind: 'read', phase: 'after', session, path: 'x' });
const open: OpenViolation = {
  key: 'k',
  path: repoPath('a'),
  violation: { rule: 'r', severity: 'error', message: 'm', source: { file: 'A.md', line: 1, endLine: 1, quote: 'q' } },
};

describe('presence', () => {
  it('has a session until it has been silent for long', () => {
    let now = 0;
    const presence = createPresence(() => now);
    presence.heard(read('one'));
    expect(presence.present()).toEqual(['one']);
    now += HOUR;
    expect(presence.present()).toEqual([]);
    expect(presence.authorOf(repoPath('a'))).toBeUndefined();
  });

  it('takes the one heard last for the author', () => {
    const presence = createPresence(() => 0);
    for (const session of ['one', 'two', 'one']) presence.heard(read(session));
    expect(presence.authorOf(repoPath('a'))).toBe('one');
  });

  it('tells nobody of what was mended before', () => {
    const presence = createPresence(() => 0);
    presence.heard(read('one'));
    presence.leave('one', open);
    presence.forget('k');
    expect(presence.deliver(done('one'))).toEqual([]);
  });

  it('keeps the news for a session that starts anew', () => {
    const presence = createPresence(() => 0);
    presence.heard(read('one'));
    presence.leave('one', open);
    presence.heard({ kind: 'session-start', phase: 'before', session: 'one' });
    expect(presence.deliver(done('one'))).toEqual([open]);
  });
});
