import { heldTo } from './held.ts';

/** Keywords, builtin functions and names that prose writes without marks. */
heldTo(
  [
    [
      ['No isinstance checks.', 'Avoid isinstance calls.', 'Never use `isinstance`.'],
      ['src/a.py: ok = isinstance(a, int)\n'],
      ['src/a.py: ok = a.isinstance(int)\n', 'src/a.ts: if (a instanceof B) c();\n'],
    ],
    [['No getattr calls.', 'Avoid getattr.'], ['src/a.py: b = getattr(a, "c")\n'], ['src/a.py: b = a.getattr("c")\n']],
    [
      'The `BerthKind` enum drives dispatch throughout — **no isinstance checks**.',
      [],
      ['src/a.py: ok = isinstance(a, int)\n'],
    ],
    ['No typeof checks.', ['src/a.ts: if (typeof a === "string") b();\n'], ['src/a.ts: type A = typeof b;\n']],
    ['No switch statements.', ['src/a.ts: switch (a) { case 1: b(); }\n'], ['src/a.ts: lights.switch(1);\n']],
    [
      'No fallthrough in switch statements.',
      ['src/a.ts: switch (a) {\n  case 1:\n    b();\n  default:\n    c();\n}\n'],
      ['src/a.ts: switch (a) {\n  case 1:\n    b();\n    break;\n  default:\n    c();\n}\n'],
    ],
    [
      'No try/catch.',
      ['src/a.ts: try { b(); } catch (e) { c(e); }\n'],
      ['src/a.ts: throw new Error("b");\n', 'src/a.ts: try { b(); } finally { c(); }\n'],
    ],
    [
      ['No bindAll.', 'Avoid bindAll calls.', 'No bindAll left behind.'],
      ['src/a.ts: bindAll(b);\n'],
      ['src/a.ts: unbindAll(b);\n'],
    ],
    ['No fetch_rows calls.', ['src/a.py: fetch_rows(1)\n'], ['src/a.py: prefetch_rows(1)\n']],
    [
      ['Do not use `Function` as a type.', 'Never use `Function` types.'],
      ['src/a.ts: let a: Function;\n'],
      ['src/a.ts: let a: () => void;\n'],
    ],
    [
      ['No `print` in libraries.', 'No prints in library code.'],
      ['src/a.py: print(1)\n'],
      ['src/cli/a.py: print(1)\n', 'src/a.py: pages.print(1)\n'],
    ],
    [
      ['No exceptions.', 'Never deploy lambda functions by hand.', 'No regions other than the first.'],
      [],
      ['src/a.ts: throw new Error("b");\n', 'src/a.py: b = lambda c: c\n'],
    ],
  ],
  { 'package.json': '{"name":"port"}', 'src/b.ts': 'export {};\n', 'src/b.py': 'b = 1\n' },
);
