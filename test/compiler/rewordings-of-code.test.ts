import { heldTo } from './held.ts';

heldTo(
  [
    [
      [
        '`loadFleet()` is legacy; use `fetchFleet()`.',
        '`loadFleet` is gone, use `fetchFleet()`.',
        'Use `fetchFleet()` (`loadFleet()` is deprecated).',
        '`fetchFleet` replaces `loadFleet`.',
        'Replace all remaining `loadFleet` calls with `fetchFleet`.',
        '`loadFleet()` → use `fetchFleet()`',
        'We no longer use `loadFleet`.',
        '`loadFleet()` is no longer supported.',
        '`loadFleet()` must never be merged.',
        "Don't commit `loadFleet()` calls.",
      ],
      ['src/a.ts: loadFleet();\n'],
      ['src/a.ts: fetchFleet();\n', '$ git commit -m x', '$ git merge topic', 'src/a.ts: // loadFleet is history\n'],
    ],
    [
      ['`it.only` and `describe.only` must never be committed.', 'Never commit `it.only` or `describe.only`.'],
      ['src/a.test.ts: it.only("moors", () => {});\n', 'src/a.test.ts: describe.only("moors", () => {});\n'],
      ['src/a.test.ts: it("moors", () => {});\n', '$ git commit -m x'],
    ],
    [
      [
        '`localStorage` must only be accessed through `src/lib/storage.ts`.',
        '`localStorage` is only used in `src/lib/storage.ts`.',
        'Access `localStorage` only via `src/lib/storage.ts`.',
        'All access to `localStorage` goes through `src/lib/storage.ts`.',
        'Never read `localStorage` outside `src/lib/storage.ts`.',
      ],
      ['src/a.ts: localStorage.getItem("berth");\n'],
      ['src/lib/storage.ts: localStorage.getItem("berth");\n'],
    ],
    [
      [
        'Every `useBerths` call must pass a `staleTime`.',
        '`useBerths()` must be called with `staleTime`.',
        'Every `useBerths()` call has an explicit `staleTime` option.',
        'Never call `useBerths` without `staleTime`.',
      ],
      ['src/a.ts: useBerths({ key: 1 });\n', 'src/a.ts: useBerths();\n'],
      ['src/a.ts: useBerths({ staleTime: 5 });\n', 'src/a.ts: useBerths({ ...options });\n'],
    ],
    [
      [
        '`openGate()` must be paired with `closeGate()`.',
        'Every `openGate` needs a matching `closeGate`.',
        'Always pair `openGate()` with `closeGate()`.',
      ],
      ['src/a.ts: openGate(1);\n'],
      ['src/a.ts: openGate(1);\ncloseGate(1);\n', 'src/a.ts: closeGate(1);\n'],
    ],
    [
      'Throw `QuayError`, not plain `Error`.',
      ['src/a.ts: throw new Error("a");\n'],
      ['src/a.ts: throw new QuayError("a");\n', 'src/a.ts: if (a instanceof Error) b();\n'],
    ],
    [
      'Never `await` inside `Array.prototype.map` callbacks.',
      ['src/a.ts: rows.map(async (row) => {\n  await moor(row);\n});\n'],
      ['src/a.ts: await moor(rows.map((row) => row.id));\n'],
    ],
    // What is only told, or means something else.
    [
      [
        '`harbour.lock` is only used in CI.',
        '`build.ts` must never be committed.',
        'Replace `YOUR_NAME` with `fleet`.',
        '`npm run lint` must pass before `git push`.',
      ],
      [],
      ['src/a.ts: harbour.lock();\n', 'src/a.ts: build.ts();\n', 'src/a.ts: const a = YOUR_NAME;\n'],
    ],
  ],
  {
    'package.json': '{"name":"quay","scripts":{"lint":"x"}}',
    'src/lib/storage.ts': 'export const a = 1;\n',
    'src/a.test.ts': 'export {};\n',
  },
);

heldTo(
  [
    [
      ['`os.environ` is only read in `settings.py`.', '`os.environ` may only be read in `src/quay/settings.py`.'],
      ['src/quay/berth.py: import os\n\na = os.environ["B"]\n'],
      ['src/quay/settings.py: import os\n\na = os.environ["B"]\n'],
    ],
    [
      '`Harbour` objects are only created in `src/quay/settings.py`.',
      ['src/quay/berth.py: a = Harbour(1)\n'],
      ['src/quay/settings.py: a = Harbour(1)\n', 'src/quay/berth.py: def b(a: Harbour) -> None:\n    pass\n'],
    ],
    [
      'Raise `NoBerth`, not `KeyError`.',
      ['src/quay/berth.py: raise KeyError(1)\n'],
      ['src/quay/berth.py: try:\n    a()\nexcept KeyError:\n    pass\n'],
    ],
    [
      ['Always pass `encoding="utf-8"` to `open()`.', '`open()` must always be given `encoding="utf-8"`.'],
      ['src/quay/berth.py: a = open(b)\n'],
      ['src/quay/berth.py: a = open(b, encoding="utf-8")\n'],
    ],
    [
      'Prefer `collections.abc.Iterable` to `typing.Iterable`.',
      ['src/quay/berth.py: from typing import Iterable\n'],
      ['src/quay/berth.py: from collections.abc import Iterable\n'],
    ],
    [
      "Don't use `@pytest.mark.slow` without a reason.",
      [],
      ['tests/test_a.py: import pytest\n\n\n@pytest.mark.slow(reason="b")\ndef test_a():\n    pass\n'],
    ],
    [
      'Avoid `type(x) is Foo`; use `isinstance`.',
      ['src/quay/berth.py: if type(a) is Berth:\n    pass\n'],
      ['$ type x is Foo', 'src/quay/berth.py: a = type(b)\n'],
    ],
    [
      ['`subprocess.run` must be called with `check=True`.', 'Never call `subprocess.run` without `check=True`.'],
      ['src/quay/berth.py: import subprocess\n\nsubprocess.run(["a"])\n'],
      ['src/quay/berth.py: import subprocess\n\nsubprocess.run(["a"], check=True)\n'],
    ],
  ],
  { 'pyproject.toml': '[project]\nname = "quay"\n', 'src/quay/settings.py': 'a = 1\n', 'src/quay/berth.py': 'a = 1\n' },
);
