import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeStaged } from '../../src/git/commit-gate.ts';
import { ruleSchema } from '../../src/model/rule.ts';
import { diskView } from '../../src/repository/disk.ts';
import { Repository, rule } from './repository.ts';

const RULES = [
  rule('no-fixme', { kind: 'text', pattern: 'FIXME' }),
  rule('kebab', { kind: 'paths', contract: { type: 'named', files: { include: ['src/**'] }, style: ['kebab'] } }),
  rule('no-env', { kind: 'paths', contract: { type: 'protected', files: { include: ['.env'] }, commit: true } }),
  rule('generated', {
    kind: 'paths',
    contract: { type: 'protected', files: { include: ['gen/**'] }, by: [{ program: 'make', operands: ['codegen'] }] },
  }),
  rule('legacy', {
    kind: 'paths',
    contract: { type: 'protected', files: { include: ['legacy/**'] }, allow: ['create'] },
  }),
  rule('untouched', { kind: 'paths', contract: { type: 'protected', files: { include: ['out/**'] } } }),
  rule('changeset', {
    kind: 'paths',
    contract: {
      type: 'companion',
      files: { include: ['packages/**'] },
      need: ['.changes/*.md'],
      changed: true,
      at: ['commit'],
    },
  }),
].map((one) => ruleSchema.parse(one));

let repository: Repository;
let others: Repository[] = [];
afterEach(() => {
  for (const one of [repository, ...others]) one.remove();
  others = [];
});

