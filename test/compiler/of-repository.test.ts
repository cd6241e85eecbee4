import { beforeAll, describe, expect, test } from 'vitest';
import { type Hold, hold, type Step } from './hold.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name": "lantern", "packageManager": "pnpm@9.4.0", "engines": {"node": "22.3.0"}}',
  'tsconfig.json': '{"compilerOptions": {"strict": true}}',
  'eslint.config.js': 'export default [{ rules: { "no-alert": "error" } }];\n',
  'packages/lamp-core/package.json': '{"name": "@lantern/lamp-core"}',
  'packages/lamp-core/src/index.ts': 'export const a = 1;\n',
  'packages/react-lamp/package.json': '{"name": "@lantern/react-lamp", "dependencies": {"react": "19"}}',
  'packages/react-lamp/src/index.ts': 'export const b = 1;\n',
  'packages/lamp-studio/package.json': '{"name": "@lantern/lamp-studio"}',
  'packages/lamp-studio/src/index.ts': 'export const c = 1;\n',
  'wire/schema/v1/types.ts': 'export const d = 1;\n',
  'wire/schema/v2/types.ts': 'export const e = 1;\n',
  'wire/schema/latest/types.ts': 'export const f = 1;\n',
  'docs/upgrade.md': '# Upgrade\n\n- One\n',
  'docs/guide/start.md': '# Start\n',
  'ARCHITECTURE.md': '# Parts\n',
  'styles/brand-theme.css': 'a {}\n',
  'styles/page.css': 'b {}\n',
  'server/rates/table.ts': 'export const g = 1;\n',
  'server/version.ts': "export const VERSION = '1.2.3';\n",
  'server/pool.ts': 'export class Pool {}\nexport const pool = new Pool();\n',
  'server/gauge.ts': 'export class Gauge {}\n',
  'drivers/serial/index.ts': 'export const h = 1;\n',
  'drivers/usb/index.ts': 'export const i = 1;\n',
  'drivers/index.ts': 'export {};\n',
  'old/drivers/tape/index.ts': 'export const j = 1;\n',
};

const wrote = (write: string, content = 'export const n = 1;\n'): readonly Step[] => [{ write, content }];
const taking = (write: string, module: string): readonly Step[] =>
  wrote(write, `import { x } from '${module}';\nexport const y = x;\n`);
const ran = (run: string): readonly Step[] => [{ run }];

