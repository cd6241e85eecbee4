import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, type FileState } from '../../src/daemon/ledger.ts';
import { repoPath } from '../../src/model/path.ts';
import type { Violation } from '../../src/model/verdict.ts';

function violation(found: string, rule = 'r'): Violation {
  return { rule, severity: 'error', message: 'm', source: { file: 'A.md', line: 1, endLine: 1, quote: 'q' }, found };
}

const state = (path: string, ...found: readonly string[]): FileState => ({
  path: repoPath(path),
  violations: found.map((one) => violation(one)),
});

interface Case {
  readonly name: string;
  readonly before: readonly FileState[];
  readonly after: readonly FileState[];
  readonly opened: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'a new violation', before: [state('a')], after: [state('a', 'x')], opened: ['a'] },
  { name: 'one that stood there', before: [state('a', 'x')], after: [state('a', 'x')], opened: [] },
  { name: 'a second one like it', before: [state('a', 'x')], after: [state('a', 'x', 'x')], opened: ['a'] },
  { name: 'other order', before: [state('a', 'x', 'y')], after: [state('a', 'y', 'x')], opened: [] },
  {
    name: 'moved to another file',
    before: [state('a', 'x'), state('b')],
    after: [state('a'), state('b', 'x')],
    opened: [],
  },
  {
    name: 'copied to another file',
    before: [state('a', 'x'), state('b')],
    after: [state('a', 'x'), state('b', 'x')],
    opened: ['b'],
  },
  { name: 'a file that nobody knew', before: [], after: [state('new', 'x')], opened: ['new'] },
];

describe('the ledger', () => {
  it.each(CASES)('tells news from what is old: $name', ({ before, after, opened }) => {
    const ledger = createLedger();
    for (const one of before) ledger.adopt(one);
    expect(ledger.compare(after).opened.map(({ path }) => path)).toEqual(opened);
  });

  it('closes what is gone and opens it again when it comes back', () => {
    const ledger = createLedger();
    ledger.adopt(state('a'));
    const open = ledger.compare([state('a', 'x')]);
    ledger.settle([state('a', 'x')], open);
    expect(ledger.open()).toHaveLength(1);
    const close = ledger.compare([state('a')]);
    expect(close.closed).toHaveLength(1);
    ledger.settle([state('a')], close);
    expect(ledger.open()).toEqual([]);
    expect(ledger.compare([state('a', 'x')]).opened).toHaveLength(1);
  });

  it('never has open what does not stand, and says nothing twice', () => {
    const files = fc.constantFrom('a', 'b', 'c');
    const step = fc.tuple(files, fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const ledger = createLedger();
        const stand = new Map<string, readonly string[]>();
        for (const name of ['a', 'b', 'c']) ledger.adopt(state(name));
        const told = new Set<string>();
        for (const [name, found] of steps) {
          const now = state(name, ...found);
          const news = ledger.compare([now]);
          for (const { key } of news.opened) {
            expect(told.has(key)).toBe(false);
            told.add(key);
          }
          for (const { key } of news.closed) told.delete(key);
          ledger.settle([now], news);
          stand.set(name, found);
        }
        const standing = [...stand.values()].reduce((sum, found) => sum + found.length, 0);
        expect(ledger.open().length).toBe(standing);
        expect(ledger.compare([...stand].map(([name, found]) => state(name, ...found)))).toEqual({
          opened: [],
          closed: [],
        });
      }),
    );
  });
});
