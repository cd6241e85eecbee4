import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { install, planInit, planUninstall, siteOf, uninstall } from '../../src/agents/config/init-plan.ts';
import { managerOf } from '../../src/git/hook-steps.ts';
import { GIT_HOOKS, type GitHook } from '../../src/git/hooks.ts';
import { Repository, rule, rulebook } from './repository.ts';

const RULES = [
  rule('no-fixme', { kind: 'text', pattern: 'FIXME' }),
  rule('not-on-release', { kind: 'command', forbid: [{ program: 'git', subcommand: ['commit'], branch: 'release' }] }),
  rule('no-force', { kind: 'command', forbid: [{ program: 'git', subcommand: ['push'], flags: [['--force', '-f']] }] }),
  rule('subject', {
    kind: 'order',
    contract: { type: 'message', of: ['commit'], part: 'subject', maxLength: 20 },
  }),
  rule('lint-first', {
    kind: 'order',
    contract: {
      type: 'before',
      trigger: [{ ran: [{ program: 'git', subcommand: ['commit'] }] }],
      need: [{ ran: [{ program: 'make', operands: ['lint'] }] }],
    },
  }),
];

const began = new Repository().write('.bylaw/rulebook.yaml', rulebook(RULES)).stage('base.txt', 'x\n').commit();
afterAll(() => began.remove());

let r: Repository;
beforeEach(() => {
  r = began.copy();
});
afterEach(() => r.remove());

/** Installs all hooks; in the folder of git only those that a test is about are kept, as each costs a process. */
function installHere(kept: readonly GitHook[] = GIT_HOOKS): void {
  const site = { ...siteOf(r.root), home: path.join(r.root, '.home') };
  install(planInit({ agents: [], git: true }, site), site);
  for (const hook of GIT_HOOKS)
    if (!kept.includes(hook)) rmSync(path.join(r.root, '.git/hooks', hook), { force: true });
}

