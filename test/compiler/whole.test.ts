import { describe, expect, it } from 'vitest';
import { hold, type Step } from './hold.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"kiosk","scripts":{"lint":"x","test":"y","types":"z"}}',
  'pnpm-lock.yaml': '',
  'src/menu.ts': 'export const a = 1;\n',
  'src/made/client.ts': 'export const b = 1;\n',
  'src/routes.ts': 'export const c = 1;\n',
  'contracts/menu.yaml': 'x\n',
  'wire/menu.proto': 'x\n',
  'db/migrations/0001_menu.sql': 'x\n',
  'borrowed/grid.js': 'x\n',
  'docs/routes.md': '# Routes\n',
  '.ci/steps.yml': 'x\n',
  '.env.example': 'PORT=1\n',
  'lint-baseline.txt': 'src/menu.ts\nsrc/routes.ts\n',
  'vault/0001.sql': 'x\n',
  gradlew: '#!/bin/sh\n',
  'build.gradle': '',
  'CHANGELOG.md': '# Changes\n',
  Makefile: 'check:\n\tx\nclient:\n\tx\n',
};

const KEY = 'export const key = process.env.MENU_KEY;\n';

/** `$ command` runs it, `$! command` fails, `.` is the end of the work, `+3 file` has three lines, anything else is written. */
function stepOf(text: string): Step {
  if (text === '.') return { stop: true };
  if (text.startsWith('$! ')) return { run: text.slice(3), exit: 1 };
  if (text.startsWith('$ ')) return { run: text.slice(2) };
  const grown = /^\+(\d+) (.+)$/.exec(text);
  if (grown) return { write: grown[2] ?? '', content: 'x\n'.repeat(Number(grown[1])) };
  return { write: text, content: text === 'src/key.ts' ? KEY : 'export const z = 2;\n' };
}

