import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkDiff } from '../../src/git/diff-check.ts';
import { compareRules } from '../../src/git/rule-changes.ts';
import { ruleSchema } from '../../src/model/rule.ts';
import { diskView } from '../../src/repository/disk.ts';
import { bylaw } from '../scenario/program.ts';
import { ENV, Repository, rule, rulebook } from './repository.ts';

const FIXME = rule('no-fixme', { kind: 'text', pattern: 'FIXME' });
const TODO = rule('no-todo', { kind: 'text', pattern: 'TODO' }, { severity: 'warning' });
const COMPANION = rule('changeset', {
  kind: 'paths',
  contract: {
    type: 'companion',
    files: { include: ['packages/**'] },
    need: ['.changes/*.md'],
    changed: true,
    at: ['commit'],
  },
});

const began = new Repository()
  .stage('.bylaw/rulebook.yaml', rulebook([FIXME, TODO, COMPANION]))
  .stage('old.txt', 'FIXME\n')
  .commit();
began.git('checkout', '-q', '-b', 'work');
afterAll(() => began.remove());

let r: Repository;
beforeEach(() => {
  r = began.copy();
});
afterEach(() => r.remove());

const found = async (range: string) => {
  const checked = await checkDiff(diskView(r.root), range);
  return checked.verdict.violations.map(({ rule: id, location }) => `${id} ${location?.path}`).sort();
};

describe('a range of commits', () => {
  it('is judged by what it introduces, not by what stands', async () => {
    r.stage('old.txt', 'FIXME\nmore\n').stage('a.txt', 'FIXME\n').commit().write('b.txt', 'FIXME\n');
    expect(await found('main...HEAD')).toEqual(['no-fixme a.txt']);
    expect(await found('main')).toEqual(['no-fixme a.txt']);
  });

  it('forgives what a later commit repairs', async () => {
    r.stage('a.txt', 'FIXME\n').commit().stage('a.txt', 'done\n').commit();
    expect(await found('main...HEAD')).toEqual([]);
    expect(await found('main..HEAD~1')).toEqual(['no-fixme a.txt']);
  });

  it('is not blamed for what the other branch did meanwhile', async () => {
    r.stage('a.txt', 'x\n').commit();
    r.git('checkout', '-q', 'main');
    r.stage('b.txt', 'FIXME\n').commit();
    r.git('checkout', '-q', 'work');
    expect(await found('main...HEAD')).toEqual([]);
  });

  it('must bring companions', async () => {
    r.stage('packages/a.txt', 'x\n').commit();
    expect(await found('main...HEAD')).toEqual(['changeset packages/a.txt']);
    r.stage('.changes/a.md', 'x\n').commit();
    expect(await found('main...HEAD')).toEqual([]);
  });

  it('cannot disarm itself', async () => {
    r.stage('.bylaw/rulebook.yaml', rulebook([]))
      .stage('bylaw.yaml', 'exclude: ["**"]\n')
      .stage('a.txt', 'FIXME\n')
      .commit();
    const { verdict, ruleChanges } = await checkDiff(diskView(r.root), 'main...HEAD');
    expect(verdict.decision).toBe('deny');
    expect(ruleChanges.map(({ rule: id, how }) => `${id} ${how}`)).toEqual(
      expect.arrayContaining(['no-fixme removed', 'no-todo removed', 'changeset removed']),
    );
  });

  it('that brings the first rulebook is judged by it', async () => {
    const first = new Repository().stage('a.txt', 'x\n').commit();
    first.git('checkout', '-q', '-b', 'work');
    first
      .stage('.bylaw/rulebook.yaml', rulebook([FIXME]))
      .stage('b.txt', 'FIXME\n')
      .commit();
    const { verdict, rulesFromHead } = await checkDiff(diskView(first.root), 'main...HEAD');
    first.remove();
    expect([rulesFromHead, verdict.decision]).toEqual([true, 'deny']);
  });

  it.each([
    ['nowhere...HEAD', 'there is no commit `nowhere` here'],
    ['--output=x', 'there is no commit `--output=x` here'],
  ])('%s is refused in words', async (range, message) => {
    await expect(found(range)).rejects.toThrow(message);
  });
});

