import { heldInSessions, type Told } from './sessions.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"shop","private":true,"scripts":{"lint":"x","check":"y"}}',
  'web/package.json': '{"name":"@shop/web","scripts":{"check":"z"}}',
  'go.mod': 'module example.org/shop\n',
  Makefile: 'lint:\n\tgolint ./...\nci: lint\n\tgo test ./...\n',
  'src/prices.go': 'package src\n',
  'src/prices_test.go': 'package src\n',
  'web/page.ts': 'export {};\n',
  'docs/guide.md': '# Guide\n',
  'docs/index.md': '# Index\n',
  'ARCHITECTURE.md': '# Parts\n',
  'REVIEW.md': '# Review\n',
  'engine/a/Cargo.toml': '[package]\nname = "a"\n',
  'engine/a/src/lib.rs': '\n',
  'load/src/runs/first.go': 'package runs\n',
  'load/src/runs.md': '\n',
  'ci/load.yml': '\n',
};

const CASES: readonly Told[] = [
  [
    [
      'Run `make lint` before every commit.',
      'Before committing, run `make lint`.',
      'Lint before committing: `make lint`',
      'Before commit: `make lint`, then whatever else helps.',
      '## Before committing\n\n- Run `make lint`\n',
      'Always run these before committing:\n\n- `make lint` - checks style\n- `make fuzz` - only when parsers change\n',
    ],
    [
      'git commit -m x',
      '+src/a.go ; git commit -m x',
      '!make lint ; git commit -m x',
      'make lint ; +src/a.go ; git commit -m x',
      'make lint & ; git commit -m x',
    ],
    [
      'make lint ; git commit -m x',
      'make ci ; git commit -m x',
      'make lint & wait $! ; git commit -m x',
      'git status',
      'stop',
    ],
  ],
  [
    [
      'Before every commit, run the full gates in order: `make lint`, `make fuzz`.',
      'Always run these in this exact order before committing:\n\n1. **Style:** `make lint`\n2. **Inputs:** `make fuzz`\n',
    ],
    ['make lint ; git commit -m x', 'make fuzz ; make lint ; git commit -m x'],
    ['make lint ; make fuzz ; git commit -m x'],
  ],
  [
    ['Run `trunkit fmt` before proposing a commit.', 'Run `./vendor/bin/trunkit fmt` before committing.'],
    ['+src/a.go ; git commit -m x'],
    ['+src/a.go ; ./vendor/bin/trunkit fmt ; trunkit fmt ; git commit -m x'],
  ],
  [
    ['Run `make lint` (or `make all`) before committing.', 'Run `make lint` or `make all` before committing.'],
    ['git commit -m x'],
    ['make lint ; git commit -m x', 'make all ; git commit -m x'],
  ],
  [
    [
      '## Area checks\n\n- Backend/Go: `make lint`; docs: see the guide.\n',
      '## Verification\n\n- Go files: always `make lint`\n',
      '| Change | Verification |\n| --- | --- |\n| Go source | `make lint` |\n| Prose | read it again |\n',
      'After changing Go code, run `make lint`.',
    ],
    ['+src/a.go ; stop', '+src/a.go ; git commit -m x'],
    ['+docs/guide.md ; stop', '+src/a.go ; make lint ; stop', '+web/page.ts ; stop'],
  ],
  [
    [
      '## Updating dependencies\n\n1. Edit the manifest\n2. Run `make vendor`\n',
      'If dependencies changed, run `make vendor`.',
    ],
    [
      '+go.mod=module example.org/other ; stop',
      'go get example.org/left ; stop',
      '+package.json={"dependencies":{"left":"1"}} ; stop',
    ],
    ['+package.json={"name":"shop","version":"2"} ; stop', 'go get example.org/left ; make vendor ; stop'],
  ],
  [
    [
      'Run `pnpm --dir web run check` after changing the web package.',
      'After edits to `web/`, run `cd web && pnpm check`.',
    ],
    ['+web/page.ts ; stop', '+web/page.ts ; pnpm check ; stop'],
    [
      '+web/page.ts ; pnpm --dir web run check ; stop',
      '+web/page.ts ; cd web && npm run check ; stop',
      '+src/a.go ; stop',
    ],
  ],
  [
    ['`make docs` regenerates the index. Run this after adding or deleting a documentation page.'],
    ['+docs/new.md ; stop', '-docs/guide.md ; stop'],
    ['+docs/guide.md=more ; stop', '+docs/new.md ; make docs ; stop'],
  ],
  [
    [
      'Before opening a pull request, review your diff and read `REVIEW.md` on what we look at.',
      'Review the full diff before opening a pull request; read `REVIEW.md` before opening one, too.',
    ],
    ['gh pr create --fill', '<REVIEW.md ; gh pr create --fill'],
    ['git diff main...HEAD ; <REVIEW.md ; gh pr create --fill'],
  ],
  [
    ['Always ensure CI checks pass before merging.'],
    ['gh pr merge 7 --squash', '!gh pr checks 7 ; gh pr merge 7'],
    ['gh pr checks 7 ; gh pr merge 7', 'gh pr create --fill'],
  ],
  [
    ['When you add or rename a crate, update `ARCHITECTURE.md` and name it in the list there.'],
    ['+engine/b/Cargo.toml ; stop'],
    ['+engine/a/src/lib.rs=mod b; ; stop', '+engine/b/Cargo.toml ; +ARCHITECTURE.md ; stop'],
  ],
  [
    ['When adding load runs: always update `ci/load.yml`.'],
    ['+load/src/runs/second.go ; stop'],
    ['+load/src/runs/second.go ; +ci/load.yml ; stop', '+src/b.go ; stop'],
  ],
  [
    ['Add or update tests for any code change.', 'Update the docs text and add tests alongside code changes.'],
    ['+src/prices.go ; stop'],
    ['+src/prices.go ; +src/prices_test.go ; stop', '+docs/guide.md ; stop'],
  ],
  [
    ['Prices and taxes must stay in sync: every change to `src/prices.go` must be mirrored in `web/page.ts`.'],
    ['+src/prices.go ; stop'],
    ['+src/prices.go ; +web/page.ts ; stop'],
  ],
  [
    [
      'You can run `make lint` before committing.',
      'Run the relevant checks such as `make lint` if needed before committing.',
      '## Commands\n\n- Go: `make lint`\n- `make ci`\n',
      '## Validation commands\n\n- Go: `make lint`\n',
      '- CI runs `make lint` before committing anything to the release.\n',
      'If generated files affect Go discovery, run `make lint`.',
      'When the diff changes a rendered Go snippet, run `make lint`.',
      'Use the smallest relevant checks, then the full applicable set before finishing:\n\n- `make lint` for pure logic.\n',
      '| Command | What it does |\n| --- | --- |\n| `make lint` | checks Go changes |\n',
    ],
    [],
    ['+src/a.go ; stop', '+src/a.go ; git commit -m x'],
  ],
];

heldInSessions(CASES, TREE);
