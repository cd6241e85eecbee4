import { heldTo } from './held.ts';

const READS = 'package rates\n\nimport "os"\n\nfunc Load() ([]byte, error) { return os.ReadFile("a") }\n';

heldTo(
  [
    [
      ['`rates/table.go`: pure lookups; no I/O.', 'No I/O in `rates/table.go`.', 'No file access in `rates/*.go`.'],
      [`rates/table.go: ${READS}`],
      ["web/a.ts: import { readFileSync } from 'node:fs';\n", 'rates/table.go: package rates\n\nconst Quay = 1\n'],
    ],
    [
      'Never call `os.Exit`.',
      ['rates/stop.go: package rates\n\nimport "os"\n\nfunc Stop() { os.Exit(1) }\n'],
      ['web/a.ts: process.exit(1);\n', 'crane/a.py: import sys\n\nsys.exit(1)\n'],
    ],
    [
      'Never exit the process.',
      ['rates/stop.go: package rates\n\nimport "os"\n\nfunc Stop() { os.Exit(1) }\n', 'web/a.ts: process.exit(1);\n'],
      ['web/a.ts: door.exit(1);\n'],
    ],
    [
      'No `# noqa` comments.',
      ['crane/a.py: import sys  # noqa\n'],
      ['web/a.ts: // eslint-disable-next-line no-console\nrun();\n'],
    ],
    [
      'Do not read the wall clock in `rates/`.',
      ['rates/now.go: package rates\n\nimport "time"\n\nvar t = time.Now()\n'],
      ['web/a.ts: export const t = Date.now();\n', 'rates/now.go: package rates\n\nfunc f(c Clock) { c.Now() }\n'],
    ],
  ],
  {
    'go.mod': 'module port.example/quay\n',
    'rates/table.go': 'package rates\n',
    'rates/chart.go': 'package rates\n',
    'package.json': '{"name":"quay"}',
    'web/a.ts': 'export {};\n',
    'crane/a.py': 'a = 1\n',
  },
);
