import type { PathsCheck } from '../../../model/checks/paths.ts';
import type { Example } from '../../../model/evidence.ts';
import { type FieldExample, run, write } from '../example.ts';

function paths(shows: string, contract: PathsCheck['contract'], violating: Example, compliant: Example): FieldExample {
  return {
    shows: shows
      .split(' ')
      .map((field) => (field.includes('.') ? field : `PathsCheck.${contract.type}/contract.${field}`)),
    check: { kind: 'paths', contract },
    violating,
    compliant,
  };
}

const GENERATED = { 'gen/api.ts': 'export const a = 1;\n' };

/** Files as such. */
export const PATHS_EXAMPLES: readonly FieldExample[] = [
  paths(
    'files FileSelector.include FileSelector.exclude',
    { type: 'protected', files: { include: ['gen/**'], exclude: ['gen/notes.md'] } },
    write('gen/api.ts', 'export const a = 2;\n', GENERATED),
    write('gen/notes.md', 'Words.\n', GENERATED),
  ),
  paths(
    'allow',
    { type: 'protected', files: { include: ['migrations/**'] }, allow: ['create'] },
    { files: { 'migrations/1.sql': 'select 1;\n' }, steps: [{ delete: 'migrations/1.sql' }] },
    write('migrations/2.sql', 'select 2;\n'),
  ),
  paths(
    'by',
    { type: 'protected', files: { include: ['gen/**'] }, by: [{ program: 'codegen' }] },
    run('echo x > gen/api.ts', { files: GENERATED }),
    run('codegen > gen/api.ts', { files: GENERATED }),
  ),
  paths(
    'commit',
    { type: 'protected', files: { include: ['local/**'] }, commit: true },
    run('git add local/a.txt', { files: { 'local/a.txt': 'x\n' } }),
    write('local/a.txt', 'y\n'),
  ),
  paths(
    'FileSelector.holds',
    { type: 'protected', files: { include: ['src/**'], holds: '@generated' } },
    write('src/a.ts', 'export const a = 2;\n', { 'src/a.ts': '// @generated\nexport const a = 1;\n' }),
    write('src/b.ts', 'export const b = 2;\n', { 'src/b.ts': 'export const b = 1;\n' }),
  ),
  paths(
    'files under',
    { type: 'placed', files: { include: ['**/*.sql'] }, under: ['migrations/**'] },
    write('src/a.sql', 'select 1;\n'),
    write('migrations/a.sql', 'select 1;\n'),
  ),
  paths(
    'files new',
    { type: 'forbidden', files: { include: ['legacy/**'] }, new: true },
    write('legacy/b.ts', 'export const b = 1;\n'),
    write('legacy/a.ts', 'export const a = 2;\n', { 'legacy/a.ts': 'export const a = 1;\n' }),
  ),
  paths(
    'new subject',
    { type: 'forbidden', files: { include: ['*'] }, new: true, subject: 'folder' },
    write('holds/b.ts', 'export const b = 1;\n', { 'src/a.ts': 'export const a = 1;\n' }),
    write('src/b.ts', 'export const b = 1;\n', { 'src/a.ts': 'export const a = 1;\n' }),
  ),
  paths(
    'files style',
    { type: 'named', files: { include: ['src/**/*.ts'] }, style: ['kebab-case'] },
    write('src/boatDeck.ts', 'export const a = 1;\n'),
    write('src/boat-deck.ts', 'export const a = 1;\n'),
  ),
  paths(
    'subject pattern',
    { type: 'named', files: { include: ['pkgs/*'] }, subject: 'folder', pattern: '[a-z]+' },
    write('pkgs/Deck2/index.ts', 'export const a = 1;\n'),
    write('pkgs/deck/index.ts', 'export const a = 1;\n'),
  ),
  paths(
    'files need at',
    { type: 'companion', files: { include: ['src/*.ts'] }, need: ['test/{stem}.test.ts'], at: ['write'] },
    write('src/deck.ts', 'export const a = 1;\n'),
    write('src/deck.ts', 'export const a = 1;\n', { 'test/deck.test.ts': 'x();\n' }),
  ),
  paths(
    'change changed',
    {
      type: 'companion',
      files: { include: ['api/*.yaml'] },
      change: ['modify'],
      need: ['CHANGELOG.md'],
      changed: true,
      at: ['stop'],
    },
    {
      files: { 'api/a.yaml': 'a: 1\n', 'CHANGELOG.md': 'Old.\n' },
      steps: [{ write: 'api/a.yaml', content: 'a: 2\n' }, { stop: true }],
    },
    {
      files: { 'api/a.yaml': 'a: 1\n', 'CHANGELOG.md': 'Old.\n' },
      steps: [{ write: 'api/a.yaml', content: 'a: 2\n' }, { write: 'CHANGELOG.md', content: 'New.\n' }, { stop: true }],
    },
  ),
  paths(
    'holds',
    { type: 'companion', files: { include: ['pages/*.ts'] }, need: ['routes.ts'], holds: '{stem}', at: ['write'] },
    write('pages/crew.ts', 'export const a = 1;\n', { 'routes.ts': 'export const routes = ["deck"];\n' }),
    write('pages/deck.ts', 'export const a = 1;\n', { 'routes.ts': 'export const routes = ["deck"];\n' }),
  ),
  paths(
    'need holds FileSelector.holds',
    {
      type: 'companion',
      files: { include: ['src/**'], holds: String.raw`flag\("(\w+)"\)` },
      need: ['flags.txt'],
      holds: '{holds.1}',
      at: ['write'],
    },
    write('src/a.ts', 'flag("deck");\nflag("crew");\n', { 'flags.txt': 'deck\n' }),
    write('src/a.ts', 'flag("old");\nflag("deck");\n', { 'flags.txt': 'deck\n', 'src/a.ts': 'flag("old");\n' }),
  ),
  paths(
    'files measure max',
    { type: 'size', files: { include: ['src/**'] }, measure: 'lines', max: 3 },
    write('src/a.ts', 'a();\nb();\nc();\nd();\n'),
    write('src/a.ts', 'a();\nb();\nc();\n'),
  ),
];