describe('what happens to rules', () => {
  const [before, altered] = [ruleSchema.parse(FIXME), (more: object) => ruleSchema.parse({ ...FIXME, ...more })];
  it.each([
    ['removed', [], 'removed'],
    ['given another name', [altered({ id: 'other' })], 'added'],
    ['turned into a warning', [altered({ severity: 'warning' })], 'weakened'],
    ['kept out of a folder', [altered({ scope: { exclude: ['src/**'] } })], 'weakened'],
    ['kept in a folder', [altered({ scope: { include: ['src/**'] } })], 'weakened'],
    ['made to look for something else', [altered({ check: { kind: 'text', pattern: 'X' } })], 'changed'],
    ['left alone', [before], undefined],
  ] as const)('%s', (_name, now, how) => {
    expect(compareRules([before], now).map((change) => change.how)).toEqual(how === undefined ? [] : [how]);
  });
});

describe('the command', () => {
  const told = (...args: readonly string[]) => bylaw(args, r.root, { env: ENV });

  it('prints annotations and says which rules the change takes away', async () => {
    r.stage('.bylaw/rulebook.yaml', rulebook([FIXME]))
      .stage('a.txt', 'FIXME\n')
      .commit();
    const { status, stdout } = await told('check', '--diff', 'main...HEAD', '--format', 'github');
    expect([status, stdout.split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(/^::error file=a\.txt,line=1,/),
        expect.stringMatching(/^::warning file=AGENTS\.md,line=3,title=rule removed::rule no-todo/),
        expect.stringMatching(/^::warning .*rule changeset/),
        '',
      ],
    ]);
  });

  it('fails for warnings only if it is strict', async () => {
    r.stage('a.txt', 'TODO\n').commit();
    expect((await told('check', '--diff', 'main')).status).toBe(0);
    expect((await told('check', '--diff', 'main', '--strict')).status).toBe(1);
    expect((await told('check', '--diff', 'nowhere')).status).toBe(2);
  });

  it('looks at what is staged', async () => {
    r.stage('a.txt', 'FIXME\n').write('a.txt', 'x\n');
    const { status, stdout } = await told('check', '--staged', '--json');
    expect([status, JSON.parse(stdout).violations.length]).toEqual([1, 1]);
  });

  it('splits the tree into parts whose reports make the whole again', async () => {
    for (let at = 0; at < 12; at++) r.write(`src/f${at}.txt`, 'FIXME\n');
    const parts: string[] = [];
    for (const index of [1, 2, 3]) {
      const file = `.bylaw/cache/${index}.json`;
      r.write(file, (await told('check', '--shard', `${index}/3`, '--json')).stdout);
      parts.push(path.join(r.root, file));
    }
    const violations = z.object({ violations: z.array(z.looseObject({ location: z.object({ path: z.string() }) })) });
    const pathsIn = (text: string) =>
      violations
        .parse(JSON.parse(text))
        .violations.map(({ location }) => location.path)
        .sort();
    const whole = pathsIn((await told('check', '--json')).stdout);
    expect(whole.length).toBe(13);
    expect(pathsIn((await told('check', '--merge', ...parts, '--json')).stdout)).toEqual(whole);
    expect(parts.every((file) => pathsIn(readFileSync(file, 'utf8')).length < 13)).toBe(true);
    const { status, stdout } = await told('check', '--merge', ...parts, '--format', 'sarif');
    expect([status, JSON.parse(stdout).runs[0].results.length]).toEqual([1, 13]);
  });
});

