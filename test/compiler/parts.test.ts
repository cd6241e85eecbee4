import { describe } from 'vitest';
import { type Case, heldTo } from './held.ts';

const FILES = {
  'package.json': '{"name":"harbour","workspaces":["apps/*","packages/*"],"dependencies":{"react":"18.0.0"}}',
  'apps/web/package.json': '{"name":"@harbour/web"}',
  'apps/web/src/features/cargo/index.ts': 'export {};\n',
  'apps/web/src/features/cargo/hold.ts': 'export const hold = 1;\n',
  'apps/web/src/features/crew/index.ts': 'export {};\n',
  'apps/web/src/features/crew/list.ts': 'export const list = 1;\n',
  'apps/web/src/components/ui/mast.tsx': 'export {};\n',
  'apps/web/src/signals.ts': "import { sail } from './sail';\nexport const signal = sail;\n",
  'apps/api/package.json': '{"name":"@harbour/api"}',
  'apps/api/src/routes/boats.ts': 'export {};\n',
  'apps/api/src/env.ts': 'export {};\n',
  'apps/api/src/http.ts': 'export {};\n',
  'apps/api/src/db/client.ts': 'export {};\n',
  'packages/shared/package.json': '{"name":"@harbour/shared"}',
  'packages/shared/src/index.ts': 'export {};\n',
};

const CASES: readonly Case[] = [
  [
    ['No circular dependencies.', 'Never introduce import cycles.', 'Keep the import graph acyclic.'],
    ["apps/web/src/sail.ts: import { signal } from './signals';\nexport const sail = signal;\n"],
    ["apps/web/src/sail.ts: import type { signal } from './signals';\nexport const sail = 1;\n"],
  ],
  [
    [
      'Import features only through their `index.ts`.',
      "Never import another feature's internals; only from its `index.ts`.",
      'Features are imported via their public API only.',
      'Import from a feature only through its barrel.',
    ],
    ["apps/web/src/app.ts: import { hold } from './features/cargo/hold';\nhold;\n"],
    [
      "apps/web/src/app.ts: import { hold } from './features/cargo';\nhold;\n",
      "apps/web/src/features/cargo/deck.ts: import { hold } from './hold';\nhold;\n",
    ],
  ],
  [
    ['Features must not import from each other.', 'Features must be independent of each other.'],
    ["apps/web/src/features/crew/a.ts: import { hold } from '../cargo';\nhold;\n"],
    ["apps/web/src/app.ts: import { hold } from './features/cargo';\nhold;\n"],
  ],
  [
    [
      'Keep `packages/shared` free of React.',
      '`packages/shared` must stay free of React imports.',
      '`packages/shared` has no dependency on React.',
    ],
    ["packages/shared/src/a.ts: import { useState } from 'react';\nuseState();\n"],
    ["apps/web/src/a.ts: import { useState } from 'react';\nuseState();\n", 'packages/shared/src/a.ts: // no react\n'],
  ],
  [
    '`packages/shared` must be free of network access.',
    ['packages/shared/src/a.ts: export const a = fetch("/b");\n'],
    ['apps/web/src/a.ts: export const a = fetch("/b");\n'],
  ],
  [
    [
      'No relative imports that cross package boundaries.',
      'Never import across packages with relative paths.',
      'Use workspace imports (`@harbour/shared`) instead of relative paths across packages.',
    ],
    ["apps/web/src/a.ts: import { a } from '../../../packages/shared/src/index';\na;\n"],
    [
      "apps/web/src/a.ts: import { a } from '@harbour/shared';\na;\n",
      "apps/web/src/a.ts: import { a } from './signals';\na;\n",
    ],
  ],
  [
    ['Code in `packages/shared` must not depend on application code.'],
    ["packages/shared/src/a.ts: import { a } from '../../../apps/web/src/signals';\na;\n"],
    ["apps/web/src/a.ts: import { a } from '@harbour/shared';\na;\n"],
  ],
  [
    ['No `console.log` in the web app.', 'The web app must not use `console.log`.'],
    ['apps/web/src/a.ts: console.log(1);\n'],
    ['apps/api/src/a.ts: console.log(1);\n'],
  ],
  [
    ['In the API, never use `any`.', 'API code never uses `any`.'],
    ['apps/api/src/a.ts: export const a: any = 1;\n'],
    ['apps/web/src/a.ts: export const a: any = 1;\n'],
  ],
  [
    [
      'Access environment variables through `apps/api/src/env.ts` only.',
      'All environment variables are accessed through `apps/api/src/env.ts`.',
      '`process.env` may only be used in `apps/api/src/env.ts`.',
    ],
    ['apps/api/src/a.ts: export const a = process.env.PORT;\n'],
    ['apps/api/src/env.ts: export const a = process.env.PORT;\n'],
  ],
  [
    ['All HTTP calls must go through `apps/api/src/http.ts`.', 'HTTP calls are made in `apps/api/src/http.ts` only.'],
    ['apps/api/src/a.ts: export const a = fetch("/b");\n'],
    [
      'apps/api/src/http.ts: export const a = fetch("/b");\n',
      'apps/api/src/a.test.ts: export const a = fetch("/b");\n',
    ],
  ],
  [
    ['UI components must not make network calls.', 'Components never make HTTP requests.'],
    ['apps/web/src/components/ui/a.tsx: export const a = fetch("/b");\n'],
    ['apps/api/src/a.ts: export const a = fetch("/b");\n'],
  ],
  [
    'Route handlers must not access the database directly.',
    ["apps/api/src/routes/a.ts: import { db } from '../db/client';\ndb;\n"],
    ["apps/api/src/services/a.ts: import { db } from '../db/client';\ndb;\n"],
  ],
  [
    [
      'Configuration is read from `apps/api/src/env.ts`.',
      'All views use `moor` from `apps/api/src/http.ts`.',
      'All dates are formatted through `moor` in `apps/api/src/http.ts`.',
      'Features are what sells a harbour.',
      'The web app is free of charge.',
      'Packages may import each other through their `index.ts`.',
      'No circular dependencies between packages.',
    ],
    [],
    [
      'apps/api/src/a.ts: export const a = process.env.PORT;\n',
      'apps/api/src/a.ts: export const a = moor(1);\n',
      "apps/web/src/app.ts: import { hold } from './features/cargo/hold';\nhold;\n",
      "apps/web/src/sail.ts: import { signal } from './signals';\nexport const sail = signal;\n",
    ],
  ],
];

