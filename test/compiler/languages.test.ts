import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/compiler/compilation.ts';
import { compile } from '../../src/compiler/compile.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { heldTo } from './held.ts';

const TREE = {
  'feed/main.py': 'a = 1\n',
  'ios/Feed.swift': 'let a = 1\n',
  'web/feed.ts': 'export const a = 1;\n',
  'relay/rows.go': 'package relay\n',
  'relay/rows.sql': 'select 1;\n',
  'relay/notes.txt': '\n',
};

/** A statement, its status, the languages its rules look at, and its reason. */
const READ: readonly (readonly [prose: string, status: string, languages: readonly string[], reason: string])[] = [
  [
    'Never use `verify=False`.',
    'partly',
    ['go', 'python', 'typescript'],
    'not held to in Swift: code written so is read as something else there',
  ],
  ['Never use `verify=False` in Python.', 'enforced', ['python'], 'held to'],
  ['Never use `stow()` in Python or Go.', 'enforced', ['go', 'python'], 'held to'],
  ['`feed/*.py`: never use `verify=False`.', 'enforced', ['python'], 'held to'],
  ['`rows.go`: pure row mapping; no I/O.', 'enforced', ['go'], 'held to'],
  ['`relay/rows.sql`: no I/O.', 'unread', [], '“file-system access” cannot be looked for in SQL'],
  ['`relay/notes.txt`: no I/O.', 'unread', [], '“file-system access” cannot be looked for in `relay/notes.txt`'],
];

describe.each(READ)('%s', (prose, status, languages, reason) => {
  let compiled: Compilation;
  beforeAll(async () => {
    compiled = await compile(memoryView({ ...TREE, 'AGENTS.md': `# Rules\n\n- ${prose}\n` }, 'main'), {});
  });

  it('says what becomes of it', () => {
    const [reading] = compiled.readings;
    expect([reading?.status, reading?.reason]).toEqual([status, reason]);
  });

  it('looks only at the languages in which it is proven', () => {
    const looked = compiled.rules.flatMap(({ check }) =>
      check.kind === 'code' ? check.match.flatMap((matcher) => matcher.languages) : [],
    );
    expect([...new Set(looked)].sort()).toEqual(languages);
  });
});

heldTo(
  [
    [
      'Never use `verify=False`.',
      ['feed/b.py: fetch(url, verify=False)\n'],
      ['feed/b.py: fetch(url, verify=True)\n', 'feed/b.py: note("verify=False")\n', 'ios/B.swift: let verify = true\n'],
    ],
    [
      '`rows.go`: pure row mapping; no I/O.',
      ['relay/rows.go: package relay\n\nimport "net/http"\n\nvar get = http.Get\n'],
      ['relay/a.go: package relay\n\nimport "net/http"\n\nvar get = http.Get\n', 'relay/rows.go: package relay\n'],
    ],
    [
      [
        'Never use `stow()` in Python.',
        'In Python, never use `stow()`.',
        'Python: never use `stow()`.',
        '**Python** — never use `stow()`.',
        'Python code must never use `stow()`.',
        'Python: keep it short. Never use `stow()`.',
        '# Style\n\n## Python\n\n- Never use `stow()`.\n',
        '# Style\n\n## Feed (Python)\n\n### Calls\n\n- Never use `stow()`.\n',
        '# Style\n\n## Python conventions\n\nNever use `stow()`.\n',
        '# Style\n\n- **Python**\n  - Never use `stow()`.\n',
        '# Style\n\nIn Python:\n\n- Never use `stow()`.\n',
        '# Style\n\n## Swift\n\n- Python: never use `stow()`.\n',
        '# Style\n\n| Language | Rule |\n| --- | --- |\n| Python | Never use `stow()` |\n',
      ],
      ['feed/b.py: stow()\n'],
      ['ios/B.swift: stow()\n', 'web/b.ts: stow();\n'],
    ],
    [
      'Never use `stow()` in Swift or Go.',
      ['ios/B.swift: stow()\n', 'relay/b.go: package relay\n\nvar a = stow()\n'],
      ['feed/b.py: stow()\n', 'web/b.ts: stow();\n'],
    ],
    ['Never use `stow()` except in Python.', ['ios/B.swift: stow()\n', 'web/b.ts: stow();\n'], ['feed/b.py: stow()\n']],
  ],
  TREE,
);
