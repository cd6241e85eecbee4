/** An invented repository: what it is written in, the words of its instruction file, the commands it runs itself. */
export interface Repository {
  readonly name: string;
  readonly languages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly prose: string;
  readonly own: readonly string[];
}

const node = (scripts: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ name: 'sample', private: true, scripts, ...more });

/** Twenty files in the manner of many: rules between descriptions, layouts, tables, steps, history and advice. */
export const REPOSITORIES: readonly Repository[] = [
  {
    name: 'a web shop that describes its stack',
    languages: ['ts', 'tsx'],
    files: { 'package.json': node({ test: 'vitest run', lint: 'eslint .' }), 'pnpm-lock.yaml': '', 'src/index.ts': '' },
    prose: `# Shop\n\n## Stack\n\n- **Testing**: Vitest\n- **Styling**: Tailwind\n- Hosting: one machine, Docker Compose (web and database)\n\n## Layout\n\n- \`src/\`: sources\n- \`e2e/\`: Playwright tests\n- \`eslint.config.js\`: ESLint settings\n\n## Rules\n\n- Use pnpm, never npm.\n- Never use \`any\`.\n- Prefer plain functions over clever abstractions.\n`,
    own: ['pnpm test', 'pnpm lint', 'pnpm vitest run src', 'pnpm install --frozen-lockfile'],
  },
  {
    name: 'a service in Python with its tools in a table',
    languages: ['py'],
    files: { 'pyproject.toml': '[project]\nname = "svc"\n', 'uv.lock': '', 'src/svc/__init__.py': '' },
    prose: `# Service\n\n| Command | What it does |\n| --- | --- |\n| \`make check\` | ruff, mypy and the tests |\n| \`make clean\` | removes \`build\` and no \`dist\` |\n\n- \`make types\` -- \`mypy --strict\` over \`src\` and \`tests\`\n- Google-style docstrings\n- Never use \`print()\` in \`src/\`; use the logger.\n- Do not use a \`minor\` or \`major\` bump unless a maintainer says so.\n- Never silence warnings of your own code.\n`,
    own: ['make check', 'uv run pytest -q', 'uv run ruff check src', 'uv sync'],
  },
  {
    name: 'a server in Go with advice on style',
    languages: ['go'],
    files: { 'go.mod': 'module example.com/server\n', 'cmd/server/main.go': 'package main\n' },
    prose: `# Server\n\nNo further setup is required: \`go build\` and \`go test\` find everything.\n\n- **Clarity over comments**: comment only when necessary.\n- Keep functions small and focused.\n- Some scripts call other programs: \`gofmt\`, \`prettier\`.\n- If integration tests are relevant, update \`test/integration_test.go\`.\n- Never panic in library code.\n- Errors are wrapped with \`%w\`.\n`,
    own: ['go test ./...', 'go vet ./...', 'go build ./cmd/server', 'gofmt -l .'],
  },
  {
    name: 'a crate with an error table',
    languages: ['rs'],
    files: { 'Cargo.toml': '[package]\nname = "crate"\n', 'src/lib.rs': '' },
    prose: `# Crate\n\n| Code | Cause | Help |\n| --- | --- | --- |\n| \`E_SCAN\` | called with filters but no \`entries\` and \`deep=false\` | pass \`deep\` |\n\n- \`--quiet\` never prompts.\n- Avoid \`unwrap()\` outside tests.\n- No \`unsafe\` without a comment.\n- \`build.rs\` runs \`tools/gen.sh\` and only writes when the schema changed.\n`,
    own: ['cargo test', 'cargo clippy --all-targets', 'cargo fmt --check', 'cargo build --release'],
  },
  {
    name: 'an application in Java with a house style',
    languages: ['java'],
    files: { 'build.gradle': '', gradlew: '', 'src/main/java/app/App.java': 'package app;\nclass App {}\n' },
    prose: `# App\n\n## Naming\n\n- Classes use UpperCamelCase; methods use lowerCamelCase.\n- Prefer composition over inheritance.\n- Snapshot names are converted to kebab-case for file names.\n- Do not use wildcard imports.\n- \`./gradlew runData\` for provider changes; look at the diff after generation.\n`,
    own: ['./gradlew test', './gradlew build', './gradlew spotlessCheck'],
  },
  {
    name: 'a library in C#',
    languages: ['cs'],
    files: { 'Lib.sln': '', 'src/Lib/Lib.csproj': '<Project/>', 'src/Lib/Widget.cs': 'namespace Lib;\n' },
    prose: `# Lib\n\n- Use file-scoped namespaces.\n- All tests use xUnit.\n- Never use \`Task.Delay\` in tests.\n- Examples are located in \`samples/\`.\n- Be careful with \`dynamic\`.\n- Either await a task or say why not.\n`,
    own: ['dotnet test', 'dotnet build', 'dotnet format --verify-no-changes'],
  },
  {
    name: 'a Rails application',
    languages: ['rb'],
    files: {
      Gemfile: "source 'https://rubygems.org'\n",
      'Gemfile.lock': '',
      'app/models/order.rb': 'class Order\nend\n',
    },
    prose: `# Site\n\n- Do not run \`rails server\` yourself.\n- Fat models, thin controllers.\n- Queries go through scopes or query objects.\n- \`CartsController#send\` uses \`Mailer.later\`, so that the page answers at once.\n- Never commit \`.env\` files.\n- Always use Minitest, never RSpec.\n`,
    own: ['bin/rails test', 'bundle exec rubocop', 'bundle install'],
  },
  {
    name: 'a shop in PHP',
    languages: ['php'],
    files: { 'composer.json': '{}', 'composer.lock': '{}', 'src/Cart.php': '<?php\n' },
    prose: `# Cart\n\nStack: PHP 8.3, Blade (no React), plain JavaScript.\n\n- Avoid destructive commands unless asked.\n- Never use \`var_dump()\`.\n- Do not set \`MAIL_SCHEME=tls\`; the port knows.\n- Package managers: Composer and pnpm.\n`,
    own: ['composer test', 'vendor/bin/phpunit', 'composer install'],
  },
  {
    name: 'an application for phones',
    languages: ['swift'],
    files: { 'Package.swift': '', 'Sources/App/Main.swift': 'import Foundation\n' },
    prose: `# Phone\n\nCode is formatted by hooks:\n\n- **SwiftFormat** — \`.swiftformat\` (4 spaces)\n- **SwiftLint** — \`.swiftlint.yml\`\n\nNever edit files under \`Vendor/\`. Avoid force unwrapping.\n`,
    own: ['swift test', 'swift build', 'swiftlint lint --quiet'],
  },
  {
    name: 'firmware in C',
    languages: ['c'],
    files: { Makefile: 'test:\n\techo\n', 'src/main.c': 'int main(void) { return 0; }\n', 'src/gen/proto.h': '' },
    prose: `# Firmware\n\n- Never edit or commit files under \`src/gen/\`.\n- The \`legacy/\` folder still uses callbacks.\n- You can flash a board with \`make flash PORT=x\`.\n- No dynamic memory after start.\n- Module budget: the hooks warn on modules over 600 lines.\n`,
    own: ['make test', 'make', 'clang-format --dry-run src/main.c'],
  },
  {
    name: 'scripts for operators',
    languages: ['sh'],
    files: { 'bin/deploy.sh': '#!/usr/bin/env bash\n', Makefile: 'lint:\n\tshellcheck bin/*.sh\n' },
    prose: `# Scripts\n\n- Every script starts with \`set -euo pipefail\`.\n- Never force-push to main.\n- Audit before pushing:\n\n\`\`\`sh\ngit diff main | grep -E 'secret|token'\n\`\`\`\n\n- Treat production as read-only by default.\n`,
    own: ['make lint', 'shellcheck bin/deploy.sh', 'bash -n bin/deploy.sh'],
  },
  {
    name: 'a monorepo with steps for newcomers',
    languages: ['ts', 'tsx'],
    files: {
      'package.json': node({ test: 'turbo test', check: 'oxlint' }),
      'bun.lock': '',
      'packages/core/src/a.ts': '',
    },
    prose: `# Monorepo\n\n## Getting started\n\n1. Install Bun.\n2. Copy \`.env.example\` to \`.env\`.\n3. Run \`bun install\`.\n4. Open the browser.\n\n| Command | Runs |\n| --- | --- |\n| \`bun run check\` | everything: oxlint, oxfmt and types |\n\n- Some suites require Docker and Python.\n- Prefer \`bun\` over \`node\` for speed.\n- \`packages/core\` never imports from \`packages/web\`.\n`,
    own: ['bun test', 'bun run check', 'bun install'],
  },
  {
    name: 'a front end with components',
    languages: ['ts', 'tsx'],
    files: {
      'package.json': node({ test: 'vitest', build: 'vite build' }),
      'package-lock.json': '{}',
      'src/App.tsx': '',
    },
    prose: `# Front end\n\n- Use **\`interface\`** for public shapes meant to be extended.\n- Prefer arrow functions for callbacks.\n- Keep value and type imports apart where that helps.\n- No default exports.\n- \`strict\` is enabled for safety; do not rely on it to hide mistakes.\n- Use \`data-testid\` sparingly.\n`,
    own: ['npm test', 'npm run build', 'npm ci'],
  },
  {
    name: 'a library for data',
    languages: ['py'],
    files: { 'pyproject.toml': '[tool.poetry]\nname = "frames"\n', 'poetry.lock': '', 'frames/core.py': '' },
    prose: `# Frames\n\n## History\n\n- 2.1: dropped \`pandas\`, removed \`utils.py\`\n- 2.0: no more \`setup.py\`\n\n## Conventions\n\n- Treat the field order of dataclasses as part of the interface.\n- Prefer \`pathlib\` over \`os.path\`.\n- Type hints must pass \`make types\`.\n- Version: \`pyproject.toml\` → \`version\` (not \`frames.version\`).\n- Consider running \`make slow\` for larger changes.\n`,
    own: ['poetry run pytest', 'poetry install', 'make types'],
  },
  {
    name: 'a plugin with a persona',
    languages: ['ts'],
    files: { 'package.json': node({ test: 'node --test' }), 'package-lock.json': '{}', 'src/plugin.ts': '' },
    prose: `# You are a careful senior engineer\n\nYou think before you type. You never guess and always ask. You dislike \`null\`, long files and clever code.\n\nYour answers are short; your commits are shorter.\n\n## Style\n\n- Write simple code.\n- Avoid needless abstractions.\n- Do not use \`--force\` or \`CI=1\` to get around a prompt.\n`,
    own: ['npm test', 'npm run lint --if-present', 'node --test src'],
  },
  {
    name: 'a service on the JVM',
    languages: ['kt'],
    files: { 'build.gradle.kts': '', gradlew: '', 'src/main/kotlin/App.kt': 'package app\n' },
    prose: `# Orders\n\n- Avoid \`!!\`.\n- Coroutines are started by \`OrderScope\`, which cancels them at shutdown.\n- Changes of the schema need a migration; migration files are kept in sync by tests.\n- Commit messages: imperative mood, under 72 characters.\n- PR titles follow Conventional Commits.\n`,
    own: ['./gradlew test', './gradlew ktlintCheck'],
  },
  {
    name: 'documentation with code beside it',
    languages: ['ts', 'py'],
    files: {
      'package.json': node({ build: 'astro build' }),
      'pnpm-lock.yaml': '',
      'docs/index.md': '# Hi\n',
      'tools/a.py': '',
    },
    prose: `# Docs\n\n- Documentation is located in the \`docs/\` directory.\n- Pages are named after what readers look for.\n- Use "we" sparingly.\n- When writing a changelog entry, use a conventional-commit style.\n- Do not edit translations under \`docs/de\` or \`docs/fr\`.\n- Reserve headings of the first level for titles.\n`,
    own: ['pnpm build', 'pnpm install', 'python3 tools/a.py'],
  },
  {
    name: 'a tool for the command line',
    languages: ['rs', 'sh'],
    files: {
      'Cargo.toml': '[package]\nname = "tool"\n',
      justfile: 'test:\n  cargo test\n',
      'src/main.rs': 'fn main() {}\n',
    },
    prose: `# Tool\n\n- Use \`just\` for tasks; \`just --list\` shows them.\n- Run \`cargo test name\` (or the whole suite) after a change.\n- Agents that look for holes should read \`SECURITY.md\` before reporting issues.\n- Never edit \`Cargo.lock\` by hand.\n- The parser accepts \`a\` but no \`b\`.\n`,
    own: ['just test', 'cargo test parser', 'cargo run -- --help'],
  },
  {
    name: 'an interface for programs',
    languages: ['go', 'sql'],
    files: {
      'go.mod': 'module example.com/api\n',
      'db/migrations/0001.sql': 'select 1;\n',
      Makefile: 'test:\n\tgo test ./...\n',
    },
    prose: `# API\n\n- Never edit applied migrations; add a new one.\n- Acronyms keep their case: \`userID\`, not \`userId\`.\n- Deploys run from CI only.\n- The worker reads from the queue and never writes to it.\n- Wait with conditions; never \`time.Sleep()\` in tests.\n`,
    own: ['make test', 'go test ./internal/...', 'golangci-lint run'],
  },
  {
    name: 'a game with assets',
    languages: ['cs', 'ts'],
    files: {
      'Game.sln': '',
      'Assets/Player.cs': 'class Player {}\n',
      'package.json': node({ build: 'tsc' }),
      'yarn.lock': '',
    },
    prose: `# Game\n\n- Scenes live in \`Assets/Scenes\`.\n- Do not create catch-all \`Manager\` classes.\n- Textures are turned into atlases by the importer.\n- Feel free to use \`Debug.Log\` while you work.\n- Squash merges only.\n- Use Yarn.\n`,
    own: ['yarn build', 'yarn install --immutable', 'dotnet build'],
  },
];
