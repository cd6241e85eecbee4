import { heldTo } from './held.ts';

/** Parts of a program as the places where code is ruled out, and more ways to name what is. */
heldTo(
  [
    [
      [
        'Do not call `tide.commit()` in services.',
        'Services must not call `tide.commit()`.',
        'No `tide.commit()` in the service layer.',
        'Services return rows; they never call `tide.commit()`.',
      ],
      ['src/services/moor.ts: tide.commit();\n'],
      ['src/routes/moor.ts: tide.commit();\n'],
    ],
    [
      ['Never use `tide.raw()` outside repositories.', 'Only repositories may call `tide.raw()`.'],
      ['src/services/moor.ts: tide.raw();\n'],
      ['src/repositories/berth.ts: tide.raw();\n'],
    ],
    [
      ['No `JSON.parse` in services or repositories.'],
      ['src/services/moor.ts: JSON.parse(a);\n', 'src/repositories/berth.ts: JSON.parse(a);\n'],
      ['src/routes/moor.ts: JSON.parse(a);\n'],
    ],
    [
      '`src/ui` is plain: no `useTide`, no `useMoor`.',
      ['src/ui/A.tsx: useTide();\n', 'src/ui/A.tsx: useMoor();\n'],
      ['src/routes/moor.ts: useTide();\nuseMoor();\n'],
    ],
    [
      [
        'Format tides with `formatTide()` from `src/tide.ts` instead of `toTideString()`.',
        'Tides are formatted with `formatTide()`, not with `toTideString()`.',
        'Always write tides through `formatTide()`, never through `toTideString()`.',
      ],
      ['src/routes/moor.ts: a.toTideString();\n'],
      ['src/routes/moor.ts: formatTide(a);\n'],
    ],
    [
      'Format tides with `formatTide()` from `src/tide.ts` instead of `toTideString()`.',
      [],
      ['src/tide.ts: a.toTideString();\n'],
    ],
    [
      'Never log `request.body`.',
      ['src/routes/moor.ts: console.log("a", request.body);\n'],
      ['src/routes/moor.ts: parse(request.body);\nconsole.log("a");\n'],
    ],
    [
      [
        '`tide.secret` must never be read outside `src/tide.ts`.',
        'Never read `tide.secret` directly outside `src/tide.ts`.',
      ],
      ['src/routes/moor.ts: const a = tide.secret;\n'],
      ['src/tide.ts: const a = tide.secret;\n'],
    ],
    ['Avoid `any`-typed values.', ['src/a.ts: const a: any = 1;\n'], ['src/a.ts: const any = 1;\n']],
    [
      'Do not use abbreviations such as `btn` or `msg` in names.',
      ['src/a.ts: const btn = 1;\n'],
      ['src/a.ts: const button = 1;\n'],
    ],
    // What is meant is narrower than what the words alone name.
    ["Never use `fetch` with `cache: 'force-cache'`.", [], ["src/a.ts: fetch(a, { cache: 'no-store' });\n"]],
    ["Don't shadow builtins such as `id`.", [], ['$ id -u']],
    ['Never use `moorRaw` on user input.', [], ['src/a.ts: moorRaw("fixed");\n']],
    [
      "Don't use `console.error`; throw instead.",
      ['src/a.ts: console.error(a);\n'],
      ['src/a.ts: throw new Error("a");\n'],
    ],
    [
      'Prefer `async`/`await` over raw `then`/`catch` chains.',
      [],
      ['src/a.ts: try {\n  await a();\n} catch (error) {\n  report(error);\n}\n'],
    ],
  ],
  {
    'package.json': '{"name":"quay","dependencies":{"react":"18"}}',
    'src/services/moor.ts': 'export const a = 1;\n',
    'src/repositories/berth.ts': 'export const a = 1;\n',
    'src/routes/moor.ts': 'export const a = 1;\n',
    'src/ui/A.tsx': 'export const A = 1;\n',
    'src/tide.ts': 'export const a = 1;\n',
  },
);

heldTo(
  [
    [
      ['No `isinstance` checks.', 'Avoid `isinstance()` checks.'],
      ['src/quay/a.py: if isinstance(a, str):\n    pass\n'],
      ['src/quay/a.py: if a.kind == "b":\n    pass\n'],
    ],
    [
      'No `Berth` without `on_delete`.',
      ['src/quay/a.py: b = Berth(1)\n'],
      ['src/quay/a.py: b = Berth(1, on_delete=c)\n'],
    ],
  ],
  { 'pyproject.toml': '[project]\nname = "quay"\n', 'src/quay/berth.py': 'a = 1\n' },
);

heldTo(
  [
    // A notion of another language by that name; here it is but this piece of code.
    [
      'Never use `.forEach()`; use a loop.',
      ['src/A.java: class A {\n  void b() {\n    berths.forEach(c);\n  }\n}\n'],
      ['src/A.java: class A {\n  void b() {\n    for (var c : berths) {}\n  }\n}\n'],
    ],
  ],
  { 'pom.xml': '<project/>\n', 'src/Berth.java': 'class Berth {}\n' },
);
