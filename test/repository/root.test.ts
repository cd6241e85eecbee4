import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRoot } from '../../src/repository/root.ts';
import { removeFolder } from '../setup/remove-folder.ts';

let top = '';
beforeEach(() => {
  top = realpathSync(mkdtempSync(path.join(tmpdir(), 'bylaw-root-')));
});
afterEach(() => removeFolder(top));

const at = (...parts: string[]) => path.join(top, ...parts);
const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
/** What git itself says. */
const toplevel = (folder: string) =>
  execFileSync('git', ['rev-parse', '--show-toplevel'], { cwd: folder, encoding: 'utf8' }).trim();

describe('the root of a folder', () => {
  it('is that of the nearest work tree, as git says it', () => {
    mkdirSync(at('a/b/c'), { recursive: true });
    git(at('a'), 'init', '-q');
    git(at('a/b'), 'init', '-q');
    for (const folder of ['a', 'a/b', 'a/b/c']) expect(findRoot(at(folder))).toBe(toplevel(at(folder)));
    expect(findRoot(at('a'))).toBe(at('a'));
    expect(findRoot(at('a/b/c'))).toBe(at('a/b'));
  });

  it('is that of a linked work tree, and of what a link leads to', () => {
    mkdirSync(at('a/src'), { recursive: true });
    git(at('a'), 'init', '-q');
    git(at('a'), '-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '--allow-empty', '-m', 'x');
    git(at('a'), 'worktree', 'add', '-q', at('linked'));
    symlinkSync(at('a/src'), at('elsewhere'));
    for (const folder of ['linked', 'elsewhere']) expect(findRoot(at(folder))).toBe(toplevel(at(folder)));
    expect(findRoot(at('linked'))).toBe(at('linked'));
    expect(findRoot(at('elsewhere'))).toBe(at('a'));
  });

  it('is no folder whose `.git` is no repository', () => {
    mkdirSync(at('a/.git'), { recursive: true });
    mkdirSync(at('a/b/.bylaw'), { recursive: true });
    mkdirSync(at('a/b/c'));
    expect(findRoot(at('a/b/c'))).toBe(at('a/b'));
  });

  it('is the folder itself where nothing marks one', () => {
    mkdirSync(at('a'));
    writeFileSync(at('a/x.txt'), '');
    expect(findRoot(at('a'))).toBe(at('a'));
  });

  it('is what the environment of git says', () => {
    mkdirSync(at('a'));
    mkdirSync(at('tree/src'), { recursive: true });
    git(at('a'), 'init', '-q');
    process.env.GIT_DIR = at('a/.git');
    process.env.GIT_WORK_TREE = at('tree');
    try {
      expect(findRoot(at('tree/src'))).toBe(at('tree'));
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_WORK_TREE;
    }
  });
});