interface Case {
  readonly name: string;
  /** Lays the repository up to the moment of the commit. */
  readonly lay: (r: Repository) => void;
  /** `rule path` for each violation. */
  readonly finds: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'a first commit', lay: (r) => r.stage('a.txt', 'FIXME\n'), finds: ['no-fixme a.txt'] },
  { name: 'a clean first commit', lay: (r) => r.stage('a.txt', 'fine\n'), finds: [] },
  { name: 'nothing staged', lay: (r) => r.stage('a.txt', 'x').commit(), finds: [] },
  {
    name: 'a violation in the work tree only',
    lay: (r) => r.stage('a.txt', 'x\n').commit().stage('a.txt', 'y\n').write('a.txt', 'y\nFIXME\n'),
    finds: [],
  },
  {
    name: 'a violation in the index that the work tree has lost again',
    lay: (r) => r.stage('a.txt', 'x\n').commit().stage('a.txt', 'FIXME\n').write('a.txt', 'x\n'),
    finds: ['no-fixme a.txt'],
  },
  {
    name: 'a staged file that the work tree no longer has',
    lay: (r) => {
      r.stage('a.txt', 'FIXME\n');
      rmSync(path.join(r.root, 'a.txt'));
    },
    finds: ['no-fixme a.txt'],
  },
  {
    name: 'an old violation beside a new line',
    lay: (r) => r.stage('a.txt', 'FIXME\n').commit().stage('a.txt', 'new\nFIXME\n'),
    finds: [],
  },
  {
    name: 'an old violation and a second one',
    lay: (r) => r.stage('a.txt', 'FIXME\n').commit().stage('a.txt', 'FIXME\nFIXME\n'),
    finds: ['no-fixme a.txt'],
  },
  {
    name: 'a violation that is taken out',
    lay: (r) => r.stage('a.txt', 'FIXME\n').commit().stage('a.txt', 'done\n'),
    finds: [],
  },
  {
    name: 'a renamed file with an old violation',
    lay: (r) => {
      r.stage('a.txt', `FIXME\n${'line\n'.repeat(20)}`).commit();
      r.git('mv', 'a.txt', 'b.txt');
    },
    finds: [],
  },
  {
    name: 'a renamed and edited file',
    lay: (r) => {
      r.stage('a.txt', `FIXME\n${'line\n'.repeat(20)}`).commit();
      r.git('mv', 'a.txt', 'b.txt');
      r.stage('b.txt', `FIXME\n${'line\n'.repeat(20)}FIXME\n`);
    },
    finds: ['no-fixme b.txt'],
  },
  {
    name: 'a file renamed to a forbidden name',
    lay: (r) => {
      r.stage('src/good-name.ts', 'export const a = 1;\n'.repeat(9)).commit();
      r.git('mv', 'src/good-name.ts', 'src/BadName.ts');
    },
    finds: ['kebab src/BadName.ts'],
  },
  {
    name: 'a deleted file',
    lay: (r) => {
      r.stage('a.txt', 'FIXME\n').commit();
      r.git('rm', '-q', 'a.txt');
    },
    finds: [],
  },
  {
    name: 'a deleted protected file',
    lay: (r) => {
      r.stage('legacy/a.txt', 'x\n').commit();
      r.git('rm', '-q', 'legacy/a.txt');
    },
    finds: ['legacy legacy/a.txt'],
  },
  {
    name: 'a generated file, by whatever it was made',
    lay: (r) => r.stage('gen/a.txt', 'x\n').stage('out/a.txt', 'x\n'),
    finds: [],
  },
  { name: 'a new file where files may only be added', lay: (r) => r.stage('legacy/a.txt', 'x\n'), finds: [] },
  {
    name: 'a changed file where files may only be added',
    lay: (r) => r.stage('legacy/a.txt', 'x\n').commit().stage('legacy/a.txt', 'y\n'),
    finds: ['legacy legacy/a.txt'],
  },
  { name: 'a file that must not be committed', lay: (r) => r.stage('.env', 'A=1\n'), finds: ['no-env .env'] },
  {
    name: 'a change without its companion',
    lay: (r) => r.stage('packages/a/x.txt', 'x\n').commit().stage('packages/a/x.txt', 'y\n'),
    finds: ['changeset packages/a/x.txt'],
  },
  {
    name: 'a change with its companion',
    lay: (r) =>
      r.stage('packages/a/x.txt', 'x\n').commit().stage('packages/a/x.txt', 'y\n').stage('.changes/one.md', 'x\n'),
    finds: [],
  },
  {
    name: 'a companion that is not staged',
    lay: (r) =>
      r.stage('packages/a/x.txt', 'x\n').commit().stage('packages/a/x.txt', 'y\n').write('.changes/one.md', 'x\n'),
    finds: ['changeset packages/a/x.txt'],
  },
  {
    name: 'a name beyond ASCII',
    lay: (r) => r.stage('docs/übersicht – 概要.txt', 'FIXME\n'),
    finds: ['no-fixme docs/übersicht – 概要.txt'],
  },
  {
    name: 'a name with a space, a quote and a newline',
    lay: (r) => r.stage('a "b"\nc.txt', 'FIXME\n'),
    finds: ['no-fixme a "b"\nc.txt'],
  },
  { name: 'a binary file', lay: (r) => r.stage('a.bin', Buffer.from([0, 70, 73, 88, 77, 69])), finds: [] },
  {
    name: 'a link into the repository',
    lay: (r) => {
      r.stage('a.txt', 'FIXME\n').commit();
      symlinkSync('a.txt', path.join(r.root, 'link.txt'));
      r.git('add', 'link.txt');
    },
    finds: [],
  },
  {
    name: 'a file that was a link',
    lay: (r) => {
      symlinkSync('elsewhere', path.join(r.root, 'a.txt'));
      r.git('add', 'a.txt');
      r.commit();
      rmSync(path.join(r.root, 'a.txt'));
      r.stage('a.txt', 'FIXME\n');
    },
    finds: ['no-fixme a.txt'],
  },
  {
    name: 'a submodule',
    lay: (r) => {
      const other = new Repository().stage('a.txt', 'FIXME\n').commit();
      others.push(other);
      r.stage('b.txt', 'x\n').commit();
      r.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, 'vendor');
    },
    finds: [],
  },
  {
    name: 'a merge of branches that each had violations',
    lay: (r) => {
      r.stage('a.txt', 'one\ntwo\nthree\nfour\nfive\n').commit();
      r.git('checkout', '-q', '-b', 'side');
      r.stage('a.txt', 'one\ntwo\nthree\nfour\nFIXME five\n').commit();
      r.git('checkout', '-q', 'main');
      r.stage('a.txt', 'FIXME one\ntwo\nthree\nfour\nfive\n').commit();
      r.git('merge', '-q', '--no-commit', '--no-ff', 'side');
    },
    finds: [],
  },
  {
    name: 'a merge whose resolution brings a violation',
    lay: (r) => {
      r.stage('a.txt', 'one\n').commit();
      r.git('checkout', '-q', '-b', 'side');
      r.stage('a.txt', 'side\n').commit();
      r.git('checkout', '-q', 'main');
      r.stage('a.txt', 'main\n').commit();
      r.run('git merge -q side');
      r.stage('a.txt', 'FIXME both\n');
    },
    finds: ['no-fixme a.txt'],
  },
  {
    name: 'only a changed mode',
    lay: (r) => {
      r.stage('a.sh', 'FIXME\n').commit();
      r.git('update-index', '--chmod=+x', 'a.sh');
    },
    finds: [],
  },
  {
    name: 'an added file that was only announced',
    lay: (r) => {
      r.stage('b.txt', 'x\n').commit().write('a.txt', 'FIXME\n');
      r.git('add', '-N', 'a.txt');
    },
    finds: [],
  },
  {
    name: 'a folder that became a file',
    lay: (r) => {
      r.stage('a/b.txt', 'x\n').commit();
      rmSync(path.join(r.root, 'a'), { recursive: true });
      r.git('rm', '-q', '--cached', 'a/b.txt');
      r.stage('a', 'FIXME\n');
    },
    finds: ['no-fixme a'],
  },
];

