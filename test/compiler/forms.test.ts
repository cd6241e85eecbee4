import { type Case, heldTo } from './held.ts';

const CASES: readonly Case[] = [
  [
    ['Always await `flushAll()`.', '`flushAll()` must be awaited.', 'Never call `flushAll()` without `await`.'],
    ['src/a.ts: flushAll();', 'src/a.ts: void queue.flushAll();', 'src/a.py: async def b():\n    flushAll()\n'],
    ['src/a.ts: await queue.flushAll();', 'src/a.ts: export const b = () => flushAll();', 'src/a.ts: flush();'],
  ],
  [
    'Use `await expect(shape).toMatchShape()` for outlines.',
    ['tests/a.test.ts: expect(b).toMatchShape();'],
    ['tests/a.test.ts: await expect(b).toMatchShape();', 'tests/a.test.ts: expect(b).toBe(1);'],
  ],
  ['Await the review before you merge.', [], ['src/a.ts: flushAll();']],
  [
    [
      'Every `v.text()` must have a `.max()`.',
      'Chain `.max()` on every `v.text()`.',
      'Add `.max()` to `v.text()`.',
      'Never use `v.text()` without `.max()`.',
    ],
    ['src/a.ts: const b = v.text();', 'src/a.ts: const b = v.text().min(1);'],
    ['src/a.ts: const b = v.text().min(1).max(3);', 'src/a.ts: const b = v.count();'],
  ],
  ['Use `.max()` when a list may grow.', [], ['src/a.ts: const b = v.text();']],
  [
    [
      'Use `clock.freeze()` in `beforeEach` and `clock.release()` in `afterEach`.',
      'Call `clock.freeze(0)` in `beforeEach` and `clock.release()` in `afterEach`.',
    ],
    [
      'tests/a.test.ts: beforeEach(() => { clock.freeze(5); });',
      'tests/a.test.ts: beforeEach(() => { clock.freeze(5); });\nafterEach(() => { clock.check(); });',
    ],
    [
      'tests/a.test.ts: beforeEach(() => { clock.freeze(5); });\nafterEach(() => { clock.release(); });',
      'tests/a.test.ts: it("b", () => {});',
    ],
  ],
  ['Use `clock.freeze()` in `beforeEach`.', [], ['tests/a.test.ts: it("b", () => { clock.freeze(5); });']],
  [
    [
      "`Paths::add('{rest}', …)` must stay last in `src/paths.php`.",
      "The catch-all `Paths::add('{rest}', ...)` must remain the last entry in `src/paths.php`.",
      "Keep `Paths::add('{rest}', …)` at the end of `src/paths.php`.",
    ],
    ["src/paths.php: <?php\nPaths::add('{rest}', B::class)\n    ->name('c');\nPaths::add('d', E::class);\n"],
    ["src/paths.php: <?php\nPaths::add('d', E::class);\nPaths::add('{rest}', B::class);\n"],
  ],
  [
    '`server.use(onError)` must come last in `src/server.ts`.',
    ['src/server.ts: server.use(onError);\nserver.use(log);\n'],
    ['src/server.ts: server.use(log);\nserver.use(onError);\nserver.listen(1);\n'],
  ],
  [
    [
      'Never disable `no-shadowing`.',
      'Do not suppress the `no-shadowing` rule.',
      'Always fix `no-shadowing` warnings instead of hiding them.',
      'Never ignore `no-shadowing` errors.',
    ],
    [
      'src/a.ts: // eslint-disable-next-line no-shadowing\nf();',
      'src/a.ts: /* eslint-disable no-other, no-shadowing */\nf();',
      'lint.json: {"rules": {"no-shadowing": "off"}}',
    ],
    ['src/a.ts: // eslint-disable-next-line no-other\nf();', 'src/a.ts: // see no-shadowing\nf();'],
  ],
  ['Never ignore `clock/late` failures.', [], ['src/a.ts: // eslint-disable-next-line no-shadowing\nf();']],
  ["Don't disable the `strict` option.", [], ['src/a.ts: // eslint-disable-next-line strict\nf();']],
  [
    ['Acronyms: use `ID`, not `Id`.', 'Write `ID`, not `Id`, in identifiers.', 'Names have `userID`, not `userId`.'],
    ['src/a.ts: const userId = 1;', 'src/a.go: package a\n\nfunc find(gistId string) {}\n'],
    ['src/a.ts: const userID = 1;', 'src/a.ts: const identity = { userId: 1 };', 'src/a.ts: const idle = "userId";'],
  ],
  [
    'Use `Id`, not `ID`, in names.',
    ['src/a.ts: const userID = 1;'],
    ['src/a.ts: const userId = 1;', 'src/a.ts: const USER_ID = 1;'],
  ],
  [
    [
      'Never name a variable `data`.',
      'No generic variable names (`data`, `info`).',
      'Avoid variable names like `data`.',
      "Don't use `data` as a variable name.",
    ],
    ['src/a.ts: const data = 1;', 'src/a.py: def b(data):\n    pass\n'],
    ['src/a.ts: const dataSet = 1;', 'src/a.ts: const b = { data: 1 };', 'src/a.ts: use(b.data);'],
  ],
  ['No variables named after colleagues.', [], ['src/a.ts: const data = 1;']],
  [
    ['Use `waitUntil` and `openAll` from `tests/support/`.', 'Import `waitUntil` from `tests/support/`.'],
    ["src/a.test.ts: import { waitUntil } from '@acme/waiting';\nwaitUntil();"],
    [
      "src/a.test.ts: import { waitUntil } from '../tests/support/wait';\nwaitUntil();",
      "src/a.test.ts: import { waitUntil } from '@/support/wait';\nwaitUntil();",
      "tests/support/wait.ts: import { waitUntil } from '@acme/waiting';\nexport const b = waitUntil;",
    ],
  ],
  [
    'Use `renderWithStore` from `tests/support/`.',
    ["src/a.test.ts: import { render } from '@testing-library/react';\nrender(b);"],
    ["tests/support/b.ts: import { render } from '@testing-library/react';\nexport const c = render;"],
  ],
  ['Use data from `tests/support/`.', [], ["src/a.test.ts: import { data } from '@acme/data';\nuse(data);"]],
];

heldTo(CASES, {
  'package.json': '{"name":"shop"}',
  'src/a.ts': '',
  'src/a.py': '',
  'src/a.go': 'package a\n',
  'src/paths.php': '<?php\n',
  'src/server.ts': '',
  'tests/support/wait.ts': '',
});