describe('the GitHub Action', () => {
  const action = z
    .object({
      inputs: z.record(z.string(), z.object({ default: z.string() })),
      runs: z.object({
        steps: z.array(z.object({ id: z.string(), env: z.record(z.string(), z.string()), run: z.string() })),
      }),
    })
    .parse(parse(readFileSync('action.yml', 'utf8')));

  /** Runs the steps as the runner does: expressions filled in, outputs handed on. */
  function runSteps(
    inputs: Readonly<Record<string, string>>,
    event: Readonly<Record<string, string>>,
  ): { status: number; log: string } {
    const known = new Map<string, string>(Object.entries(event));
    for (const [name, { default: value }] of Object.entries(action.inputs))
      known.set(`inputs.${name}`, inputs[name] ?? value);
    let log = '';
    for (const { id, env, run } of action.runs.steps) {
      const output = path.join(r.root, '.git', `output-${id}`);
      writeFileSync(output, '');
      const filled = Object.entries(env).map(([key, text]) => [
        key,
        text.replace(/\$\{\{ (\S+) \}\}/g, (_, name) => known.get(name) ?? ''),
      ]);
      const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: r.root,
        encoding: 'utf8',
        env: { ...ENV, ...Object.fromEntries(filled), GITHUB_OUTPUT: output },
      });
      log += ended.stdout + ended.stderr;
      for (const line of readFileSync(output, 'utf8').split('\n')) {
        const [name, ...value] = line.split('=');
        known.set(`steps.${id}.outputs.${name}`, value.join('='));
      }
      if (ended.status !== 0) return { status: ended.status ?? -1, log };
    }
    return { status: 0, log };
  }

  beforeEach(() => {
    const bin = path.join(r.root, 'node_modules', '.bin');
    mkdirSync(bin, { recursive: true });
    r.write(
      'node_modules/.bin/bylaw',
      `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('bin/bylaw.js')}' "$@"\n`,
      0o755,
    );
  });

  it('annotates a pull request and fails', () => {
    const base = r.git('rev-parse', 'HEAD').trim();
    r.stage('a.txt', 'FIXME\n').commit();
    const { status, log } = runSteps({}, { 'github.event.pull_request.base.sha': base });
    expect([status, log]).toEqual([1, expect.stringMatching(/^::error file=a\.txt,line=1,/)]);
  });

  it('passes a push that breaks nothing, and writes a report that validates', () => {
    const before = r.git('rev-parse', 'HEAD').trim();
    r.stage('a.txt', 'fine\n').commit();
    const { status } = runSteps({ format: 'sarif', output: 'out.sarif' }, { 'github.event.before': before });
    expect([status, JSON.parse(readFileSync(path.join(r.root, 'out.sarif'), 'utf8')).version]).toEqual([0, '2.1.0']);
  });

  it('deepens a checkout that has only the last commit', () => {
    const base = r.git('rev-parse', 'HEAD').trim();
    r.stage('a.txt', 'x\n').commit().stage('b.txt', 'FIXME\n').commit();
    const origin = r;
    r = new Repository();
    r.git('remote', 'add', 'origin', `file://${origin.root}`);
    r.git('fetch', '-q', '--depth=1', 'origin', 'work');
    r.git('checkout', '-q', 'FETCH_HEAD');
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    r.write('node_modules/.bin/bylaw', readFileSync(path.join(origin.root, 'node_modules/.bin/bylaw')), 0o755);
    const { status, log } = runSteps({}, { 'github.event.pull_request.base.sha': base });
    origin.remove();
    expect([status, log]).toEqual([1, expect.stringContaining('::error file=b.txt')]);
  });
});

describe('the hooks for pre-commit', () => {
  it('name commands that this program has', () => {
    const hooks = z
      .array(z.looseObject({ id: z.string(), entry: z.string(), stages: z.array(z.string()) }))
      .parse(parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')));
    expect(hooks.map((hook) => hook.entry)).toEqual(hooks.map((hook) => `bylaw git-hook ${hook.stages[0]}`));
    const manifest: { bin: object } = createRequire(import.meta.url)('../../package.json');
    expect(manifest.bin).toHaveProperty('bylaw');
  });
});