describe('hooks in the folder of git', () => {
  const WANTED: Readonly<Record<string, readonly GitHook[]>> = { message: ['commit-msg'], push: ['pre-push'] };
  beforeEach(({ task }) => installHere(WANTED[/message|push/.exec(task.name)?.[0] ?? ''] ?? ['pre-commit']));

  it('refuse a commit with the prose that it breaks', () => {
    r.stage('a.txt', 'FIXME\n');
    const { status, text } = r.run('git commit -m "Add a"');
    expect(status).toBe(1);
    expect(text).toContain('AGENTS.md:3 "As the house rules say."');
    expect(text).toContain('a.txt:1');
    expect(r.git('log', '--oneline')).not.toContain('Add a');
  });

  it('let a clean commit pass in silence', () => {
    expect(r.stage('a.txt', 'fine\n').run('git commit -q -m "Add a"')).toEqual({ status: 0, text: '' });
  });

  it('judge partial staging by what is staged', () => {
    r.stage('a.txt', 'one\n').commit().stage('a.txt', 'one\ntwo\n').write('a.txt', 'one\ntwo\nFIXME\n');
    expect(r.run('git commit -q -m "Add two"').status).toBe(0);
    expect(r.run('git commit -q -a -m "Add all"').status).toBe(1);
  });

  it('judge `git commit FILE` by that file alone', () => {
    r.stage('a.txt', 'x\n').stage('b.txt', 'x\n').commit().stage('a.txt', 'FIXME\n').write('b.txt', 'y\n');
    expect(r.run('git commit -q -m "Only b" b.txt').status).toBe(0);
  });

  it('refuse a message that breaks a rule, whatever its comments say', () => {
    r.stage('a.txt', 'x\n').write('m', 'Short\n\n# this comment is longer than any subject may be\n');
    expect(r.run('git commit -q --cleanup=strip -F m').status).toBe(0);
    r.stage('a.txt', 'y\n');
    const { status, text } = r.run('git commit -q -m "A subject that is much too long"');
    expect([status, text.includes('subject')]).toEqual([1, true]);
  });

  it('know the branch', () => {
    r.git('checkout', '-q', '-b', 'release');
    expect(r.stage('a.txt', 'x\n').run('git commit -q -m "Add a"').text).toContain('not-on-release');
  });

  it('ask an agent, not a person, what happened before', () => {
    r.stage('a.txt', 'x\n');
    const { status, text } = r.run('git commit -q -m "Add a"', { BYLAW_SESSION: 'claude-x' });
    expect([status, text.includes('lint-first')]).toEqual([1, true]);
    expect(r.run('git commit -q -m "Add a"').status).toBe(0);
  });

  it('tell a forced push from another, and see what --no-verify let by', () => {
    const remote = new Repository();
    try {
      remote.git('config', 'receive.denyCurrentBranch', 'ignore');
      r.git('remote', 'add', 'origin', remote.root);
      expect(r.run('git push -q origin main').status).toBe(0);
      r.stage('a.txt', 'x\n').commit();
      expect(r.run('git push -q origin main').status).toBe(0);
      r.git('reset', '-q', '--hard', 'HEAD~1');
      r.stage('b.txt', 'x\n').commit();
      const forced = r.run('git push -q origin +main');
      expect([forced.status === 0, forced.text.includes('no-force')]).toEqual([false, true]);
      r.git('reset', '-q', '--hard', 'origin/main');
      r.stage('c.txt', 'FIXME\n').commit();
      expect(r.run('git push -q origin main').text).toContain('c.txt:1');
      expect(r.run('git push -q --no-verify origin main').status).toBe(0);
    } finally {
      remote.remove();
    }
  });

  it('work in a linked work tree, by its own rulebook', () => {
    r.git('worktree', 'add', '-q', '-b', 'side', `${r.root}-tree`);
    const tree = new Repository(`${r.root}-tree`);
    try {
      tree.stage('a.txt', 'FIXME\n');
      expect(tree.run('git commit -q -m "Add a"').status).toBe(0);
      cpSync(path.join(r.root, '.bylaw'), path.join(tree.root, '.bylaw'), { recursive: true });
      tree.stage('b.txt', 'FIXME\n');
      expect(tree.run('git commit -q -m "Add b"').status).toBe(1);
    } finally {
      tree.remove();
    }
  });

  it('refuse when the rulebook is broken, unless failures are open', () => {
    r.write('.bylaw/rulebook.yaml', 'version: [\n').stage('a.txt', 'x\n');
    expect(r.run('git commit -q -m "Add a"')).toMatchObject({
      status: 1,
      text: expect.stringContaining('.bylaw/rulebook.yaml:2:1'),
    });
    r.write('bylaw.yaml', 'failure: open\n');
    expect(r.run('git commit -q -m "Add a"').status).toBe(0);
  });
});

describe('hooks that were there', () => {
  it('still run, after ours, and see the pushed refs', () => {
    r.write('.git/hooks/pre-commit', '#!/bin/bash\necho theirs >&2\n', 0o755);
    r.write('.git/hooks/commit-msg', '#!/usr/bin/env node\nconsole.error("node " + process.argv[2]);\n', 0o755);
    r.write('.git/hooks/pre-push', '#!/bin/sh\nread local rest\necho "saw $local" >&2\n', 0o755);
    installHere();
    const remote = new Repository();
    remote.git('config', 'receive.denyCurrentBranch', 'ignore');
    r.git('remote', 'add', 'origin', remote.root);
    const { status, text } = r.stage('a.txt', 'x\n').run('git commit -q -m "Add a" && git push -q origin main');
    remote.remove();
    expect([status, text]).toEqual([
      0,
      expect.stringMatching(/theirs\n.*node .*COMMIT_EDITMSG\n.*saw refs\/heads\/main/s),
    ]);
    expect(r.stage('a.txt', 'FIXME\n').run('git commit -q -m "Break a"')).toMatchObject({
      status: 1,
      text: expect.not.stringContaining('theirs'),
    });
  });

  it('come back when ours are taken out', () => {
    const theirs = '#!/usr/bin/env node\nprocess.exit(3);\n';
    r.write('.git/hooks/pre-commit', theirs, 0o755);
    installHere();
    const site = { ...siteOf(r.root), home: r.root };
    uninstall(planUninstall(site), site);
    expect(readFileSync(path.join(r.root, '.git/hooks/pre-commit'), 'utf8')).toBe(theirs);
    expect(existsSync(path.join(r.root, '.git/hooks/pre-commit.before-bylaw'))).toBe(false);
    expect(r.stage('a.txt', 'FIXME\n').run('git commit -q -m "Add a"').status).not.toBe(0);
  });
});

