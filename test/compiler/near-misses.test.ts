import { expect, it } from 'vitest';
import { heldTo } from './held.ts';
import { hold } from './hold.ts';

const VAR = 'src/b.ts: var a = 1;\n';
const OLD = 'src/legacy/b.ts: var a = 1;\n';
const FETCH = "src/b.ts: export const b = fetch('/berths');\n";
const ANY = 'src/b.ts: export let a: any;\n';
const LOG = 'src/b.ts: console.log(1);\n';

/** Sentences that hold the words of a ban and ask for less, for nothing, or for it elsewhere. */
heldTo(
  [
    [
      [
        "You don't have to run `pnpm build` before testing.",
        'You do not need to run `pnpm build`.',
        "Contributors don't have to run `pnpm build`.",
        '`pnpm build` need not be run before tests.',
        'Do not always run `pnpm build`.',
        "Don't only run `pnpm build`; run the tests, too.",
      ],
      [],
      ['$ pnpm build'],
    ],
    [
      [
        '`pnpm test` never calls `fetch`.',
        "Don't just use `fetch`; handle its errors.",
        'Why not `fetch`?',
        'Should we never use `fetch`?',
        'Do not call `fetch` after unmounting.',
        'Never call `fetch` before the session is open.',
      ],
      [],
      [FETCH],
    ],
    ['Never use `fetch` other than in `src/db/`.', [FETCH], ["src/db/b.ts: export const b = fetch('/berths');\n"]],
    [
      ['Never mix `await` and `.then()`.', 'Do not combine `await` with `.then()`.'],
      [],
      ['src/b.ts: run().then(done);\n', 'src/b.ts: await run();\n'],
    ],
    [
      [
        'The old guide said: never use `var`.',
        'Previously: never use `var`.',
        '1.8: never use `var`.',
        '# Harbour\n\n## Changelog\n\n- Never use `var`.\n',
        '# Harbour\n\n| Tool | What it does |\n| --- | --- |\n| berthlint | Never uses `var` |\n',
      ],
      [],
      [VAR],
    ],
    [
      [
        'Except in `src/legacy/`, never use `var`.',
        'Never use `var`; `src/legacy/` is exempt.',
        'Never use `var`. Exception: `src/legacy/`.',
        'Never use `var`. The only exception is `src/legacy/`.',
      ],
      [VAR],
      [OLD],
    ],
    ['Never use `any` except for JSON.', [], [ANY]],
    ['Do not use `index` as variable if `id` is there.', [], ['src/b.ts: export const index = 1;\n']],
    [
      'Never force push, except to your own feature branch.',
      [],
      ['$ git push --force origin feature/tides', '$ git push --force'],
    ],
    ["Don't add dependencies you don't need.", [], ['$ pnpm add tides']],
    ['If the tests hang, do not use `kill -9`; wait.', [], ['$ kill -9 4711']],
    [
      '# Harbour\n\n| Tool | What it does |\n| --- | --- |\n| prettier | Never touches `docs/` |\n',
      [],
      ['docs/a.md: # B\n'],
    ],
    ['Never use `!important`.', [], ['src/b.ts: export const b = !important;\n']],
    [
      'Keep files under 5 lines, tests may be longer.',
      [`src/b.ts: ${'a();\n'.repeat(9)}`],
      [`tests/b.test.ts: ${'a();\n'.repeat(9)}`],
    ],
    [
      ['Files are usually under 5 lines.', 'Functions of more than 5 lines are hard to read.'],
      [],
      [`src/b.ts: export function b() {\n${'  a();\n'.repeat(9)}}\n`],
    ],
    [
      'Use arrow functions for callbacks, not for methods.',
      ['src/b.ts: list.map(function (a) { return a; });\n'],
      ['src/b.ts: export const b = { m: function () { return 1; } };\n'],
    ],
    [
      ['Use `git switch` not `git checkout` for branches.', 'Use `git restore` instead of `git checkout` for files.'],
      [],
      ['$ git checkout -b tides', '$ git checkout -- src/berth.ts'],
    ],
    ['Before running `make ship`, make sure that `pnpm test` passed.', ['$ make ship'], ['$ git commit -m a']],
    ['In tests, never use `console.log`.', ['tests/b.test.ts: console.log(1);\n'], [LOG]],
  ],
  {
    'package.json': '{"name":"harbour","scripts":{"build":"x","test":"y"}}',
    'pnpm-lock.yaml': '',
    'src/berth.ts': 'export {};\n',
    'src/db/pool.ts': 'export {};\n',
    'src/legacy/old.ts': 'export {};\n',
    'tests/berth.test.ts': 'export {};\n',
    'docs/a.md': '# A\n',
  },
);

it.each(['Keep commit subjects under 50 characters when possible.', 'When possible, avoid `any`.'])(
  'only warns: %s',
  async (prose) => {
    const { rules } = await hold({ 'src/berth.ts': 'export {};\n' }, `# Harbour\n\n- ${prose}\n`);
    expect(rules.map(({ severity }) => severity)).toEqual(['warning']);
  },
);