interface Case {
  /** Ways to say it. */
  readonly say: readonly string[];
  readonly wrong: readonly (readonly Step[])[];
  readonly fine: readonly (readonly Step[])[];
  /** What sounds alike and asks for nothing that could be held. */
  readonly silent?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'old versions': {
    say: [
      'Older schema versions are frozen.',
      'Previous schema formats are read-only.',
      'When adding fields to the schema, only add them to the latest schema.',
      'Never edit older schema versions.',
    ],
    wrong: [
      wrote('wire/schema/v1/types.ts'),
      wrote('wire/schema/v2/extra.ts'),
      [{ delete: 'wire/schema/v1/types.ts' }],
      ran("sed -i 's/d/e/' wire/schema/v2/types.ts"),
    ],
    fine: [wrote('wire/schema/latest/types.ts'), wrote('wire/schema/v3/types.ts'), ran('cat wire/schema/v1/types.ts')],
    silent: ['Older browsers are frozen out.', 'The schema has older versions.', 'Older drivers are still supported.'],
  },
  'a core without frameworks': {
    say: [
      'Framework-agnostic core, with React bindings beside it.',
      'The core stays framework-agnostic.',
      'Core logic must be framework-independent.',
      'Keep the core framework-free.',
    ],
    wrong: [taking('packages/lamp-core/src/use.ts', 'react')],
    fine: [taking('packages/react-lamp/src/use.ts', 'react'), taking('packages/lamp-core/src/use.ts', 'zod')],
    silent: ['The documentation is framework-agnostic.', 'We like frameworks.'],
  },
  'layers of packages': {
    say: ['Dependencies: core → react → studio packages.', 'Layers: core → react → studio.'],
    wrong: [
      taking('packages/lamp-core/src/b.ts', '@lantern/react-lamp'),
      taking('packages/react-lamp/src/b.ts', '@lantern/lamp-studio'),
      wrote(
        'packages/lamp-core/package.json',
        '{"name": "@lantern/lamp-core", "dependencies": {"@lantern/lamp-studio": "1"}}',
      ),
    ],
    fine: [
      taking('packages/lamp-studio/src/b.ts', '@lantern/react-lamp'),
      taking('packages/react-lamp/src/b.ts', '@lantern/lamp-core'),
    ],
    silent: ['The order is core → react → studio.', 'Dependencies: apples → pears → plums.'],
  },
  'no more entries': {
    say: [
      '`docs/upgrade.md` is closed to new entries.',
      '`docs/upgrade.md` takes no new entries.',
      'No new entries in `docs/upgrade.md`.',
      'Do not add new sections to `docs/upgrade.md`.',
    ],
    wrong: [
      wrote('docs/upgrade.md', '# Upgrade\n\n- One\n- Two\n'),
      wrote('docs/upgrade.md', '# Upgrade\n\n## More\n\n- One\n'),
    ],
    fine: [
      wrote('docs/upgrade.md', '# Upgrade\n\n- One, but clearer\n'),
      wrote('docs/guide/start.md', '# Start\n\n- New\n'),
    ],
    silent: ['`docs/upgrade.md` has the entries of last year.'],
  },
  'pages that are there': {
    say: [
      'Find the page that covers the feature rather than adding a new one.',
      'Extend the existing guide instead of writing a new page.',
    ],
    wrong: [wrote('docs/guide/other.md', '# Other\n')],
    fine: [wrote('docs/guide/start.md', '# Begin\n'), wrote('notes/other.md', '# Other\n')],
    silent: ['Look at the page rather than the code.'],
  },
  'members come and go': {
    say: [
      'When adding, removing or renaming a package, update `ARCHITECTURE.md`.',
      'When adding or removing a package, update `ARCHITECTURE.md`: list it in the right table.',
    ],
    wrong: [
      [...wrote('packages/lamp-oil/package.json', '{"name": "@lantern/lamp-oil"}'), { stop: true }],
      [{ delete: 'packages/lamp-studio/package.json' }, { run: "git commit -m 'refactor: drop it'" }],
    ],
    fine: [
      [
        ...wrote('packages/lamp-oil/package.json', '{"name": "@lantern/lamp-oil"}'),
        ...wrote('ARCHITECTURE.md', '# Parts\n\n- oil\n'),
        { stop: true },
      ],
      [...wrote('packages/lamp-core/src/oil.ts'), { stop: true }],
    ],
    silent: ['When adding a package, think of `ARCHITECTURE.md`.'],
  },
  'code without effects': {
    say: [
      '`server/rates/table.ts`: pure lookups; no I/O.',
      '`server/rates` does no file-system access.',
      'No I/O in `server/rates/`.',
    ],
    wrong: [
      wrote('server/rates/table.ts', "import { readFileSync } from 'node:fs';\nexport const t = readFileSync('a');\n"),
    ],
    fine: [
      wrote('server/rates/table.ts', "import path from 'node:path';\nexport const t = path.sep;\n"),
      wrote('server/load.ts', "import { readFileSync } from 'node:fs';\nexport const t = readFileSync('a');\n"),
    ],
    silent: ['No I/O.', 'Tests make no network calls.', '`server/rates` has no tests.', 'The rates table is pure.'],
  },
  'names written once': {
    say: [
      '`server/version.ts` is the single source of truth for the version.',
      '`server/version.ts` is the only place that holds the version.',
    ],
    wrong: [wrote('server/about.ts', "export const APP_VERSION = '1.2.4';\n")],
    fine: [
      wrote('server/version.ts', "export const VERSION = '1.2.4';\n"),
      wrote('server/about.ts', "import { VERSION } from './version';\nexport const about = VERSION;\n"),
    ],
    silent: [
      '`server/version.ts` is the single source of truth.',
      'The wiki is the single source of truth for the version.',
    ],
  },
  'one of its kind': {
    say: ['`server/pool.ts`: the `Pool` singleton.', '`server/pool.ts` holds the `Pool` singleton.'],
    wrong: [wrote('server/other.ts', "import { Pool } from './pool';\nexport const mine = Pool();\n")],
    fine: [
      wrote('server/pool.ts', 'export const pool = Pool();\n'),
      wrote('server/other.test.ts', 'const p = Pool();\n'),
    ],
    silent: ['The `Pool` singleton is old.'],
  },
  'files of a name': {
    say: ['Never create new styles in the brand theme files.', 'Never add styles to the brand theme files.'],
    wrong: [wrote('styles/brand-theme.css', 'a { top: 0 }\n')],
    fine: [wrote('styles/page.css', 'b { top: 0 }\n')],
    silent: ['Never add logic to the brand theme files.', 'Never add styles to files.'],
  },
  'settings that hold': {
    say: [
      'Never weaken lint rules.',
      'Do not weaken ESLint rules to get a build through.',
      'Never relax TypeScript strictness.',
      'Fix the code; never weaken the rules.',
    ],
    wrong: [
      wrote('tsconfig.json', '{"compilerOptions": {"strict": false}}'),
      wrote('eslint.config.js', 'export default [{ rules: { "no-alert": "off" } }];\n'),
    ],
    fine: [
      wrote('tsconfig.json', '{"compilerOptions": {"strict": true, "noEmit": false}}'),
      wrote('eslint.config.js', 'export default [{ rules: { "no-alert": "error", eqeqeq: "error" } }];\n'),
    ],
    silent: ['The rules of the game are weak.'],
  },
  'the repository alone': {
    say: [
      'Keep edits inside the repo root unless approved.',
      'Never edit files outside the repository.',
      'Do not write outside the project.',
      'Keep all changes within the repository.',
    ],
    wrong: [ran('echo x >> ~/.profile'), ran('cp package.json ../other/package.json')],
    fine: [ran('cp package.json copy.json'), ran('ls ..'), ran('echo x > /tmp/x'), ran('cat ~/.profile')],
    silent: ['The repository has an outside.', 'Look outside the repository for examples.'],
  },
  'pinned tools': {
    say: ['Package manager: pnpm 9.4.0.'],
    wrong: [ran('corepack use pnpm@8.0.0'), ran('corepack prepare pnpm@8.0.0 --activate')],
    fine: [ran('corepack use pnpm@9.4.0'), ran('pnpm install')],
  },
  'unwanted in one part': {
    say: ['Do not introduce Moment into the lamp-core package.', 'Never add `moment` to the lamp-core package.'],
    wrong: [
      ran('npm install moment --workspace @lantern/lamp-core'),
      ran('pnpm --filter @lantern/lamp-core add moment'),
    ],
    fine: [ran('npm install moment --workspace @lantern/lamp-studio'), ran('grep moment README.md')],
  },
  'names reached through a module': {
    say: ['`Gauge` has no dependency on `REGISTRY`.'],
    wrong: [wrote('server/gauge.ts', "import { REGISTRY } from './all';\nexport const r = REGISTRY;\n")],
    fine: [
      wrote('server/gauge.ts', '// The caller looks into REGISTRY.\nexport class Gauge {}\n'),
      wrote('server/all.ts', 'export const REGISTRY = 1;\n'),
    ],
  },
  'empty files': {
    say: ['No empty marker files.', 'Never add placeholder files.', 'Do not create empty files.'],
    wrong: [wrote('server/later.ts', '// later\n')],
    fine: [wrote('server/later.ts', 'export {};\n'), wrote('packages/x/.gitkeep', '')],
    silent: ['The folder is empty.'],
  },
  'names of folders': {
    say: ['Use kebab-case for file and directory names.', 'Files and folders are named in kebab-case.'],
    wrong: [wrote('server/rateTables/list.ts'), wrote('server/rateTables.ts')],
    fine: [wrote('server/rate-tables/list.ts')],
  },
  'artefacts among sources': {
    say: [
      'Never commit generated `src/**/*.d.ts` artifacts into the source folders.',
      'Never commit compiled `src/**/*.d.ts` files into the source folders.',
    ],
    wrong: [wrote('packages/lamp-core/src/index.d.ts'), ran('git add -f packages/lamp-core/src/index.d.ts')],
    fine: [wrote('packages/lamp-core/src/other.ts'), ran('rm -f packages/lamp-core/src/index.d.ts')],
  },
};

