import { heldTo } from './held.ts';

heldTo(
  [
    [
      'Use `slog` instead of `log`.',
      [
        'a.go: package a\n\nimport "log"\n\nfunc b() { log.Println(1) }\n',
        'a.go: package a\n\nimport (\n\t"fmt"\n\t"log"\n)\n\nfunc b() { log.Println(fmt.Sprint(1)) }\n',
      ],
      [
        'a.go: package a\n\nfunc b() {\n\tlog := c()\n\tlog.Info("d")\n}\n',
        'a.go: package a\n\nimport "log/slog"\n\nfunc b(log *slog.Logger) { log.Info("c") }\n',
      ],
    ],
    [
      ['Every test must call `t.Parallel()`.', 'Tests must call `t.Parallel()`.'],
      ['crane_test.go: package a\n\nfunc TestB(t *testing.T) {\n\tc()\n}\n'],
      [
        'tests/run.sh: echo 1\n',
        'tests/data/b.go: package data\n',
        'crane_test.go: package a\n\nfunc TestB(t *testing.T) {\n\tt.Parallel()\n}\n',
        'helpers_test.go: package a\n\nfunc b(t *testing.T) {}\n',
      ],
    ],
    [
      'Tests must call `quay.Settle(t)`.',
      ['crane_test.go: package a\n\nfunc TestB(t *testing.T) {\n\tc()\n}\n'],
      ['tests/run.sh: echo 1\n', 'helpers_test.go: package a\n\nfunc b(t *testing.T) {}\n'],
    ],
    ['Use `defer` over manual `Unlock()`.', [], ['a.go: package a\n\nfunc b() {\n\tdefer c.Unlock()\n}\n']],
  ],
  { 'go.mod': 'module port.example/crane\n\ngo 1.22\n', 'crane.go': 'package a\n', 'tests/run.sh': 'echo\n' },
);

heldTo(
  [
    [
      'Use `tracing` instead of `log`.',
      ['src/a.rs: use log::info;\n', 'src/a.rs: fn b() { log::info!("c"); }\n'],
      ['src/a.rs: fn b() { let log = c(); log.push(1); }\n', 'src/a.rs: use tracing::info;\n'],
    ],
  ],
  { 'Cargo.toml': '[package]\nname = "crane"\n', 'src/lib.rs': 'pub fn a() {}\n' },
);

heldTo(
  [
    [
      'Use `orjson` over `json`.',
      ['src/a.py: import json\n\njson.dumps(1)\n', 'src/a.py: from json import dumps\n'],
      ['src/a.py: json = b()\njson.get("c")\n', 'src/a.py: import orjson\n'],
    ],
    [
      'Use `with open` over manual `close()`.',
      ['src/a.py: f = open("b")\nf.close()\n'],
      ['src/a.py: with open("b") as f:\n    pass\n', 'src/a.py: pool.close()\n'],
    ],
  ],
  { 'pyproject.toml': '[project]\nname = "crane"\n', 'src/berth.py': 'a = 1\n' },
);

heldTo(
  [
    [
      [
        'Never use `Manager`, `Helper` or `Utils` as class name suffixes.',
        "Don't create `*Manager`, `*Helper` or `*Util` classes.",
        'Avoid `Manager`/`Helper`/`Utils` classes.',
        'No vague class names (`Manager`, `Helper`, `Utils`)',
      ],
      ['src/a.ts: export class CraneManager {}', 'src/a.ts: class BerthUtils {}', 'src/a.ts: class Helper {}'],
      [
        "src/a.ts: import { Manager } from 'cranes';\nexport const a = new Manager();",
        'src/a.ts: export class ManagerialCrane {}',
        'src/a.ts: export class Crane {}',
      ],
    ],
    [
      'Avoid the `Impl` suffix.',
      ['src/a.ts: export class CraneImpl {}'],
      ['src/a.ts: export class Impling {}', 'src/a.ts: const a = CraneImpl;'],
    ],
    ['Never use the `Hawser` class.', ['src/a.ts: new Hawser();'], ['src/a.ts: export class BigHawser {}']],
  ],
  { 'package.json': '{"name":"port"}', 'src/a.ts': 'export const a = 1;\n' },
);
