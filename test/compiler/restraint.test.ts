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