describe.each(Object.entries(CASES))('%s', (_, { say, wrong, fine, silent = [] }) => {
  describe.each(say)('%s', (sentence) => {
    let held: Hold;
    beforeAll(async () => {
      held = await hold(TREE, `# Lantern\n\n- ${sentence}\n`);
    }, 30_000);
    test.each(wrong.map((steps) => [JSON.stringify(steps), steps] as const))(
      'is broken by %s',
      async (_name, steps) => {
        expect(await held.broken(steps)).toContainEqual(expect.stringContaining(sentence.slice(0, 12)));
      },
    );
    test.each(fine.map((steps) => [JSON.stringify(steps), steps] as const))('lets %s pass', async (_name, steps) => {
      expect(await held.broken(steps)).toEqual([]);
    });
  });
  test.each(silent)('takes nothing from: %s', async (sentence) => {
    expect((await hold(TREE, `# Lantern\n\n- ${sentence}\n`)).rules.map((rule) => rule.id)).toEqual([]);
  });
});

describe('a list of steps', () => {
  const list = [
    '## Adding a new driver',
    '',
    '1. Put the implementation in `drivers/<driver>/`.',
    '2. Register it in `drivers/index.ts`.',
    '3. Update `ARCHITECTURE.md` when users can see it.',
    '',
  ].join('\n');
  let held: Hold;
  beforeAll(async () => {
    held = await hold(TREE, list);
  }, 30_000);
  test('asks for the file that lists them once there is a new one', async () => {
    const made = wrote('drivers/radio/index.ts');
    expect(await held.broken([...made, { stop: true }])).toEqual([expect.stringContaining('Register it')]);
    expect(await held.broken([...made, ...wrote('drivers/index.ts'), { stop: true }])).toEqual([]);
    expect(await held.broken([...wrote('drivers/usb/port.ts'), { stop: true }])).toEqual([]);
  });
  test('keeps new ones out of other folders of that name', async () => {
    expect(await held.broken(wrote('old/drivers/radio/index.ts'))).toHaveLength(1);
    expect(await held.broken(wrote('old/drivers/tape/index.ts'))).toEqual([]);
    expect(await held.broken(wrote('drivers/radio/index.ts'))).toEqual([]);
  });
});

