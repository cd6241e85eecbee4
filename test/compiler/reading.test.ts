import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

/** Sentences in the manner of instruction files, and what they ask. */
const CASES: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'what must not be': [
    ['Never use `legacyFetch()`.', ['forbid legacyFetch()']],
    ['Do not call `legacyFetch()` or `oldFetch()`.', ['forbid legacyFetch(), oldFetch()']],
    ['Avoid `legacyFetch()`.', ['forbid should legacyFetch()']],
    ['`legacyFetch()` is forbidden.', ['forbid legacyFetch()']],
    ['No `any`.', ['forbid any-type']],
    ['Don’t use `any`, ever.', ['forbid any-type']],
    ['Forbidden: `legacyFetch()`', ['forbid legacyFetch()']],
    ['We never use `legacyFetch()`', ['forbid legacyFetch()']],
    ['`legacyFetch()` must never be called', ['forbid legacyFetch()']],
  ],
  'one thing instead of another': [
    ['Use `httpGet()` instead of `legacyFetch()`.', ['forbid legacyFetch() → httpGet()']],
    ['Prefer `httpGet()` over `legacyFetch()`.', ['forbid should legacyFetch() → httpGet()']],
    ['`httpGet()`, not `legacyFetch()`', ['forbid legacyFetch() → httpGet()']],
    ['Never use `legacyFetch()`; use `httpGet()` instead.', ['forbid legacyFetch() → httpGet()']],
    ['Use `httpGet()` rather than `legacyFetch()`', ['forbid legacyFetch() → httpGet()']],
  ],
  'where it holds': [
    ['Never use `legacyFetch()` in `src/api`.', ['forbid legacyFetch() (src/api/**)']],
    ['In `src/api`, never use `legacyFetch()`.', ['forbid legacyFetch() (src/api/**)']],
    ['Never use `legacyFetch()` outside `src/api`.', ['forbid legacyFetch() (not src/api/**)']],
    ['Never use `legacyFetch()` unless the user asks for it.', ['forbid legacyFetch()']],
    ['Avoid `legacyFetch()` in the moonlight.', ['forbid should legacyFetch() ?in the moonlight']],
  ],
  'what may not be touched': [
    ['Never edit files under `src/generated/`.', ['protect edit src/generated/ (src/generated/**)']],
    ["Don't touch `src/generated/`; it is made by a tool.", ['protect edit src/generated/']],
    ['`src/generated/` is read-only.', ['protect edit src/generated/']],
    ['`src/generated/` comes from the schema. Never edit it.', ['protect edit src/generated/']],
    ['Never commit `src/generated/`.', ['protect commit src/generated/']],
  ],
  'how much there may be': [
    ['Keep files under 400 lines.', ['limit 399 lines']],
    ['Lines have at most 100 characters.', ['limit 100 characters']],
    ['Max 20 lines per function', ['limit 20 lines']],
  ],
  'what comes first': [
    ['Run `pnpm lint` before committing.', ['order pnpm lint before commit']],
    ['Before opening a pull request, run `pnpm test`.', ['order pnpm test before pull-request']],
    ['After changing `schema.prisma`, run `pnpm lint`.', ['order pnpm lint since schema.prisma']],
    ['Never commit without running `pnpm lint`.', ['order pnpm lint before commit']],
    [
      'Before committing:\n\n- `pnpm lint`\n- `pnpm test`\n',
      ['order pnpm lint before commit', 'order pnpm test before commit'],
    ],
    ['Read `CONTRIBUTING.md` before changing `src/core`.', ['order CONTRIBUTING.md before changed']],
  ],
  'what headings, lead-ins and tables say': [
    ['## Never\n\n- `legacyFetch()`\n- `oldFetch()`\n', ['forbid legacyFetch()', 'forbid oldFetch()']],
    ['## Don’t\n\n- Use `legacyFetch()`\n', ['forbid legacyFetch()']],
    ['Do not use:\n\n- `legacyFetch()`\n', ['forbid legacyFetch()']],
    ['- ❌ `legacyFetch()`', ['forbid legacyFetch()']],
    ["| Don't | Do |\n| --- | --- |\n| `legacyFetch()` | `httpGet()` |\n", ['forbid legacyFetch() → httpGet()']],
    ['Never run:\n\n```sh\ngit clean -fdx\n```\n', ['forbid git clean -fdx']],
  ],
  'what asks nothing': [
    ['The `legacy/` folder still uses callbacks.', []],
    ['You can run one test with `pnpm test path`.', []],
    ['See `CONTRIBUTING.md` for more.', ['require CONTRIBUTING.md']],
  ],
};

for (const [about, cases] of Object.entries(CASES)) {
  describe(about, () => {
    test.each(cases)('%s', (sentence, intents) => {
      expect(told(sentence)).toEqual(intents);
    });
  });
}
