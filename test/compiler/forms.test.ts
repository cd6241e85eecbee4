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
  [
    ['Wrap waits (`signal.wait()`) in `time_limit(5)`.', 'Calls to `signal.wait()` must be wrapped in `time_limit()`.'],
    ['src/a.py: signal.wait()\n'],
    ['src/a.py: with time_limit(3):\n    signal.wait()\n', 'src/a.py: signal.waiting()\n'],
  ],
  [
    [
      "Older files use `oldQuery()`. Don't add to them.",
      'A few modules call `oldQuery()`; do not add new ones.',
      "Some code still uses `oldQuery()`, which we want to drop - burn that down, don't add to it.",
    ],
    ['src/a.ts: oldQuery();'],
    ['src/a.ts: newQuery();'],
  ],
  ['Older files use `oldQuery()`.', [], ['src/a.ts: oldQuery();']],
  [
    ['Never call `store::disk` on `raw_name()`.', 'Use the helpers, not `store::disk` on `raw_name()`.'],
    ['src/a.rs: fn b() { store::disk::read(c.raw_name()); }', 'src/a.rs: fn b() { disk::read(raw_name()); }'],
    ['src/a.rs: fn b() { store::disk::read(c); }', 'src/a.rs: fn b() { other(raw_name()); }'],
  ],
  [
    ['Never pass `secret()` to `report()`.', 'Never call `report()` on `secret()`.'],
    ['src/a.ts: report(secret());', 'src/a.py: b.report(1, secret())\n'],
    ['src/a.ts: report(secrets());', 'src/a.ts: keep(secret());'],
  ],
  ['Never call `report()` on Sundays.', [], ['src/a.ts: keep(secret());']],
  [
    ['Never implement `Borrow<Name>` for our wrappers.', 'No leaks: never `Borrow<Name>` on public types.'],
    ['src/a.rs: impl<T> Borrow<Name> for B<T> {}'],
    ['src/a.rs: fn b<T: Borrow<Name>>(c: T) {}', 'src/a.rs: impl Borrow<Other> for B {}'],
  ],
  [
    'Never implement `Deref<Target=Name>` for our wrappers.',
    ['src/a.rs: impl Deref for B { type Target = Name; }'],
    ['src/a.rs: impl Deref for B { type Target = Other; }'],
  ],
  [
    ['Capitalize the first word only: Acme store, not Acme Store.', 'Write Acme store, not Acme Store.'],
    ['src/b.tsx: const b = <p>The Acme Store is open</p>;', 'docs/a.md: The Acme Store is open.'],
    ['src/b.tsx: const b = <p>The Acme store is open</p>;', 'src/a.ts: const AcmeStore = 1;'],
  ],
  ['Write GitHub, not Github.', ['docs/a.md: See Github.'], ['docs/a.md: See https://Github.com/b and GitHub.']],
  ['Write names, not numbers.', [], ['docs/a.md: Numbers stand here.']],
  [
    ['Avoid permanent `console.*` diagnostics.', 'No leftover `console.*` output.'],
    ['src/a.ts: console.warn(1);'],
    ['src/a.ts: if (import.meta.env.DEV) console.debug(1);', 'src/a.ts: const b = "console.log(1)";'],
  ],
  ['No clever `console.*` tricks.', [], ['src/a.ts: console.warn(1);']],
  [
    ['Never use `no_run`/`ignore` doctest fences.', 'No `ignore` code fences.'],
    ['src/a.rs: //! ```ignore\n//! let b;\n//! ```\nfn c() {}\n'],
    ['src/a.rs: //! ```\n//! let ignore;\n//! ```\nfn c() {}\n'],
  ],
  [
    'Cross-references: `[`Name`][]` not `:class:`Name`` / `:func:`',
    ['src/a.py: def b():\n    """See :func:`c`."""\n', 'src/a.py: def b():\n    """See :class:`C`."""\n'],
    ['src/a.py: def b():\n    """See [`c`][]."""\n'],
  ],
  [
    'Dashes: spaced ` — `, never tight `word—word`, and no `–` as a sentence dash.',
    ['docs/a.md: It is fast—too fast.', 'docs/a.md: It is fast – too fast.'],
    ['docs/a.md: It is fast — too fast.', 'docs/a.md: 3–5 of them.'],
  ],
  [
    'Use `is not null`/`is null` over `!= null`/`== null`.',
    [
      'src/A.cs: class B { bool C(string? d) { return d != null; } }',
      'src/A.cs: class B { bool C(string? d) => d == null; }',
    ],
    ['src/A.cs: class B { bool C(string? d) => d is null; }'],
  ],
  [
    'Never use `store::disk::*`.',
    ['src/a.rs: fn b() { store::disk::open(c); }'],
    ['src/a.rs: fn b() { store::other::open(c); }', 'src/a.rs: // store::disk::open\n'],
  ],
  [
    "Never call `waitFor('idle')`.",
    ["src/a.ts: page.waitFor('idle', { timeout: 1 });", 'src/a.ts: waitFor("idle");'],
    ["src/a.ts: page.waitFor('load');"],
  ],
  [
    ['# Notes\n\n## Testing\n\n- Never use `sleepFor()`.\n', '# Notes\n\n- Async tests: never use `sleepFor()`.\n'],
    ['tests/a.test.ts: sleepFor(1);'],
    ['src/a.ts: sleepFor(1);'],
  ],
  [
    '`except Exception:` is forbidden unless in top-level handlers.',
    ['src/a.py: def b():\n    try:\n        c()\n    except Exception:\n        pass\n'],
    ['src/a.py: def main():\n    try:\n        c()\n    except Exception:\n        pass\n'],
  ],
  [
    ['Never call `pause()` with a fixed duration.', 'No `pause()` with hard-coded delays.'],
    ['src/a.py: pause(3)\n', 'src/a.ts: clock.pause(0.5);'],
    ['src/a.py: pause(length)\n', 'src/a.ts: clock.resume(3);'],
  ],
  ['Avoid `pause()` with a fixed duration to wait for replies.', [], ['src/a.py: pause(3)\n']],
  [
    ['`src/paths.php` must call `register()`.', '`src/paths.php` has to define `register()`.'],
    ['src/paths.php: <?php\nother();\n', 'src/paths.php: <?php\n// register()\n'],
    ['src/paths.php: <?php\nregister(1);\n', 'src/server.ts: other();'],
  ],
  [
    ['Every plugin exposes an `init()` function.', 'All plugins must export `init()`.'],
    ['src/plugins/new.ts: export function setUp() {}'],
    ['src/plugins/new.ts: export const init = () => 1;', 'src/plugins/index.ts: export {};', 'src/a.ts: run();'],
  ],
  ['`src/paths.php` uses `settle()` to start.', [], ['src/paths.php: <?php\nother();\n']],
  ['Every function calls `init()`.', [], ['src/plugins/new.ts: export function setUp() {}']],
  ['Every plugin may call `init()`.', [], ['src/plugins/new.ts: export function setUp() {}']],
  [
    [
      'Prefer `SHOP_BASE_URL`; `SHOP_HOST` is deprecated and is only kept for old tests.',
      '`SHOP_HOST` is deprecated and kept for compatibility tests.',
    ],
    [
      'src/a.py: os.environ.get("SHOP_HOST")\n',
      'README.md: ```bash\nexport SHOP_HOST="b"\n```\n',
      '$ SHOP_HOST=b make run',
      '$ export SHOP_HOST=b',
    ],
    ['tests/test_a.py: setenv("SHOP_HOST")\n', '$ rg SHOP_HOST src', 'README.md: `SHOP_HOST` is gone.\n'],
  ],
  [
    'Do not set `API_MODE=live`.',
    ['$ API_MODE=live make run', '$ echo "API_MODE=live" >> .env'],
    ['$ API_MODE=test make run', '$ echo API_MODE=live'],
  ],
  [
    'Always pass `encoding=` to text-mode `open()` and `subprocess` text pipes.',
    ['src/a.py: import subprocess\nsubprocess.run(["b"], text=True)\n', 'src/a.py: open("notes.txt")\n'],
    ['src/a.py: import subprocess\nsubprocess.run(["b"])\n', 'src/a.py: open("notes.txt", "rb")\n'],
  ],
  ['Use axios for HTTP requests.', ["src/a.ts: import got from 'got';"], ["src/a.ts: import axios from 'axios';"]],
  ['Some scripts use axios.', [], ["src/a.ts: import got from 'got';"]],
  [
    'Every module has one file; `src/a.ts` must not use `export { … } from`.',
    ['src/a.ts: export {\n  b,\n  c as d,\n} from "./b";'],
    ['src/a.ts: export { b };'],
  ],
  [
    'Never use `oldFetch()`.',
    ['src/a.vue: <script setup lang="ts">\noldFetch();\n</script>\n'],
    ['src/a.vue: <script setup lang="ts">\nnewFetch();\n</script>\n<template><p>old</p></template>\n'],
  ],
  [
    'In `examples/`, prefer `tool()` over `legacy_tool()`.',
    ['examples/a.md: # B\n\n```python\nlegacy_tool()\n```\n'],
    ['examples/a.md: # B\n\n```python\ntool()\n```\n', 'docs/a.md: # B\n\n```python\nlegacy_tool()\n```\n'],
  ],
  [
    ['Plain templates (no Svelte/Angular).', 'No Svelte.', 'Never add Svelte.'],
    ['$ npm install svelte', '$ pnpm add svelte@5'],
    ['$ npm install', '$ npm install svelte-like', '$ grep -n svelte README.md'],
  ],
  ['Never import Svelte directly.', [], ['$ npm install svelte']],
  [
    ['Never use `Mailer::send()`.', 'Use `Mailer::queue()`, not `Mailer::send()`.'],
    ['src/b.php: <?php\nMailer::to($a)->send($b);\n', 'src/b.php: <?php\nMailer::send($a);\n'],
    ['src/b.php: <?php\nMailer::to($a)->queue($b);\n', 'src/b.php: <?php\n$other->send($b);\n'],
  ],
  ['Use data from `tests/support/`.', [], ["src/a.test.ts: import { data } from '@acme/data';\nuse(data);"]],
];

heldTo(CASES, {
  'package.json': '{"name":"shop"}',
  'src/a.ts': '',
  'src/a.py': '',
  'src/a.go': 'package a\n',
  'src/a.rs': '',
  'src/b.tsx': '',
  'src/a.vue': '',
  'examples/b.py': '',
  'src/A.cs': '',
  'src/plugins/first.ts': '',
  'src/plugins/one/first.ts': '',
  'src/plugins/two/second.ts': '',
  'src/paths.php': '<?php\nregister(1);\n',
  'src/server.ts': '',
  'tests/support/wait.ts': '',
});
