import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskView } from '../../src/repository/disk.ts';
import { removeFolder } from '../setup/remove-folder.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'bylaw-branch-')));
afterAll(() => removeFolder(folder));

const root = path.join(folder, 'main');
const git = (at: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: at, stdio: 'pipe' });

describe('the checked-out branch', () => {
  it('is the one git names, before the first commit, after it, in a work tree, and detached', () => {
    execFileSync('git', ['init', '-q', '-b', 'trunk', root]);
    const view = diskView(root);
    expect(view.branch()).toBe('trunk');
    git(root, 'commit', '-q', '--allow-empty', '-m', 'x');
    git(root, 'checkout', '-q', '-b', 'feat/door');
    view.refresh();
    expect(view.branch()).toBe('feat/door');
    git(root, 'worktree', 'add', '-q', '-b', 'other', path.join(folder, 'tree'));
    expect(diskView(path.join(folder, 'tree')).branch()).toBe('other');
    git(root, 'checkout', '-q', '--detach');
    view.refresh();
    expect(view.branch()).toBeUndefined();
  });

  it('is nothing without git', () => {
    expect(diskView(folder).branch()).toBeUndefined();
  });
});
