import { heldInSessions, type Told } from './sessions.ts';

const TREE: Readonly<Record<string, string>> = {
  'engine/Cargo.toml': '[workspace]\n',
  'engine/src/lib.rs': '\n',
  'web/page.ts': 'export {};\n',
  'tools/report.py': 'x = 1\n',
  'pyproject.toml': '[project]\nname = "a"\ndependencies = ["left==1"]\n',
  Makefile: 'all:\n\ttrue\n',
  'script/publish': '#!/bin/sh\n',
  '.github/pull_request_template.md': '## What\n\n## How tested\n',
};

const CASES: readonly Told[] = [
  [
    [
      'Full build: `make all` -- takes 2 minutes. NEVER CANCEL. Set timeout to 5+ minutes.',
      '`make all` is slow: use a timeout of at least 300 seconds.',
      'Never cancel `make all`; set the timeout to 5 minutes or more.',
    ],
    ['timeout 60 make all', 'timeout -k 5 4m make all', 'timeout 299s make all 2>&1 | tail'],
    ['timeout 10m make all', 'make all', 'timeout 5 curl localhost', 'timeout 5m make all'],
  ],
  [['Requests have a timeout of 30 seconds.', 'The `fetchAll()` timeout is 30 seconds.'], [], ['timeout 5 make all']],
  [
    ['Run `make <target>` from the repository root.', '`make <target>` must be run from the root of the repository.'],
    ['cd web && make all', 'make -C web all'],
    ['make all', 'cd web && ls'],
  ],
  [
    ['Run cargo commands from `engine/`.', 'There is no root manifest; run all cargo commands from `engine/`.'],
    ['cargo check', 'cd engine && cd .. && cargo check'],
    ['cd engine && cargo check', 'cd web && cargo check', 'cargo --version', 'grep -rn "cargo check" .'],
  ],
  [['You can run `make all` from the repository root.', 'Run `make all` from a shell.'], [], ['cd web && make all']],
  [
    [
      '- `cargo nextest run --locked -p <crate>` - one crate\n- Always use `--locked`\n',
      'Tests run with `cargo nextest run --locked`. Always pass `--locked` to save time for all of us.',
    ],
    ['cargo nextest run -p core'],
    ['cargo nextest run --locked -p core', 'cargo nextest list', 'cargo build'],
  ],
  [['Always use `--locked` in CI.', '- `cargo build` - builds\n- Always use `--locked`\n'], [], ['cargo build']],
  [
    ['Always use `.github/pull_request_template.md` for a new PR.', 'Fill the PR template into every PR body.'],
    ['gh pr create --fill', 'gh pr create --title x --body "Done."'],
    [
      'gh pr create --title x --body "## What\n\nAll."',
      'gh pr list',
      'gh pr create --title x --body-file .github/pull_request_template.md',
    ],
  ],
  [
    ['Pull request descriptions must include:\n\n- Summary\n- Test plan: what was run\n'],
    ['gh pr create --title x --body "## Summary\n\nAll."'],
    ['gh pr create --title x --body "## Summary\n\nAll.\n\n## Test plan\n\nRan it."'],
  ],
  [
    ['Keep pull requests focused and linked to an existing issue.', 'All PRs must be linked to an issue.'],
    ['gh pr create --title x --body "Done."'],
    ['gh pr create --title x --body "Fixes #12."', 'gh pr view 12'],
  ],
  [['Link to an issue in PRs when there is one.'], [], ['gh pr create --title x --body "Done."']],
  [
    [
      'Commits must include:\n\n```\nReviewed-By: NAME <MAIL>\n```\n',
      'Every commit must carry a `Reviewed-By: NAME` trailer.',
    ],
    ['git commit -m "fix: x"'],
    [
      'git commit -m "fix: x" -m "Reviewed-By: Ann <ann@example.org>"',
      "git commit -m 'fix: x' --trailer 'Reviewed-By: Ann <a@b.c>'",
    ],
  ],
  [
    ['Formatted and linted with ruff.', 'Code is formatted with `ruff`.'],
    ['black .', 'uv run isort .'],
    ['ruff format .', 'pytest -k black'],
  ],
  [
    ['Prefer package scripts over direct test runners.'],
    ['npx vitest run', 'pytest tools'],
    ['grep -rn vitest .', 'npx playwright install', 'vitest --version'],
  ],
  [
    ['Use `uv add`/`uv remove` for dependencies.'],
    ['+pyproject.toml=[project]\nname = "a"\ndependencies = ["left==2"]\n'],
    ['+pyproject.toml=[project]\nname = "b"\ndependencies = ["left==1"]\n', 'uv add right'],
  ],
  [
    ['No wholesale `go fix`; prefer `go fix <package>`.', 'Never run repo-wide `go fix`.'],
    ['go fix ./...'],
    ['go fix ./web', 'go vet ./...'],
  ],
  [
    ['Forbidden: `@latest`', 'Never use the `@latest` syntax.'],
    ['npm i left@latest', 'uv run --with left@latest left'],
    ['npm i left@1', "grep -rn '@latest' ."],
  ],
  [
    ['Never use `script/publish`.', '`script/publish` - NEVER USE THIS - it is for the release team'],
    ['script/publish', 'bash ./script/publish v1'],
    ['cat script/publish'],
  ],
  [
    ['Require approval before editing the manual and before commit, push, or external publication.'],
    ['git commit -m x', 'git push', 'npm publish'],
    ['git diff', '+web/page.ts'],
  ],
  [
    ['Do not create or switch branches unless asked.'],
    ['git switch main', 'git checkout -b topic'],
    ['git branch --show-current', 'git checkout -- web/page.ts'],
  ],
  [
    ['Never commit build output: `dist/`, `out/`.'],
    ['git add -f dist/app', 'git add --force out'],
    ['git add web/page.ts', 'rm -rf dist'],
  ],
];

heldInSessions(CASES, TREE);
