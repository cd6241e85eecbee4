import { heldTo } from './held.ts';

/** Who may reach whom, told by folders, by the roles that files play, and by notions such as the database. */
heldTo(
  [
    [
      [
        'Components in `src/components/ui` must not import from `src/features`.',
        'Code in `src/components/ui` must never import from `src/features`.',
      ],
      ["src/components/ui/knob.tsx: import { a } from '../../features/berths';\nexport const b = a;\n"],
      [
        "src/components/Chart.tsx: import { a } from '../features/berths';\nexport const b = a;\n",
        "src/components/ui/knob.tsx: import { a } from '../../lib/text';\nexport const b = a;\n",
      ],
    ],
    [
      [
        '`src/features/*` must not import from each other.',
        'Features may not import from other features.',
        'No cross-feature imports.',
      ],
      ["src/features/berths/b.ts: import { a } from '../tides';\nexport const b = a;\n"],
      ["src/features/berths/b.ts: import { a } from '../../lib/text';\nexport const b = a;\n"],
    ],
    [
      'UI components must not import the pool (`src/lib/pool`).',
      ["src/components/ui/knob.tsx: import { pool } from '../../lib/pool';\nexport const b = pool;\n"],
      ["src/services/berths.ts: import { pool } from '../lib/pool';\nexport const b = pool;\n"],
    ],
    [
      [
        'Controllers must not access the database directly; go through services.',
        'No direct database access in controllers.',
        'Never query the database directly in controllers.',
      ],
      [
        "src/controllers/berths.ts: import { client } from '../db/client';\nexport const b = client;\n",
        "src/controllers/berths.ts: import { eq } from 'drizzle-orm';\nexport const b = eq;\n",
      ],
      [
        "src/controllers/berths.ts: import type { Row } from '../db/client';\nexport const b = (row: Row) => row;\n",
        "src/controllers/berths.ts: import { list } from '../services/berths';\nexport const b = list;\n",
        "src/controllers/berths.test.ts: import { client } from '../db/client';\nexport const b = client;\n",
        "src/services/berths.ts: import { client } from '../db/client';\nexport const b = client;\n",
      ],
    ],
    [
      ['All database access must go through `src/db`.', 'Database access: only via `src/db`.'],
      ["src/services/berths.ts: import { eq } from 'drizzle-orm';\nexport const b = eq;\n"],
      [
        "src/db/berths.ts: import { eq } from 'drizzle-orm';\nexport const b = eq;\n",
        "drizzle.config.ts: import { eq } from 'drizzle-orm';\nexport const b = eq;\n",
      ],
    ],
    [
      ["Services don't import from controllers.", 'Services never import from controllers.'],
      ["src/services/berths.ts: import { a } from '../controllers/berths';\nexport const b = a;\n"],
      ["src/controllers/tides.ts: import { a } from '../services/berths';\nexport const b = a;\n"],
    ],
    [
      '`lib` has no imports from `features/` or `services/`.',
      [
        "src/lib/text.ts: import { a } from '../features/tides';\nexport const b = a;\n",
        "src/lib/text.ts: import { a } from '../services/berths';\nexport const b = a;\n",
      ],
      ["src/features/tides/b.ts: import { a } from '../../lib/text';\nexport const b = a;\n"],
    ],
    [
      'The dependency direction is controllers → services → lib.',
      ["src/lib/text.ts: import { a } from '../services/berths';\nexport const b = a;\n"],
      ["src/controllers/tides.ts: import { a } from '../services/berths';\nexport const b = a;\n"],
    ],
    // What says less than that.
    [
      'Never import server code (`src/services`) from client components.',
      [],
      ["src/lib/text.ts: import { a } from '../services/berths';\nexport const b = a;\n"],
    ],
    [
      '`src/lib` must not import from any gadget.',
      [],
      ["src/services/berths.ts: import { a } from '../lib/text';\nexport const b = a;\n"],
    ],
    [
      'Gadgets must not import from `src/services`.',
      [],
      ["src/lib/text.ts: import { a } from '../services/berths';\nexport const b = a;\n"],
    ],
  ],
  {
    'package.json': '{"name": "harbour", "dependencies": {"drizzle-orm": "1", "react": "19"}}',
    'src/components/Chart.tsx': '',
    'src/components/ui/button.tsx': '',
    'src/features/berths/index.ts': '',
    'src/features/tides/index.ts': '',
    'src/lib/pool.ts': '',
    'src/lib/text.ts': '',
    'src/db/client.ts': '',
    'src/services/berths.ts': '',
    'src/controllers/berths.ts': '',
  },
);

