import { describe, expect, it } from 'vitest';
import type { PathsCheck } from '../../../src/model/checks/paths.ts';
import type { Step } from '../../../src/model/evidence.ts';
import { pathsRule, play } from './judged.ts';

type Contract = PathsCheck['contract'];

const files = {
  'package.json': '{"scripts": {"codegen": "sed -i s/a/b/ gen/api.ts", "tidy": "rm -rf gen"}}',
  'gen/api.ts': 'a\n',
  'gen/sub/b.ts': 'b\n',
  'src/a.ts': 'a\n',
  'src/OldName.ts': 'a\n',
  'legacy/x.ts': 'x\n',
  'widgets/Button.tsx': 'b\n',
};

const gen: Contract = {
  type: 'protected',
  files: { include: ['gen/**'] },
  by: [{ program: 'npm', subcommand: ['run', 'codegen'] }],
};
const create: Contract = { type: 'protected', files: { include: ['legacy/**'] }, allow: ['create'] };
const placed: Contract = { type: 'placed', files: { include: ['**/*.tsx'] }, under: ['widgets/**'] };
const named: Contract = { type: 'named', files: { include: ['src/**'] }, style: ['kebab-case'] };
const folders: Contract = { type: 'named', subject: 'folder', files: { include: ['src/**'] }, style: ['kebab-case'] };
const forbidden: Contract = { type: 'forbidden', files: { include: ['**/*.js'] } };
const frozen: Contract = { type: 'forbidden', files: { include: ['legacy/**'] }, new: true };
const top: Contract = { type: 'forbidden', subject: 'folder', files: { include: ['*'] }, new: true };

describe('what commands do to files', () => {
  const table: readonly [command: string, contract: Contract, broken: boolean][] = [
    ['echo x > gen/api.ts', gen, true],
    ['echo x >> gen/new.ts', gen, true],
    ['sed -i s/a/b/ gen/api.ts', gen, true],
    ['cd gen && sed -i s/a/b/ api.ts', gen, true],
    ['rm gen/api.ts', gen, true],
    ['rm -rf gen', gen, true],
    ['rm -rf ./gen/sub', gen, true],
    ['mv gen old', gen, true],
    ['mv src/a.ts gen/', gen, true],
    ['cp src/a.ts gen/a.ts', gen, true],
    ['tee gen/api.ts < src/a.ts', gen, true],
    ['cat gen/api.ts', gen, false],
    ['cp gen/api.ts src/b.ts', gen, false],
    ['grep -r foo gen', gen, false],
    ['npm run codegen', gen, false],
    ['echo "rm -rf gen"', gen, false],
    ['touch legacy/new.ts', create, false],
    ['echo y > legacy/x.ts', create, true],
    ['touch src/card.tsx', placed, true],
    ['touch widgets/Card.tsx', placed, false],
    ['mv widgets/Button.tsx src/Button.tsx', placed, true],
    ['mv widgets src/widgets', placed, true],
    ['touch src/NewName.ts', named, true],
    ['touch src/new-name.ts', named, false],
    ['echo x > src/OldName.ts', named, false],
    ['mv src/a.ts src/WorseName.ts', named, true],
    ['touch src/BadFolder/a.ts', folders, true],
    ['touch src/good-folder/a.ts', folders, false],
    ['touch src/x.js', forbidden, true],
    ['mv src/a.ts src/a.js', forbidden, true],
    ['touch legacy/y.ts', frozen, true],
    ['echo x > legacy/x.ts', frozen, false],
    ['mkdir -p tools && touch tools/x.ts', top, true],
    ['touch src/tools/x.ts', top, false],
  ];
  it.each(table)('%s', async (run, contract, broken) => {
    expect((await play(pathsRule(contract), files, [{ run }])).map((v) => v.message)).toHaveLength(broken ? 1 : 0);
  });

  it('content that is not known trips no rule about content', async () => {
    const rule = pathsRule({ type: 'placed', files: { include: ['**/*.ts'], holds: 'a' }, under: ['lib/**'] });
    expect(await play(rule, files, [{ run: 'generate > src/new.ts' }])).toEqual([]);
    expect(await play(rule, { 'lib/a.ts': 'a\n' }, [{ run: 'mv lib/a.ts src/a.ts' }])).toHaveLength(1);
  });
});

describe('files that must not be committed', () => {
  const contract: Contract = { type: 'protected', files: { include: ['.env', 'local/**'] }, commit: true };
  const env: Step = { write: '.env', content: 'A=1\n' };
  const table: readonly [name: string, steps: readonly Step[], broken: boolean][] = [
    ['an edit alone', [env], false],
    ['staged by name', [{ run: 'git add .env' }], true],
    ['staged from a folder below', [{ run: 'git add ../.env', cwd: 'src' }], true],
    ['a folder that is meant', [{ run: 'git add local' }], true],
    ['everything, with such a change', [env, { run: 'git add -A' }], true],
    ['the dot, with such a change', [env, { run: 'git add .' }], true],
    ['the dot of another folder', [env, { run: 'git add .', cwd: 'src' }], false],
    ['everything, without such a change', [{ run: 'git add -A' }], false],
    ['everything changed', [env, { run: 'git commit -am "x"' }], true],
    ['a commit of what is staged', [env, { run: 'git commit -m "add .env"' }], false],
    ['a commit by name', [{ run: 'git commit .env -m x' }], true],
    ['other files', [env, { run: 'git add src/a.ts' }], false],
    ['a dry run', [env, { run: 'git add --dry-run .' }], false],
    ['a message that begins with a', [env, { run: 'git commit -m a' }], false],
  ];
  it.each(table)('%s', async (_name, steps, broken) => {
    const tree = { '.env': 'A=0\n', 'local/x': '1\n', 'src/a.ts': 'a\n' };
    expect(await play(pathsRule(contract), tree, steps)).toHaveLength(broken ? 1 : 0);
  });
});

describe('companions at a commit', () => {
  const contract: Contract = {
    type: 'companion',
    files: { include: ['packages/**'] },
    need: ['.changeset/*.md'],
    changed: true,
  };
  const edit: Step = { write: 'packages/a.ts', content: 'b\n' };
  const note: Step = { write: '.changeset/b.md', content: 'b\n' };
  const commit: Step = { run: 'git commit -m x', exit: 0 };
  const table: readonly [name: string, steps: readonly Step[], broken: boolean][] = [
    ['without it', [edit, commit], true],
    ['with it', [edit, note, commit], false],
    ['nothing since the last commit', [edit, note, commit, { write: 'src/a.ts', content: 'b\n' }, commit], false],
    ['other commands', [edit, { run: 'git status' }], false],
    ['made by a command', [edit, { run: 'touch .changeset/c.md', exit: 0 }, commit], false],
  ];
  it.each(table)('%s', async (_name, steps, broken) => {
    expect(await play(pathsRule(contract), { 'packages/a.ts': 'a\n', 'src/a.ts': 'a\n' }, steps)).toHaveLength(
      broken ? 1 : 0,
    );
  });
});