describe('parts of the repository and what they import', () => heldTo(CASES, FILES));

const PYTHON = {
  'pyproject.toml': '[project]\nname = "harbour"\n',
  'src/harbour/api/boats.py': '',
  'src/harbour/moor.py': '',
  'tests/unit/test_moor.py': '',
  'tests/integration/test_boats.py': '',
};

/** What is said of one part says nothing of the others. */
const NEAR: readonly Case[] = [
  [
    'Never use `eval()` in `src`.',
    ['src/harbour/a.py: eval("1")\n'],
    ['tools/a.py: eval("1")\n', 'tests/unit/test_a.py: eval("1")\n'],
  ],
  [
    'Never import from `tests` in `src`.',
    ['src/harbour/a.py: import tests.helpers\n'],
    ['tests/unit/test_a.py: import tests.helpers\n'],
  ],
  [
    [
      'Unit tests must not touch the network.',
      'Integration tests live in `tests/integration`.',
      'No relative imports beyond the parent package.',
      'Raise `HarbourError` only in `src/harbour/api`.',
    ],
    [],
    [
      'tests/unit/test_moor.py: def test_moor(): pass\n',
      'tests/unit/test_new.py: def test_new(): pass\n',
      'src/harbour/a.py: from .moor import moor\n',
      'src/harbour/a.py: try:\n    moor()\nexcept HarbourError:\n    pass\n',
    ],
  ],
];

describe('one part, and not the others', () => heldTo(NEAR, PYTHON));
