import { beforeAll, describe, expect, test } from 'vitest';
import { type Hold, hold, type Step } from './hold.ts';

const TREE = {
  'package.json': '{"name": "quarry", "version": "1.0.0"}',
  'src/a.ts': 'export const a = 1;\n',
  'src/pool.ts': 'export class Pool {}\n',
  'pyproject.toml': '[project]\nname = "quarry"\n',
  'quarry/a.py': 'a = 1\n',
};

const ran = (run: string): readonly Step[] => [{ run }];
const wrote = (write: string, content: string): readonly Step[] => [{ write, content }];

/** What a sentence asks, and what a hasty reader would take along. */
const CASES: Readonly<
  Record<string, { readonly wrong: readonly (readonly Step[])[]; readonly fine: readonly (readonly Step[])[] }>
> = {
  '- Never rewrite shared history.': {
    wrong: [ran('git push --force')],
    fine: [ran('git commit --amend'), ran('git rebase main')],
  },
  '- Avoid rewriting published history.': {
    wrong: [ran('git push origin +main')],
    fine: [ran('git rebase -i HEAD~2')],
  },
  '- Never make a `minor` or `major` version bump without asking.': {
    wrong: [],
    fine: [wrote('package.json', '{"name": "quarry", "version": "1.0.1"}'), ran('npm version patch')],
  },
  '- Never push tags.': {
    wrong: [ran('git push --tags'), ran('git push origin v1.2.0')],
    fine: [ran('git tag v1.2.0')],
  },
  '- Never run `rm -rf /`.': {
    wrong: [ran('rm -rf /'), ran('sudo rm -fr /')],
    fine: [ran('rm -rf dist'), ran('rm -rf /tmp/x')],
  },
  '- Never use `eval()` or the `Function()` constructor.': {
    wrong: [wrote('src/b.ts', 'eval(text);\n'), wrote('src/b.ts', 'const f = new Function(text);\n')],
    fine: [wrote('src/b.ts', 'export let run: Function;\n')],
  },
  '## Commit messages\n\n- **No author**: do not add author information.': {
    wrong: [],
    fine: [wrote('quarry/b.py', "__author__ = 'Ann'\n")],
  },
  '- `check.sh` and `limits.py` warn on modules over 600 lines in `src/`.': {
    wrong: [],
    fine: [wrote('check.sh', 'echo x\n'.repeat(700)), wrote('src/b.ts', 'export {};\n'.repeat(700))],
  },
  '- List each field in `src/a.ts` (what is missing there fails at runtime, not at `npm test`).': {
    wrong: [],
    fine: [ran('npm test')],
  },
  '- `src/pool.ts`: the `Pool` singleton.': {
    wrong: [wrote('src/b.ts', 'export const p = Pool();\n')],
    fine: [wrote('src/b.ts', "import type { Pool } from './pool';\nexport let p: Pool;\n")],
  },
  '- Never use `localStorage` for tokens.': {
    wrong: [],
    fine: [wrote('src/b.ts', "localStorage.setItem('theme', 'dark');\n")],
  },
  '- Never use `localStorage` for convenience.': {
    wrong: [wrote('src/b.ts', "localStorage.setItem('theme', 'dark');\n")],
    fine: [],
  },
  '- Prefer `??` over `||` for defaults.': {
    wrong: [],
    fine: [wrote('src/b.ts', 'export const both = a() || b();\n')],
  },
  '- Prefer named exports; default exports only for screens.': {
    wrong: [],
    fine: [wrote('src/home-screen.ts', 'export default function Home() {}\n')],
  },
  '- Default exports are only allowed in `src/screens`.': {
    wrong: [wrote('src/b.ts', 'export default function Home() {}\n')],
    fine: [wrote('src/screens/b.ts', 'export default function Home() {}\n')],
  },
  '- Mock with `vi.mock`, not `jest.mock`.': {
    wrong: [wrote('src/b.test.ts', "jest.mock('./a');\n")],
    fine: [wrote('src/b.test.ts', "vi.mock('./a');\n")],
  },
  '- Imports use the `@/` alias; no `../../` imports.': {
    wrong: [wrote('src/x/y/b.ts', "import { a } from '../../a';\n")],
    fine: [wrote('src/b.ts', "import { a } from './a';\n")],
  },
  '- `src/` is pure: no calls of `readFileSync`.': {
    wrong: [wrote('src/b.ts', "readFileSync('x');\n")],
    fine: [wrote('scripts/b.ts', "readFileSync('x');\n")],
  },
  '- Never run migrations against production.': {
    wrong: [],
    fine: [ran('alembic upgrade head')],
  },
  '- Never edit `go.sum` by hand.': {
    wrong: [wrote('go.sum', 'x')],
    fine: [ran('go mod tidy')],
  },
  '- Keep functions under 4 lines.': {
    wrong: [
      wrote('src/b.ts', 'function f() {\n  a();\n  b();\n}\n'),
      wrote('quarry/b.py', 'def f():\n    a()\n    b()\n    c()\n'),
    ],
    fine: [
      wrote('src/b.ts', 'function f() {\n  a();\n}\n'),
      wrote('src/b.test.ts', 'test(() => {\n  a();\n  b();\n  c();\n});\n'),
    ],
  },
  '- Max method length: 3 lines.': {
    wrong: [wrote('src/b.ts', 'class A {\n  f() {\n    a();\n    b();\n  }\n}\n')],
    fine: [wrote('src/b.ts', 'class A {\n  f() {}\n  g() {}\n}\n')],
  },
  '- No `debugSpan()` in committed code.': {
    wrong: [wrote('src/b.ts', 'debugSpan();\n')],
    fine: [wrote('src/b.ts', '// debugSpan()\n')],
  },
  '- Settings are only read in `src/settings.ts`; never call `readSetting()` elsewhere.': {
    wrong: [wrote('src/b.ts', 'readSetting();\n')],
    fine: [wrote('src/settings.ts', 'readSetting();\n')],
  },
  '- Only `src/term/` may call `paintLine()`.': {
    wrong: [wrote('src/b.ts', 'paintLine();\n')],
    fine: [wrote('src/term/b.ts', 'paintLine();\n')],
  },
  '## Testing\n\n### Waiting\n\n- Never use `setTimeout()` for synchronization.': {
    wrong: [wrote('src/a.test.ts', 'setTimeout(done, 10);\n')],
    fine: [wrote('src/retry.ts', 'setTimeout(again, 10);\n')],
  },
  '- Tests use vitest (vitest, not jest).': {
    wrong: [ran('npx jest')],
    fine: [ran('npx vitest run')],
  },
};

describe.each(Object.entries(CASES))('%s', (prose, { wrong, fine }) => {
  let held: Hold;
  beforeAll(async () => {
    held = await hold(TREE, `# Quarry\n\n${prose}\n`);
  }, 30_000);
  if (wrong.length > 0) {
    test.each(wrong.map((steps) => [JSON.stringify(steps), steps] as const))('is broken by %s', async (_, steps) => {
      expect(await held.broken(steps)).not.toEqual([]);
    });
  }
  test.each(fine.map((steps) => [JSON.stringify(steps), steps] as const))('lets %s pass', async (_, steps) => {
    expect(await held.broken(steps)).toEqual([]);
  });
});
