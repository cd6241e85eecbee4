import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../src/repository/overlay.ts';
import { judgeBy, ruleOf } from './reading.ts';

const view = memoryView(
  {
    'package.json': JSON.stringify({
      scripts: {
        test: 'pytest -q',
        clean: 'rm -rf dist',
        build: 'npm run clean && tsc',
        pretest: 'echo hi',
        up: 'git push',
      },
    }),
    Makefile:
      'DIR = dist\n.PHONY: test\ntest: lint\n\tpytest $(ARGS)\nlint:\n\t@ruff check .\nclean:\n\trm -rf $(DIR) $$HOME/x\n',
    justfile: 'default: lint\n\nlint path=".":\n    ruff check {{path}}\n\nship: lint\n    @git push --force\n',
    'Taskfile.yml':
      'tasks:\n  ship:\n    deps: [lint]\n    cmds:\n      - git push --force\n  lint: ruff check\n  all:\n    cmds:\n      - task: ship\n',
    'scripts/ship.sh': '#!/bin/sh\ngit push --force "$1"\n',
    'web/package.json': '{"name": "@x/web", "scripts": {"drop": "prisma migrate reset"}}',
  },
  'topic',
);

const forcePush = { program: 'git', subcommand: ['push'], flags: ['--force'] };

describe('scripts of the repository', () => {
  const forced = judgeBy([ruleOf({ forbid: [forcePush] })], view);
  it.each([
    ['just ship', ['just ship']],
    ['task all', ['task all']],
    ['task ship', ['task ship']],
    ['./scripts/ship.sh main', ['scripts/ship.sh']],
    ['bash scripts/ship.sh', ['bash scripts/ship.sh']],
    ['source scripts/ship.sh', ['source scripts/ship.sh']],
    ['npm run up -- --force', ['npm run up']],
    ['yarn run up --force', ['yarn up']],
  ])('what they run is judged: %s', async (line, chain) => {
    const [finding] = await forced(line);
    for (const link of chain) expect(finding?.message).toContain(link);
  });
  it('says the whole chain', async () => {
    const [finding] = await judgeBy([ruleOf({ forbid: [{ program: 'rm' }] })], view)('npm run build');
    expect(finding?.message).toBe('`rm -rf dist` (reached by `npm run build` → `npm run clean`): not here');
  });
  it.each([
    ['cd web && npm run drop', 1],
    ['npm --prefix web run drop', 1],
    ['pnpm --filter @x/web drop', 1],
    ['pnpm --filter ./web run drop', 1],
    ['npm run drop', 0],
  ])('are those of the folder: %s', async (line, count) => {
    const judge = judgeBy([ruleOf({ forbid: [{ program: 'prisma', subcommand: ['migrate', 'reset'] }] })], view);
    expect((await judge(line)).length).toBe(count);
  });
  it.each([
    ['make test', 0],
    ['npm test', 0],
    ['pytest', 1],
    ['make test; uv run pytest', 1],
    ["sh -c 'python -m pytest'", 1],
  ])('use `make test`, not `pytest`: %s', async (line, count) => {
    const judge = judgeBy([ruleOf({ forbid: [{ program: 'pytest' }], instead: 'make test' })], view);
    expect((await judge(line)).length).toBe(count);
  });
  it('are followed or not as the rule says', async () => {
    const forbid = [{ program: 'pytest' }];
    expect((await judgeBy([ruleOf({ forbid, scripts: 'ignore' })], view)('make test')).length).toBe(0);
    expect((await judgeBy([ruleOf({ forbid, scripts: 'follow', instead: 'x' })], view)('make test')).length).toBe(1);
  });
  it('do not count as effects of the line', async () => {
    const judge = judgeBy([ruleOf({ forbid: [{ writes: ['dist'] }] })], view);
    expect((await judge('make clean')).map(({ found }) => found)).toEqual(['rm -rf dist ~/x']);
  });
});

describe('scope is the folder that a command runs in', () => {
  const judge = judgeBy([ruleOf({ forbid: [{ program: 'npm' }] }, { include: ['web/**'] })], view);
  it.each([
    ['npm ls', '', 0],
    ['npm ls', 'web', 1],
    ['cd web && npm ls', '', 1],
    ['npm --prefix web ls', '', 1],
    ['(cd web; ls); npm ls', '', 0],
  ])('%s in "%s"', async (line, cwd, count) => {
    expect((await judge(line, cwd)).length).toBe(count);
  });
});