describe('projects of .NET', () => {
  const tree = {
    'src/Quay.Berth.Core/Quay.Berth.Core.csproj': '<Project />\n',
    'src/Quay.Berth.Web/Quay.Berth.Web.csproj': '<Project />\n',
    'tests/Quay.Berth.Core.Tests/Quay.Berth.Core.Tests.csproj': '<Project />\n',
  };
  const project = (folder: string, name: string): readonly Step[] =>
    wrote(`${folder}/${name}/${name}.csproj`, '<Project />\n');
  test.each([
    'Place test projects in `tests/` (naming: `Quay.Berth.MyPart.Tests`).',
    'Test projects go in `tests/` and are named `Quay.Berth.<Part>.Tests`.',
  ])('%s', async (sentence) => {
    const held = await hold(tree, `# Quay\n\n- ${sentence}\n`);
    expect(await held.broken(project('src', 'Quay.Berth.Web.Tests'))).toHaveLength(1);
    expect(await held.broken(project('tests', 'Web.UnitTests'))).toHaveLength(1);
    expect(await held.broken(project('tests', 'Quay.Berth.Web.Tests'))).toEqual([]);
    expect(await held.broken(project('tests', 'Quay.Shared'))).toEqual([]);
  });
  test.each([
    'Each integration is a NuGet package, named `Quay.Berth.*`.',
    'Libraries follow the naming `Quay.Berth.MyPart`.',
  ])('%s', async (sentence) => {
    const held = await hold(tree, `# Quay\n\n- ${sentence}\n`);
    expect(await held.broken(project('src', 'Berth.Mail'))).toHaveLength(1);
    expect(await held.broken(project('src', 'Quay.Berth.Mail'))).toEqual([]);
    expect(await held.broken(project('tests', 'Mail.Tests'))).toEqual([]);
  });
  test.each(['Projects are named with care.', 'Libraries are named `Dock.*`.', 'Each project is named `Quay.Berth`.'])(
    'takes nothing from: %s',
    async (sentence) => {
      expect((await hold(tree, `# Quay\n\n- ${sentence}\n`)).rules.map((rule) => rule.id)).toEqual([]);
    },
  );
});
