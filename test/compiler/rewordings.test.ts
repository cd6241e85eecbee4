import { heldInSessions, type Told } from './sessions.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json':
    '{"name":"kiln","private":true,"scripts":{"build":"tsc","dev":"vite","check":"x","unit":"vitest run"}}',
  'pnpm-lock.yaml': '',
  Makefile: 'verify:\n\ttrue\n',
  'vendor/bin/glaze': 'x',
  'uv.lock': '',
  'tools/fire.py': 'x = 1\n',
  'packages/a/x.ts': 'export {};\n',
  '.changeset/config.json': '{}',
  'src/glaze.ts': 'export {};\n',
  'gen/a/client.go': 'package a\n',
  'db/migrations/1_init.sql': '--\n',
  'Kiln.xcodeproj/project.pbxproj': 'x\n',
  'locales/en.json': '{}\n',
};

const CASES: readonly Told[] = [
  [
    [
      'Prefer `git push --force-with-lease`, never `--force`.',
      'Use `--force-with-lease` instead of `--force`.',
      'When you push a rebased branch use `--force-with-lease`, never plain `--force`.',
      'Never use `--force`; `--force-with-lease` is fine.',
    ],
    ['git push --force', 'git push -f origin topic', 'git push origin +topic'],
    ['git push --force-with-lease', 'git push', 'npm install --force'],
  ],
  [
    ['Never open PRs as drafts.', "Don't create draft pull requests.", 'No draft PRs.'],
    ['gh pr create --draft --fill'],
    ['gh pr create --fill', 'gh pr list'],
  ],
  [
    ['Do not run `pnpm build` or `pnpm dev`.'],
    ['pnpm build', 'pnpm run build', 'pnpm dev'],
    ['pnpm check', 'git status'],
  ],
  [
    ['Do not run `vendor/bin/glaze --test`, simply run `vendor/bin/glaze` to fix what it finds.'],
    ['vendor/bin/glaze --test'],
    ['vendor/bin/glaze', 'vendor/bin/glaze --dirty'],
  ],
  [['Avoid `npx`; use the scripts.'], ['npx eslint .'], ['npm run check', 'pnpm check']],
  [
    [
      'A change is done when `make verify` passes.',
      'Work is only finished once `make verify` is green.',
      'Run `make verify` before finalizing changes.',
    ],
    ['+src/glaze.ts ; stop'],
    ['+src/glaze.ts ; make verify ; stop', 'stop'],
  ],
  [
    ['Before you push, make sure `make verify` and `pnpm check` are clean.'],
    ['+src/glaze.ts ; make verify ; git push'],
    ['+src/glaze.ts ; make verify ; pnpm check ; git push'],
  ],
  [
    [
      'Files under `gen/` are generated from schemas. Do not edit them; run `make verify`.',
      '`gen/` is off-limits.',
      'Everything in `gen/` is read-only.',
    ],
    ['+gen/a/client.go', "sed -i 's/a/b/' gen/a/client.go"],
    ['+src/glaze.ts', 'make verify'],
  ],
  [
    ['Migrations that have been merged must not be edited.', 'Never edit Prisma migrations that are applied.'],
    ['+db/migrations/1_init.sql'],
    ['+db/migrations/2_more.sql'],
  ],
  [['Do not edit `Kiln.xcodeproj` directly.'], ['+Kiln.xcodeproj/project.pbxproj'], ['+src/glaze.ts']],
  [
    [
      'Never push without a changelog entry.',
      'Create a branch for larger work.',
      'Do not commit while a rebase is open.',
    ],
    [],
    ['git push', 'git commit -m x'],
  ],
  [
    ['Always run everything with `uv run`, e.g. `uv run pytest`.', 'Never call `pytest` or `python` directly.'],
    ['pytest -q', 'python tools/fire.py'],
    ['uv run pytest -q', 'uv sync', 'grep -n pytest README.md', '+tests/test_a.py=import pytest\n'],
  ],
  [['`npm test` watches files. Use `npm run check` instead.'], ['npm test'], ['npm run check']],
  [
    ['Changes to a package under `packages/` require a changeset (`pnpm changeset`).'],
    ['+packages/a/x.ts ; git commit -m x'],
    ['+packages/a/x.ts ; +.changeset/odd-cats.md ; git commit -m x', '+src/glaze.ts ; git commit -m x'],
  ],
  [
    [
      'Changes to `packages/` that affect the public API need a changeset.',
      'Do not run `make verify` for small changes.',
      'Never rewrite history on `main`.',
      "Don't update dependencies as part of unrelated work.",
      'Never run `rm -rf` on anything outside `dist/`.',
    ],
    [],
    ['+packages/a/x.ts ; git commit -m x', 'make verify', 'git rebase main', 'npm update', 'rm -rf dist'],
  ],
  [
    ['Never: commit keys, edit `gen/`, force push', '- 🚫 **Never:** edit `gen/`, force push, commit secrets\n'],
    ['+gen/a/client.go', 'git push --force'],
    ['git push', '+src/glaze.ts'],
  ],
  [
    ['Format with `pnpm check` and test with `make verify` before each commit.'],
    ['+src/glaze.ts ; pnpm check ; git commit -m x'],
    ['+src/glaze.ts ; pnpm check ; make verify ; git commit -m x'],
  ],
  [['Install with `--frozen-lockfile`.'], ['pnpm install'], ['pnpm install --frozen-lockfile', 'pnpm check']],
  [
    ['Use `npm ci`, not `npm install`, unless you are adding a dependency.'],
    ['npm install'],
    ['npm ci', 'npm install left'],
  ],
  [['Never skip tests with `-DskipTests`.'], ['mvn package -DskipTests'], ['mvn package']],
  [["Don't call `go test` directly, use `make verify`."], ['go test ./...'], ['make verify']],
  [['Code: look first; never edit `.sql` files by hand.'], ['+db/migrations/1_init.sql'], ['+src/glaze.ts']],
  [
    ['Run `glazecheck` before committing.'],
    ['+src/glaze.ts ; git commit -m x'],
    ['+src/glaze.ts ; glazecheck ; git commit -m x'],
  ],
  [
    ['Clients are in `gen/`. After any change run `make verify`.'],
    ['+gen/a/client.go ; stop'],
    ['+gen/a/client.go ; make verify ; stop', '+src/glaze.ts ; stop'],
  ],
  [
    ['Do not add dependencies to `packages/a` without discussion.', 'Use `vendor/bin/glaze` rather than `glaze`.'],
    [],
    ['pnpm add left', '+src/glaze.ts=import glaze from "glaze";\n'],
  ],
  [['Do not call `vitest` directly.'], ['vitest run'], ['pnpm unit']],
  [['Never run the build to look at your work.'], ['pnpm build', 'npm run build'], ['pnpm check']],
  [
    ["Don't run the whole test suite; run one file at a time."],
    ['npm test', 'go test ./...', 'pytest'],
    ['npm test -- src/glaze.test.ts', 'pytest tests/test_a.py', 'go test ./gen'],
  ],
];

heldInSessions(CASES, TREE);