describe('what a commit introduces', () => {
  it.each(CASES)('$name', async ({ lay, finds }) => {
    repository = new Repository();
    lay(repository);
    const verdict = await judgeStaged({ disk: diskView(repository.root), rules: RULES });
    expect(verdict.violations.map(({ rule: id, location }) => `${id} ${location?.path}`).sort()).toEqual(
      [...finds].sort(),
    );
  });

  it('is judged in a linked work tree', async () => {
    repository = new Repository().stage('a.txt', 'x\n').commit();
    repository.git('worktree', 'add', '-q', '-b', 'other', `${repository.root}-tree`);
    const tree = new Repository(`${repository.root}-tree`);
    others.push(tree);
    tree.stage('b.txt', 'FIXME\n');
    const found = async (one: Repository) =>
      (await judgeStaged({ disk: diskView(one.root), rules: RULES })).violations.map(({ location }) => location?.path);
    expect(await found(tree)).toEqual(['b.txt']);
    expect(await found(repository)).toEqual([]);
  });

  it('is taken from the index that git names, as for `git commit FILE`', async () => {
    repository = new Repository().stage('a.txt', 'x\n').stage('b.txt', 'x\n').commit().stage('a.txt', 'FIXME\n');
    const index = path.join(repository.root, '.git', 'index-other');
    writeFileSync(index, '');
    rmSync(index);
    process.env.GIT_INDEX_FILE = index;
    try {
      repository.run(`git read-tree HEAD`, { GIT_INDEX_FILE: index });
      const verdict = await judgeStaged({ disk: diskView(repository.root), rules: RULES });
      expect(verdict.violations).toEqual([]);
    } finally {
      delete process.env.GIT_INDEX_FILE;
    }
  });

  it('is judged in a repository below a folder with a space', async () => {
    repository = new Repository();
    const moved = `${repository.root} moved`;
    renameSync(repository.root, moved);
    mkdirSync(repository.root);
    const there = new Repository(moved);
    others.push(there);
    there.stage('a.txt', 'FIXME\n');
    const verdict = await judgeStaged({ disk: diskView(moved), rules: RULES });
    expect(verdict.decision).toBe('deny');
  });
});
