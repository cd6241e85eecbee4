import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

/** Sentences that sound like a rule to a hasty reader, and the little that they do ask. */
const CASES: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'how things are': [
    ['`prestart` runs `tools/seed.mjs`, which fills the database and only writes when it is empty.', []],
    ['`--quiet` never prompts.', []],
    ['Page titles are converted to kebab-case for file names.', []],
    ['Documentation is located in the `docs/` directory.', []],
    ['Once cloned, no further step is required: `go build` and `go test` find everything.', []],
  ],
  'tools that are there, not chosen': [
    ['## Layout\n\n- **`e2e/`**: Playwright tests\n', []],
    ['Hosting: one virtual machine, Docker Compose (app and database).', []],
    ['Some suites require Bun and Python.', []],
    ['If a suite fails, install Bun.', []],
    ['## Code style\n\n- **SwiftFormat** — `.swiftformat` (4 spaces)\n', ['require .swiftformat']],
    ['`eslint.config.mjs`: ESLint settings', []],
    ['A few scripts call other programs: `gofmt`, `prettier`', []],
    ['| Command | What it does |\n| --- | --- |\n| `pnpm ci` | Everything: oxlint and types |\n', []],
    ['ESLint handles linting only.', []],
  ],
  'tools that are chosen': [
    ['Package manager: bun', ['require bun']],
    ['Testing: Vitest', ['require vitest']],
    ['Use pnpm.', ['require pnpm']],
  ],
  'tables, remarks and duties that leave room': [
    ['| Code | Cause |\n| --- | --- |\n| `E_SCAN` | called with filters and with `deep=false` |\n', []],
    ['The scanner is called with `filters` but no `entries`.', []],
    ['Keep secrets in the `.env` of the server only (never commit).', []],
    ['Run `pnpm test orders` (or the file in question) after every change.', ['require pnpm test orders']],
    ['Run `pnpm lint` if needed before committing.', ['require should pnpm lint']],
    ['`make types` -- `mypy --strict` over `src` and `tests`', []],
    ['Version: `package.json` → `version` (not `shop.version`).', []],
    ['Treat the field order of dataclasses as part of the interface.', []],
    ['Prefer `bun` over `node` for speed.', []],
  ],
  'what is weighed': [
    ['Consider running `pnpm test` before committing.', []],
    ['Either `await` promises or mark them with `void`.', []],
  ],
  messages: [
    ['When writing the changelog entry, use a conventional-commit style.', []],
    ['PR titles follow Conventional Commits.', ['message']],
  ],
};

for (const [about, cases] of Object.entries(CASES)) {
  describe(about, () => {
    test.each(cases)('%s', (sentence, intents) => {
      expect(told(sentence)).toEqual(intents);
    });
  });
}
