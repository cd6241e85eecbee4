import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/** Sentences about code, with files that break them and files that do not: `path: content`. */
const CASES: readonly (readonly [prose: string, broken: readonly string[], kept: readonly string[]])[] = [
  // Parts of code.
  [
    "Don't use `await` in loops.",
    ['src/a.ts: for (const b of c) { await d(b); }'],
    ['src/a.ts: await Promise.all(c);'],
  ],
  [
    'Never use `print` in `except` blocks.',
    ['src/a.py: try:\n    b()\nexcept OSError:\n    print(1)\n'],
    ['src/a.py: print(1)\n'],
  ],
  [
    'No `time.sleep()` in async functions.',
    ['src/a.py: async def b():\n    time.sleep(1)\n'],
    ['src/a.py: def b():\n    time.sleep(1)\n'],
  ],
  [
    'Async functions must never call `blocking_read()`.',
    ['src/a.py: async def b():\n    blocking_read()\n'],
    ['src/a.py: def b():\n    blocking_read()\n'],
  ],
  [
    "Don't call `loadAll()` outside `boot()`.",
    ['src/a.ts: loadAll();'],
    ['src/a.ts: boot(() => { loadAll(); });', 'src/a.ts: function boot() { loadAll(); }'],
  ],
  [
    "Don't call `openPool()` at module level.",
    ['src/a.ts: openPool();'],
    ['src/a.ts: export function b() { openPool(); }'],
  ],
  [
    'Never wrap `raw_path()` in `Path()` or `PurePath()`.',
    ['src/a.py: Path(raw_path())\n', 'src/a.py: PurePath(raw_path(b))\n'],
    ['src/a.py: raw_path()\nPath(b)\n'],
  ],
  ['Wrap `decode()` in `guarded()`.', ['src/a.ts: decode(b);'], ['src/a.ts: guarded(() => decode(b));']],
  ['Use `rawQuery()` only in `src/db`.', ['src/api/a.ts: rawQuery();'], ['src/db/a.ts: rawQuery();']],
  // What is done with a thing.
  [
    'Never mutate `app.settings`.',
    ['src/a.ts: app.settings.color = 1;', 'src/a.ts: delete app.settings.color;', 'src/a.py: app.settings["b"] = 1\n'],
    ['src/a.ts: const b = app.settings.color;', 'src/a.ts: app.settingsPage = 1;'],
  ],
  [
    'Never call `fetch_page()` without `timeout=`.',
    ['src/a.py: fetch_page("b")\n'],
    ['src/a.py: fetch_page("b", timeout=3)\n', 'src/a.py: fetch_page(**b)\n'],
  ],
  [
    'Always pass `encoding=` to `open()`.',
    ['src/a.py: open("notes.txt")\n'],
    ['src/a.py: open("notes.txt", encoding="utf-8")\n', 'src/a.py: open("notes.txt", "rb")\n'],
  ],
  // Names.
  [
    'Use camelCase for functions, PascalCase for classes, and UPPER_SNAKE_CASE for constants.',
    ['src/a.ts: export class little {}', 'src/a.ts: export function Big_one() {}'],
    ['src/a.ts: export class Little {}', 'src/a.ts: export function bigOne() {}', 'src/a.ts: const MAX_SIZE = 3;'],
  ],
  [
    'Boolean variables are prefixed with `is`, `has` or `should`.',
    ['src/a.ts: const open = true;', 'src/a.ts: const island: boolean = b();'],
    ['src/a.ts: const isOpen = true;', 'src/a.ts: const size = 3;', 'src/a.ts: const DEBUG = true;'],
  ],
  [
    'Custom hooks start with `use`.',
    ['src/a.ts: export function getTheme() { return useContext(Theme); }'],
    [
      'src/a.ts: export function useTheme() { return useContext(Theme); }',
      'src/a.ts: export function getTheme() { return 1; }',
    ],
  ],
  [
    'Test functions use snake_case.',
    [],
    ['src/a.ts: export function readAll() {}', 'tests/readAll.test.ts: export {};'],
  ],
  // Wording.
  [
    '"Sign in", not "log in"',
    ['src/a.ts: const label = "Please log in";', 'docs/a.md: You log in here.'],
    ['src/a.ts: const label = "Sign in";', 'src/a.ts: const logIn = 1;', 'docs/a.md: Run `log in`.'],
  ],
  ['Use `…` instead of `...` in texts.', [], ['src/a.ts: const b = [...c];']],
  [
    'Write `…` instead of `...`',
    ['src/a.ts: const label = "Loading...";', 'docs/a.md: And so on...'],
    ['src/a.ts: const b = [...c];', 'src/a.ts: const label = "Loading…";'],
  ],
  [
    'Cross-references: `[Name][]`, not `:func:`',
    ['src/a.py: def b():\n    """See :func:`c`."""\n'],
    ['src/a.py: def b():\n    """See [c][]."""\n'],
  ],
  [
    'Do not set `API_MODE=live`.',
    ['.env.example: API_MODE=live\n', 'ci.yml: API_MODE: live\n'],
    ['.env.example: API_MODE=test\n'],
  ],
  // Not more than is said.
  ["Don't use `setTimeout` to wait for elements.", [], ['src/a.ts: setTimeout(b, 1);']],
  ['Use `interface` for shapes that others extend.', [], ['src/a.ts: type B = { c: string };']],
  ['Prefer composition over inheritance.', [], ['src/a.ts: class B extends C {}']],
  ['**Clarity over comments**', [], ['src/a.ts: // b\nexport const c = 1;']],
  ['For stream messages, use `receive()` instead of `poll_once()`.', [], ['src/a.py: poll_once()\n']],
  [
    'Prefer the helpers in `src/db/` over `sleepFor()`.',
    ['src/a.ts: sleepFor(1);'],
    ['src/db/a.ts: sleepFor(1);', 'src/a.ts: poll(1);'],
  ],
  ['Type hints must pass `make typecheck`.', [], ['src/a.py: def b(c):\n    return c\n']],
  [
    'Never use `export { … } from`.',
    ['src/a.ts: export { b } from "./b";'],
    ['src/a.ts: export type { B } from "./b";'],
  ],
  ['Never use `legacy()` - unless in `src/db`.', ['src/a.ts: legacy();'], ['src/db/a.ts: legacy();']],
];

const FILES: Readonly<Record<string, string>> = {
  'src/db/pool.ts': 'export const b = 1;\n',
  'src/api/orders.ts': 'export const a = 1;\n',
  'src/report.py': 'x = 1\n',
};

describe.each(CASES)('%s', (prose, broken, kept) => {
  const judged = async (file: string) => {
    const view = memoryView({ ...FILES, 'AGENTS.md': `# Style\n\n- ${prose}\n` }, 'main');
    const { rules } = await compile(view, {});
    const guard = createGuard(createEngine(rules, view), view);
    const [path = '', ...content] = file.split(': ');
    return guard.take(eventSchema.parse({ kind: 'write', path, content: content.join(': ') }));
  };
  if (broken.length > 0) {
    it.each(broken)('refuses %s', async (file) => {
      expect((await judged(file)).decision).not.toBe('allow');
    });
  }
  it.each(kept)('lets %s pass', async (file) => {
    const verdict = await judged(file);
    expect(verdict.violations.map((violation) => violation.message)).toEqual([]);
  });
});