describe('a folder of hooks for all of a person repositories', () => {
  it('is left alone, and what to add is said', () => {
    const shared = `${r.root}-shared`;
    r.git('config', 'core.hooksPath', shared);
    const site = { ...siteOf(r.root), home: r.root };
    const steps = planInit({ agents: [], git: true }, site);
    install(steps, site);
    expect(steps.filter((step) => step.problem?.includes('core.hooksPath')).length).toBe(3);
    expect(existsSync(shared)).toBe(false);
  });
});

describe('husky', () => {
  it('runs our hooks beside its own', () => {
    r.write('.husky/pre-commit', 'echo theirs >&2\n').write('package.json', '{}');
    execFileSync(process.execPath, [path.resolve('node_modules/husky/bin.js')], { cwd: r.root });
    expect(managerOf(r.root)).toBe('husky');
    installHere();
    expect(r.stage('a.txt', 'FIXME\n').run('git commit -q -m "Add a"').text).toContain('a.txt:1');
    expect(r.stage('a.txt', 'fine\n').run('git commit -q -m "Add a"')).toEqual({ status: 0, text: 'theirs\n' });
    expect(r.stage('a.txt', 'more\n').run('git commit -q -m "A subject that is much too long"').status).toBe(1);
  });
});

describe.skipIf(lefthook() === undefined)('lefthook', () => {
  it.each([
    ['lefthook.yml', 'pre-commit:\n  parallel: true\n  commands:\n    theirs:\n      run: echo theirs\n'],
    ['lefthook.toml', '[pre-commit.commands.theirs]\nrun = "echo theirs"\n'],
  ])('runs our hooks from %s', (file, content) => {
    r.write(file, content);
    expect(managerOf(r.root)).toBe('lefthook');
    installHere();
    const binary = lefthook() ?? '';
    execFileSync(binary, ['install'], { cwd: r.root });
    const env = { LEFTHOOK_BIN: binary };
    const refused = r.stage('a.txt', 'FIXME\n').run('git commit -m "Add a"', env);
    expect([refused.status, refused.text.includes('a.txt:1'), refused.text.includes('theirs')]).toEqual([
      1,
      true,
      true,
    ]);
    expect(r.stage('a.txt', 'fine\n').run('git commit -m "Add a"', env).status).toBe(0);
    expect(r.stage('a.txt', 'more\n').run('git commit -m "A subject that is much too long"', env).status).toBe(1);
  });
});

/** The lefthook on PATH, or one installed for the tests; its package sets hooks in whatever installs it, so it is none of ours. */
function lefthook(): string | undefined {
  const found = spawnSync('sh', ['-c', 'command -v lefthook'], { encoding: 'utf8' }).stdout.trim();
  if (found !== '') return found;
  const folder = path.join(os.tmpdir(), 'bylaw-lefthook');
  const binary = path.join(folder, 'node_modules', '.bin', 'lefthook');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    spawnSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', 'lefthook@2'], {
      timeout: 30_000,
    });
  }
  return existsSync(binary) ? binary : undefined;
}