heldTo(
  [
    [
      ['Only services may call repositories.', 'Only services may import repositories directly.'],
      [
        'src/main/java/port/web/CraneController.java: package port.web;\n\nimport port.data.BerthRepository;\n\nclass CraneController {}\n',
      ],
      [
        'src/main/java/port/core/CraneService.java: package port.core;\n\nimport port.data.BerthRepository;\n\nclass CraneService {}\n',
        'src/main/java/port/PortConfig.java: package port;\n\nimport port.data.BerthRepository;\n\nclass PortConfig {}\n',
        'src/test/java/port/web/BerthControllerTest.java: package port.web;\n\nimport port.data.BerthRepository;\n\nclass BerthControllerTest {}\n',
      ],
    ],
    [
      ['Controllers must not call repositories directly.', 'Controllers must never depend on repositories.'],
      [
        'src/main/java/port/web/CraneController.java: package port.web;\n\nimport port.data.BerthRepository;\n\nclass CraneController {}\n',
      ],
      [
        'src/main/java/port/core/CraneService.java: package port.core;\n\nimport port.data.BerthRepository;\n\nclass CraneService {}\n',
        'src/test/java/port/web/BerthControllerTest.java: package port.web;\n\nimport port.data.BerthRepository;\n\nclass BerthControllerTest {}\n',
      ],
    ],
  ],
  {
    'build.gradle.kts': '',
    'src/main/java/port/web/BerthController.java': '',
    'src/main/java/port/core/BerthService.java': '',
    'src/main/java/port/data/BerthRepository.java': '',
  },
);

heldTo(
  [
    [
      ['`pkg/` must not import `internal/`.', 'Code under `pkg/` must never import from `internal/`.'],
      ['pkg/units/b.go: package units\n\nimport "port.example/harbour/internal/tide"\n'],
      [
        'internal/tide/b.go: package tide\n\nimport "port.example/harbour/pkg/units"\n',
        'pkg/units/b.go: package units\n\nimport "fmt"\n',
      ],
    ],
  ],
  {
    'go.mod': 'module port.example/harbour\n\ngo 1.22\n',
    'internal/tide/tide.go': 'package tide\n',
    'pkg/units/units.go': 'package units\n',
  },
);

heldTo(
  [
    [
      '`core` must not depend on `cli`.',
      ['crates/core/src/b.rs: use harbour_cli::run;\n'],
      ['crates/cli/src/b.rs: use harbour_core::run;\n'],
    ],
  ],
  {
    'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
    'crates/core/Cargo.toml': '[package]\nname = "harbour-core"\n',
    'crates/core/src/lib.rs': '',
    'crates/cli/Cargo.toml': '[package]\nname = "harbour-cli"\n',
    'crates/cli/src/main.rs': '',
  },
);

heldTo(
  [
    [
      ['Only repositories may import `cargo-kit`.', 'Only repositories may use `cargo-kit` directly.'],
      ["src/services/b.ts: import { open } from 'cargo-kit';\nexport const b = open;\n"],
      [
        "src/repositories/b.ts: import { open } from 'cargo-kit';\nexport const b = open;\n",
        "src/services/b.test.ts: import { open } from 'cargo-kit';\nexport const b = open;\n",
        "src/services/b.ts: import type { Open } from 'cargo-kit';\nexport type B = Open;\n",
      ],
    ],
  ],
  {
    'package.json': '{"name":"harbour","dependencies":{"cargo-kit":"1"}}',
    'src/services/a.ts': 'export const a = 1;\n',
    'src/repositories/a.ts': 'export const a = 1;\n',
  },
);
