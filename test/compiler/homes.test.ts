import { heldTo } from './held.ts';

/** Where the thing to be used instead is made of what is ruled out. */
heldTo(
  [
    [
      [
        'Never call `fetchBerth()` directly; use the client in `src/lib/berths.ts`.',
        'Never call `fetchBerth()` directly. Use the client in `src/lib/berths.ts`.',
        "Don't call `fetchBerth()` directly — go through `src/lib/berths.ts`.",
        'Import the client from `src/lib/berths.ts` instead of `fetchBerth()`.',
        'Prefer the client (`src/lib/berths.ts`) over `fetchBerth()`.',
      ],
      ['src/a.ts: fetchBerth();', 'src/lib/other.ts: fetchBerth();'],
      ['src/lib/berths.ts: fetchBerth();'],
    ],
    [
      ['Only `src/berths` may call `fetchBerth()`.', 'Never call `fetchBerth()` outside `src/berths`.'],
      ['src/a.ts: fetchBerth();'],
      ['src/berths/a.ts: fetchBerth();'],
    ],
    ['Use the logger in `src/lib/log.ts`.', ['src/a.ts: console.log(1);'], ['src/lib/log.ts: console.log(1);']],
    [
      "Don't use `fetchBerth()` in `src/lib/berths.ts`.",
      ['src/lib/berths.ts: fetchBerth();'],
      ['src/a.ts: fetchBerth();'],
    ],
    [
      ['Components are named exports in PascalCase files.', 'One component per PascalCase file.'],
      ['src/components/berth-card.tsx: export const a = 1;'],
      ['src/lib/tide-table.ts: export const a = 1;', 'scripts/set-up.sh: echo 1'],
    ],
  ],
  {
    'package.json': '{"name":"port"}',
    'src/a.ts': 'export const a = 1;\n',
    'src/lib/berths.ts': 'export const b = 1;\n',
    'src/lib/log.ts': 'export const b = 1;\n',
    'src/components/Card.tsx': 'export const c = 1;\n',
    'scripts/run.sh': 'echo\n',
  },
);
