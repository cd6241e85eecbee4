import { heldTo } from './held.ts';

/** A ban, a colon, and why it stands or what to use instead. */
heldTo(
  [
    [
      ['Never use `oldClock()`: use `newClock()`.', '**Never use `oldClock()`**: use `newClock()` instead'],
      ['src/a.ts: oldClock();'],
      ['src/a.ts: newClock();'],
    ],
    [
      ['Avoid `berthAll()`: it blocks the harbour.', "Don't use `berthAll()`: deadlocks.", 'No `berthAll()`: slow'],
      ['src/a.ts: berthAll();'],
      ['src/a.ts: berthOne();'],
    ],
    [
      "Don't use default exports: they hurt renames.",
      ['src/a.ts: export default 1;'],
      ['src/a.ts: export const a = 1;'],
    ],
    ['No barrel files: import straight from the module.', ['src/b/index.ts: export * from "./c";'], []],
    ['Never use `npm`: use `pnpm`.', ['$ npm install'], ['$ pnpm install']],
    [
      'Avoid `craneLog` in `src/api`: use `tideLog`.',
      ['src/api/a.ts: craneLog(1);'],
      ['src/a.ts: craneLog(1);', 'src/api/a.ts: tideLog(1);'],
    ],
    [
      'Never commit build output: `dist/`, `out/`.',
      ['$ git add -f dist/a.js && git commit -m x'],
      ['src/a.ts: export {};'],
    ],
    ['Never use `Row` as a component name.', [], ['src/a.ts: const b = Row();']],
    ['Never use `craneSort()` as a shortcut.', ['src/a.ts: craneSort();'], ['src/a.ts: sort();']],
  ],
  { 'package.json': '{"name":"port"}', 'src/a.ts': 'export const a = 1;\n', 'src/api/b.ts': 'export const b = 1;\n' },
);