describe('what cannot be known', () => {
  it('breaks only rules that ask for it', async () => {
    const strict = judgeBy([ruleOf({ forbid: [forcePush], unresolved: 'violation' })], view);
    const plain = judgeBy([ruleOf({ forbid: [forcePush] })], view);
    for (const line of ['$X push', 'curl x | sh', 'git push "$FLAGS"']) {
      expect([line, (await strict(line)).length, (await plain(line)).length]).toEqual([line, 1, 0]);
    }
    for (const line of ['git status "$X"', 'echo "$X"', 'ls']) expect(await strict(line)).toEqual([]);
  });
});

describe('what a rule allows', () => {
  it('is no violation', async () => {
    const judge = judgeBy([
      ruleOf({ forbid: [{ program: 'npm' }], allow: [{ program: 'npm', subcommand: ['view'] }] }),
    ]);
    expect([(await judge('npm view x')).length, (await judge('npm i')).length]).toEqual([0, 1]);
  });
  it('includes the command that stands in for the forbidden one', async () => {
    const judge = judgeBy([ruleOf({ forbid: [{ program: 'python' }], instead: 'python3 {args}' })]);
    expect([(await judge('python3 a.py')).length, (await judge('python a.py')).length]).toEqual([0, 1]);
  });
});

describe('the fix', () => {
  it.each([
    ['npm', 'pnpm', 'npm install -D x', 'pnpm add -D x'],
    ['npm', 'pnpm', 'npm i', 'pnpm install'],
    ['npm', 'pnpm', 'npm ci', 'pnpm install --frozen-lockfile'],
    ['npm', 'pnpm', 'npm run build', 'pnpm run build'],
    ['npm', 'yarn', 'npm uninstall x', 'yarn remove x'],
    ['npm', 'bun', 'npm i --save-dev x@^1', 'bun add -d x@^1'],
    ['npm', 'yarn', 'npm i -g x', 'yarn global add x'],
    ['yarn', 'npm', 'yarn add --dev x', 'npm install -D x'],
    ['yarn', 'pnpm', 'yarn', 'pnpm install'],
    ['npx', 'pnpm', 'npx -y cowsay hi', 'pnpm dlx cowsay hi'],
    ['pip', 'uv', 'pip install requests', 'uv add requests'],
    ['pip', 'uv', 'python -m pip install requests', 'uv add requests'],
    ['poetry', 'uv', 'poetry add -G dev x', 'uv add --group=dev x'],
    ['docker-compose', 'docker', 'docker-compose up -d', 'docker compose up --detach'],
    ['npm', 'pnpm', 'npm frobnicate', 'pnpm'],
    ['pytest', 'uv run pytest {args}', 'pytest -x "a b"', "uv run pytest -x 'a b'"],
    ['pytest', 'make test', 'pytest -x', 'make test'],
    ['pytest', 'uv run {program} {args}', 'py.test -q', 'uv run py.test -q'],
  ])('%s → %s: %s', async (program, instead, line, fix) => {
    const [finding] = await judgeBy([ruleOf({ forbid: [{ program }], instead })])(line);
    expect(finding?.fix).toBe(fix);
  });
});

describe('the fix of a rule that says in words what to use', () => {
  it('is the same deed by that program', async () => {
    const rule = { ...ruleOf({ forbid: [{ program: 'npm' }] }), instead: 'use pnpm' };
    expect((await judgeBy([rule])('npm i -D x'))[0]?.fix).toBe('pnpm add -D x');
    expect((await judgeBy([rule])('npm whoami'))[0]?.fix).toBeUndefined();
  });
});

describe('findings', () => {
  it('name each offending command once', async () => {
    const judge = judgeBy([ruleOf({ forbid: [forcePush, { program: 'git' }] })]);
    expect((await judge('git push -f; git push -f; git push')).map(({ found }) => found)).toEqual([
      'git push -f',
      'git push',
    ]);
  });
});
