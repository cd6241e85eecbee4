import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/compiler/compilation.ts';
import { compile } from '../../src/compiler/compile.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const TREE = {
  'package.json': '{"name":"harbour"}',
  Makefile: 'seed:\n\tnode seed.js\n',
  'SECURITY.md': '# Security\n',
  'src/berth.ts': 'export {};\n',
};

async function became(prose: string): Promise<Outcome | undefined> {
  const { readings } = await compile(memoryView({ ...TREE, 'AGENTS.md': `# Harbour\n\n- ${prose}\n` }, 'main'), {});
  return readings[0];
}

/** A statement that is not held to, the reason that its author is given, and a rewording by its advice. */
const REASONS: readonly (readonly [prose: string, reason: string, reworded?: string])[] = [
  [
    'Use `make seed`.',
    '“make seed” is asked for, but not when: “run `make seed` before committing” can be checked',
    'Run `make seed` before committing.',
  ],
  [
    'See `SECURITY.md`.',
    '“SECURITY.md” is named, but not when: “when … changes, update `SECURITY.md`” can be checked',
    'When `src/` changes, update `SECURITY.md`.',
  ],
  ['Always use `src/`.', '“src/” is named, but not what belongs there or must not be done there'],
  [
    'Use `TideCodec` for berths.',
    '“TideCodec” is asked for, but not instead of what: “`TideCodec`, not …” can be checked',
    '`TideCodec`, not `RawCodec`.',
  ],
  ['Use TypeScript features.', '“typescript” is named, but not what is asked of it'],
  [
    'Prefer composition over inheritance.',
    'what shows “composition over inheritance” is not known; code to use or not to use, in backticks, can be checked',
    'Never use `extends Berth`.',
  ],
  [
    'Avoid stale `setState` closures.',
    '“stale closures” narrows “setState” down in a way we do not read; “never use `setState`” can be checked',
    'Never use `setState`.',
  ],
  [
    'Never use arrow function assignments.',
    '“assignments” narrows “arrow function” down in a way we do not read; “never use arrow function” can be checked',
    'Never use arrow functions.',
  ],
  [
    'Never use `eval` in the harbour.',
    'it is not clear where this holds: “in the harbour”; a path in backticks says it',
    'Never use `eval` in `src/`.',
  ],
  [
    'Every serialized berth needs a default.',
    'what it asks was not understood: name the command, path or code meant in backticks, or write a rule (bylaw draft)',
  ],
  [
    'Never invent tides.',
    '“invent tides” is not something we know how to look for; name the command, path or code meant in backticks, or write a rule (bylaw draft)',
  ],
  [
    'Mocks of `TideClock.now` must stand on their own.',
    'what it asks was not understood: say what must not be used (“never use `TideClock.now`”), or instead of what (“`TideClock.now`, not …”)',
    'Never use `TideClock.now`.',
  ],
  [
    'Never reorder berths while `make seed` works.',
    '“reorder berths” is not something we know how to look for; say when `make seed` has to run (“before committing”), or that it must not',
    'Never run `make seed`.',
  ],
];

describe.each(REASONS)('%s', (prose = '', reason = '', reworded) => {
  it('has a reason, with what would help', async () => {
    const outcome = await became(prose);
    expect([outcome?.status, outcome?.reason]).toEqual(['unread', reason]);
    expect(reason.length).toBeLessThan(150);
  });

  it.runIf(reworded !== undefined)('is held to in the words advised', async () => {
    expect((await became(reworded ?? ''))?.status).toBe('enforced');
  });
});