/** Prose, what breaks it and what does not: steps with `; ` between them, of which the last is judged. */
const CASES: readonly (readonly [
  prose: string | readonly string[],
  broken: readonly string[],
  kept: readonly string[],
])[] = [
  [
    [
      '**Ask first:** adding new dependencies, modifying `.ci/steps.yml`',
      'Adding a dependency or changing `.ci/steps.yml` requires approval from a maintainer.',
      '## Requires approval\n\n- Adding new packages\n- Changes to `.ci/steps.yml`\n',
    ],
    ['$ pnpm add left', '.ci/steps.yml'],
    ['$ pnpm install', 'src/menu.ts'],
  ],
  ['## Ask first\n\n- Running `make ship`\n- Rewording the menu\n', ['$ make ship'], ['src/menu.ts', '$ make check']],
  ['Ask which menu is meant before you start.', [], ['src/menu.ts', '$ make check']],
  [
    [
      'Never modify the build pipeline (`.ci/`) without explicit approval.',
      'Files in `.ci/` are not edited by hand.',
      'Leave `.ci/` alone.',
      '🔒 Protected files: `.ci/`, `borrowed/`',
      '## Off limits\n\n- `.ci/` – the platform team owns it\n',
      'The following paths are off limits:\n\n- `.ci/`\n',
      'Keep your hands off `.ci/`.',
      '### Files you must not touch\n\n- `.ci/`\n',
      '| Path | Rule |\n| --- | --- |\n| `.ci/` | Do not edit |\n| `src/` | Free to edit |\n',
      '| Folder | What | Editable |\n| --- | --- | --- |\n| `.ci/` | pipeline | no |\n| `src/` | code | yes |\n',
      '## Never\n\n- Editing files in `.ci/`\n',
      "Don't touch `.ci/`: the platform team owns it.",
      '`.ci/` is written by another repository; manual changes will be lost.',
    ],
    ['.ci/steps.yml'],
    ['src/menu.ts', '$ cat .ci/steps.yml'],
  ],
  [
    ['Only edit files under `src/` and `docs/`.', 'Do not modify files outside `src/` and `docs/`.'],
    ['.ci/steps.yml'],
    ['src/menu.ts', 'docs/routes.md'],
  ],
  ['The pipeline (`.ci/`) takes ten minutes.', [], ['.ci/steps.yml']],
  ['Never modify the pipeline (`.ci/`) in tests.', [], ['.ci/steps.yml']],
  [
    'Do not touch migrations that have already been applied.',
    ['db/migrations/0001_menu.sql'],
    ['db/migrations/0002_price.sql'],
  ],
  [
    [
      'Applied migrations must not be modified.',
      'Do not modify applied migrations; write a new one.',
      'Once a migration has been merged, never change it.',
      'Migrations: never edit existing files, only add new ones.',
      'Create a new migration rather than modifying an existing one.',
      'Modifying existing migrations is forbidden.',
      'No edits to existing migrations.',
      'SQL scripts in `db/migrations/` are immutable.',
      'Never touch anything under `db/migrations/`.',
      'Everything in `db/migrations/` is frozen once merged.',
    ],
    ['db/migrations/0001_menu.sql'],
    ['db/migrations/0002_price.sql', 'src/menu.ts'],
  ],
  ['Run migrations before the tests; existing data is kept.', [], ['db/migrations/0001_menu.sql']],
  ['Never edit anything under `vault`.', ['vault/0001.sql'], ['src/menu.ts']],
  ['Files under `vault` are immutable once merged.', ['vault/0001.sql'], ['vault/0002.sql']],
  [
    'Do not hand-edit `pnpm-lock.yaml` or anything in `src/made`.',
    ['src/made/client.ts', 'pnpm-lock.yaml'],
    ['src/menu.ts'],
  ],
  [
    [
      '`lint-baseline.txt` may only shrink.',
      '`lint-baseline.txt` must not grow.',
      'Never add entries to `lint-baseline.txt`.',
      '## Do not\n\n- Add entries to `lint-baseline.txt`\n',
    ],
    ['+3 lint-baseline.txt'],
    ['lint-baseline.txt'],
  ],
  ['Never add entries to `src/menu.ts` by hand.', [], ['+3 src/menu.ts']],
  [
    [
      '`src/menu.ts` and `src/routes.ts` must be kept in step.',
      'Keep `src/menu.ts` and `src/routes.ts` in sync.',
      '`src/menu.ts` mirrors `src/routes.ts`; update both together.',
    ],
    ['src/menu.ts; .', 'src/routes.ts; .'],
    ['src/menu.ts; src/routes.ts; .', 'borrowed/grid.js; .'],
  ],
  [
    [
      'When editing `src/menu.ts`, make the same change in `src/routes.ts`.',
      'If you change `src/menu.ts`, bump the version in `src/routes.ts`.',
      'Bump `version` in `src/routes.ts` whenever `src/menu.ts` changes.',
    ],
    ['src/menu.ts; .'],
    ['src/menu.ts; src/routes.ts; .', 'src/routes.ts; .'],
  ],
  [
    ["Don't run `docker compose down -v`, `up --force-recreate` or `rm`."],
    ['$ docker compose down -v', '$ docker compose up --force-recreate', '$ docker compose rm'],
    ['$ rm notes.txt', '$ docker compose up', '$ docker compose ps'],
  ],
  [
    'Never run `git push`, `commit` or `merge --squash`.',
    ['$ git commit -m x', '$ git merge --squash a'],
    ['$ git merge a'],
  ],
  ['Never run `rails db:drop`, `db:reset`.', ['$ rails db:reset'], ['$ rails db:migrate']],
  ['Never use `git stash` or `rm`.', ['$ git stash', '$ rm a.txt'], ['$ git rm a.txt']],
  [
    [
      'Never run `cargo test`; `cargo test --doc` is fine.',
      'Use `cargo nextest run`, not `cargo test`; doc tests are the exception (`cargo test --doc`).',
    ],
    ['$ cargo test', '$ cargo test --all'],
    ['$ cargo test --doc', '$ cargo nextest run'],
  ],
  ['Do not run `php artisan migrate:fresh` or `db:wipe`.', ['$ php artisan db:wipe'], ['$ php artisan migrate']],
  [
    '| Path | Notes |\n| --- | --- |\n| `src/made/` | auto-generated, do not edit |\n| `borrowed/` | frozen — fixes only |\n| `docs/` | never edit accepted pages; add a new one |\n| `.ci/` | do not edit without tests |\n',
    ['src/made/client.ts', 'docs/routes.md'],
    ['borrowed/grid.js', 'docs/tables.md', '.ci/steps.yml'],
  ],
  [
    [
      'Recorded answers in `vault/` are updated with `make client`, never by hand.',
      'Scripts: renew with `make client`, never edit `vault/` by hand.',
    ],
    ['vault/0001.sql'],
    ['src/menu.ts'],
  ],
  [
    ['Run `gofmt` before committing.', 'Always run Gofmt (`gofmt -w .`) before committing.'],
    ['src/menu.ts; $ git commit -m x'],
    ['src/menu.ts; $ gofmt -w .; $ git commit -m x'],
  ],
  ['Never run `make check`: it takes an hour.', ['$ make check'], ['$ make client']],
  [
    "Don't use `sed`, `awk` or `echo` to edit files.",
    ["$ sed -i 's/a/b/' src/menu.ts", '$ echo x > src/menu.ts'],
    ['$ sed -n 1,9p src/menu.ts', "$ awk '{print $1}' src/menu.ts", '$ echo done'],
  ],
  [
    ['No package may be added without sign-off from the team.', 'Never add a dependency without discussing it first.'],
    ['$ pnpm add left'],
    ['$ pnpm install'],
  ],
  ['Never add a dependency from `src` to `borrowed`.', [], ['$ pnpm add left']],
  [
    ['Commit format: `type(scope): subject`.', 'Format commits as `type(scope): message`.'],
    ['$ git commit -m "Trim names"'],
    ['$ git commit -m "fix(menu): trim names"'],
  ],
  ['Never push with `--force`.', ['$ git push --force'], ['$ git push origin topic']],
  ['Never commit with `--no-verify`.', ['$ git commit --no-verify -m x'], ['$ git commit -m x']],
  ['Never commit with `--amend`.', ['$ git commit --amend'], ['$ git commit -m x']],
  ['Never create a PR with `--draft`.', ['$ gh pr create --draft'], ['$ gh pr create --fill']],
  ["Don't open a PR with failing tests.", [], ['$ gh pr create --fill']],
  ["Don't delete remote branches.", ['$ git push origin --delete a'], ['$ git branch -D a']],
  ['Keep `src/menu.ts` and `CHANGELOG.md` in sync.', [], ['src/menu.ts; .']],
  ['`vault/*.sql` are exported by `make client`; edit the menu instead.', ['vault/0001.sql'], ['src/menu.ts']],
  [
    "Don't edit generated code (`src/made/`, `borrowed/`).",
    ['src/made/client.ts', 'borrowed/grid.js'],
    ['src/menu.ts'],
  ],
  ['Never edit migrations (`db/migrations/`).', ['db/migrations/0001_menu.sql'], ['db/migrations/0002_price.sql']],
  ['Use `./gradlew`, never `gradle`.', ['$ gradle build'], ['$ ./gradlew build']],
  [
    [
      'New runtime dependencies need approval; dev dependencies are fine.',
      'No new production dependencies without approval.',
      'Runtime dependencies require approval.',
      'Ask before adding a runtime dependency.',
    ],
    ['$ pnpm add left', '$ npm install left', '$ uv add left'],
    ['$ pnpm add -D left', '$ npm install --save-dev left', '$ uv add --group dev left', '$ pnpm install'],
  ],
  [
    'Never run `kubectl apply`.',
    ['$ kubectl apply -f a.yaml'],
    ['$ kubectl rollout status deploy/a', '$ kubectl get pods'],
  ],
  ['Do NOT use `.mdx` — plain `.md` only.', ['docs/new.mdx'], ['docs/new.md']],
  ['Do not use `.then` chains.', [], ['docs/new.then']],
  [
    [
      'After changing `contracts/menu.yaml` run `make client`.',
      'Changes to `contracts/menu.yaml` require running `make client`.',
      'If you touch `contracts/menu.yaml`, regenerate the client with `make client`.',
      'Touching `contracts/menu.yaml` → run `make client`.',
      '`contracts/menu.yaml` changed: run `make client`.',
      'Contract changes (`contracts/menu.yaml`) require `make client`.',
      'Changed `contracts/menu.yaml`? Run `make client`.',
      '| When you change… | Run |\n| --- | --- |\n| `contracts/menu.yaml` | `make client` |\n',
    ],
    ['contracts/menu.yaml; .', 'contracts/menu.yaml; $! make client; .'],
    ['contracts/menu.yaml; $ make client; .', 'src/menu.ts; .'],
  ],
  [
    'After any `.proto` change, run `make client`.',
    ['wire/menu.proto; .'],
    ['wire/menu.proto; $ make client; .', 'src/menu.ts; .'],
  ],
  [
    '## Required verification\n\nRun the relevant checks before declaring work complete:\n\n- `make check` for TypeScript changes\n',
    ['src/menu.ts; .'],
    ['src/menu.ts; $ make check; .', 'wire/menu.proto; .'],
  ],
  ['## Commands\n\n- `make check` for TypeScript changes\n', [], ['src/menu.ts; .']],
  [
    [
      'When finished, run `make check`.',
      "## When you're done\n\n1. `make check`\n",
      '## Definition of Done\n\n- [ ] `make check` passes\n',
      '## Definition of Done\n\n- [ ] No type errors (`make check`)\n',
      'Never consider a task complete until `make check` passes.',
      'Always run `make check` before you report a task as done.',
      'A task is not done until `make check` passes.',
      'Finish every task by running `make check`.',
    ],
    ['src/menu.ts; .'],
    ['src/menu.ts; $ make check; .', '.'],
  ],
  [
    [
      'Do not open a PR until `make check` is green.',
      'You must run `make check` prior to opening a pull request.',
      'Make sure `make check` succeeds before opening a PR.',
      '### PR checklist\n\n- [ ] Tests pass (`make check`)\n',
    ],
    ['src/menu.ts; $ gh pr create --fill'],
    ['src/menu.ts; $ make check; $ gh pr create --fill'],
  ],
  ['Before shipping, run `make check`.', ['src/menu.ts; $ git push'], ['src/menu.ts; $ make check; $ git push']],
  [
    'Format with `make check` before each commit.',
    ['src/menu.ts; $ git commit -m x'],
    ['src/menu.ts; $ make check; $ git commit -m x'],
  ],
  [
    [
      'Keep `docs/routes.md` in sync with `src/routes.ts`.',
      'Changes to `src/routes.ts` require an update to `docs/routes.md`.',
      'Touching `src/routes.ts` → update `docs/routes.md`.',
    ],
    ['src/routes.ts; .'],
    ['src/routes.ts; docs/routes.md; .', 'docs/routes.md; .'],
  ],
  [
    'Update `CHANGELOG.md` with every PR.',
    ['src/menu.ts; $ git commit -m x'],
    ['src/menu.ts; CHANGELOG.md; $ git commit -m x'],
  ],
  ['Any new environment variable must be added to `.env.example`.', ['src/key.ts; .'], ['src/menu.ts; .']],
  ['Always create a feature branch before changing code.', ['$ git commit -m x'], ['$ git switch -c topic']],
  [
    'Never push to `main` or `develop`.',
    ['$ git push origin develop', '$ git push origin HEAD:main'],
    ['$ git push origin topic'],
  ],
  [
    ['PRs must be created as drafts.', 'Always open draft PRs.'],
    ['$ gh pr create --fill'],
    ['$ gh pr create --draft --fill', '$ gh pr list'],
  ],
  ['All commits must be signed off (`git commit -s`).', ['$ git commit -m x'], ['$ git commit -s -m x']],
  [
    'Do not add AI attribution to commits.',
    ['$ git commit -m "feat: x" -m "Generated with Claude Code"'],
    ['$ git commit -m "feat: x"'],
  ],
  [
    'Always pass `--locked` to `cargo install`.',
    ['$ cargo install left'],
    ['$ cargo install --locked left', '$ cargo build'],
  ],
  ['Do not read or print `.env`.', ['$ cat .env'], ['$ cat .env.example']],
  ['Forbidden commands: `make ship`, `git clean -fd`', ['$ make ship', '$ git clean -fd'], ['$ make check']],
  [
    'The following commands must never be run by an agent:\n\n```bash\nmake ship  # live\n```\n',
    ['$ make ship'],
    ['$ make check'],
  ],
  ['Use `rg` instead of `grep` and `fd` instead of `find`.', ['$ grep -r x .'], ['$ fd x', '$ rg x']],
  ['Never call `python` directly; run everything through `uv run`.', ['$ python a.py'], ['$ uv run python a.py']],
];

const EACH = CASES.flatMap(([prose, broken, kept]) => [prose].flat().map((form) => [form, broken, kept] as const));

describe.each(EACH)('%s', (prose, broken, kept) => {
  it('is held to', async () => {
    const held = await hold(TREE, prose.includes('\n') ? prose : `# Guide\n\n- ${prose}\n`);
    const judged = async (line: string) => (await held.broken(line.split('; ').map(stepOf))).length > 0;
    for (const line of broken) expect([line, await judged(line)]).toEqual([line, true]);
    for (const line of kept) expect([line, await judged(line)]).toEqual([line, false]);
  });
});
