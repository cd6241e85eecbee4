import { heldTo } from './held.ts';

const PYTHON = { 'pyproject.toml': '[project]\nname = "quay"\n', 'src/quay/berth.py': 'a = 1\n' };
const SCRIPT = {
  'package.json': '{"name":"quay","dependencies":{"react":"18"}}',
  'src/berth.ts': 'export const a = 1;\n',
  'src/Berth.tsx': 'export const B = 1;\n',
};

/** Names and texts that only stand for others, in code that prose shows. */
heldTo(
  [
    [
      'Avoid `len(x) == 0`.',
      ['src/a.py: if len(berths) == 0:\n    pass\n'],
      ['src/a.py: if len(berths) == 2:\n    pass\n'],
    ],
    [
      'Never write `except Exception as e: pass`.',
      ['src/a.py: try:\n    moor()\nexcept Exception as error:\n    pass\n'],
      ['src/a.py: try:\n    moor()\nexcept ValueError as error:\n    pass\n'],
    ],
    [
      [
        'Use `log.info("moored %s", x)`, not `log.info(f"moored {x}")`.',
        'Log with `log.info("moored", berth=x)`, never f-strings.',
      ],
      ['src/a.py: log.info(f"left {berth}")\n', 'src/a.py: logger.warning(f"left {berth}")\n'],
      ['src/a.py: log.info("left %s", berth)\n', 'src/a.py: name = f"left {berth}"\n'],
    ],
    [
      ['Queries: `cursor.execute(sql, params)`, never f-strings.'],
      ['src/a.py: cursor.execute(f"select {name}")\n'],
      ['src/a.py: cursor.execute(sql, [name])\n', 'src/a.py: print(f"left {berth}")\n'],
    ],
    [
      'Don\'t put the error into the text: `logger.exception("No mooring")` not `logger.exception(f"No mooring: {e}")`',
      [
        'src/a.py: logger.exception(f"gone: {exc}")\n',
        'src/a.py: _logger.exception("gone: %s", err)\n',
        'src/a.py: logger.exception(f"gone {str(error)}")\n',
      ],
      [
        'src/a.py: logger.exception("gone")\n',
        'src/a.py: logger.exception(f"gone {path}")\n',
        'src/a.py: logger.error(f"gone: {e}")\n',
      ],
    ],
  ],
  PYTHON,
);

heldTo(
  [
    [
      'Use `structuredClone(x)` instead of `JSON.parse(JSON.stringify(x))`.',
      ['src/a.ts: const b = JSON.parse(JSON.stringify(berth.rows));\n'],
      ['src/a.ts: const b = JSON.parse(text);\nconst c = JSON.stringify(b);\n'],
    ],
    [
      'Never use `arr.indexOf(x) !== -1`; use `arr.includes(x)`.',
      ['src/a.ts: if (berths.indexOf(name) !== -1) moor();\n'],
      ['src/a.ts: const at = berths.indexOf(name);\n', 'src/a.ts: if (berths.includes(name)) moor();\n'],
    ],
    [
      "Never use `const foo = require('bar')`.",
      ["src/a.ts: const fs = require('node:fs');\n"],
      ["src/a.ts: import fs from 'node:fs';\n"],
    ],
    ['Never use `enum Foo`.', ['src/a.ts: export enum Berth { North }\n'], ['src/a.ts: export type Berth = 1;\n']],
    // Without the names nothing would be left of it: what is meant is not told.
    ['Never use `x.clone()`.', ['src/a.ts: x.clone();\n'], ['src/a.ts: berth.clone();\n']],
    ['Never use `new Foo()`.', [], ['src/a.ts: const a = new Berth();\n']],
    [
      'BAD: `store.moor(x)`; GOOD: `moor(x)`',
      ['src/a.ts: store.moor(berth);\n'],
      ['src/a.ts: moor(berth);\n', 'src/a.ts: harbour.moor(berth);\n'],
    ],
    ['`berth.lock()` ❌ / `berth.hold()` ✅', ['src/a.ts: berth.lock();\n'], ['src/a.ts: berth.hold();\n']],
    [
      'Links use `<Link>` from `@quay/ui`, never `<a href>`.',
      ['src/A.tsx: export const A = () => <a href="/b">b</a>;\n'],
      ['src/A.tsx: export const A = () => <a id="b" />;\n', 'src/A.tsx: export const A = () => <Link to="/b" />;\n'],
    ],
    [
      [
        '# Shapes\n\n| ❌ Avoid | ✅ Prefer | Why |\n| --- | --- | --- |\n| `loadBerths()` | `useBerths()` | kept |\n',
        '# Shapes\n\n| Anti-pattern | Fix |\n| --- | --- |\n| `loadBerths()` | `useBerths()` |\n',
      ],
      ['src/a.ts: loadBerths();\n'],
      ['src/a.ts: useBerths();\n'],
    ],
    [
      ['Use `satisfies` rather than `as` for settings.', "Don't use `as` for numbers."],
      [],
      ['$ as -o a.o a.s', 'src/a.ts: import { a as b } from "./c";\n'],
    ],
  ],
  SCRIPT,
);
