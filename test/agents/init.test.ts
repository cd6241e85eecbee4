import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENV, Repository } from '../git/repository.ts';

const PROGRAM = path.resolve('bin/bylaw.js');
let r: Repository;
beforeEach(() => {
  r = new Repository().write('CLAUDE.md', '- Never use npm.\n').write('.cursor/rules/a.mdc', '---\n---\n');
});
afterEach(() => r.remove());

const env = () => ({ ...ENV, HOME: path.join(r.root, '.home') });

function init(...args: readonly string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [PROGRAM, 'init', ...args], { cwd: r.root, encoding: 'utf8', env: env() });
}

const there = (file: string) => existsSync(path.join(r.root, file));

describe('init without a terminal', () => {
  it('installs for the hosts that the repository uses, and takes it out again', () => {
    const { status, stdout } = init();
    expect([status, there('.claude/settings.json'), there('.cursor/hooks.json'), there('.gemini')]).toEqual([
      0,
      true,
      true,
      false,
    ]);
    expect(stdout).toMatch(/\+ create {2}\.claude\/settings\.json[\s\S]*Next: bylaw compile/);
    expect(init().stdout).not.toMatch(/create|change/);
    expect(init('--uninstall').status).toBe(0);
    expect([there('.claude'), there('.bylaw/hook'), there('.git/hooks/pre-commit')]).toEqual([false, false, false]);
    expect(init('--uninstall').stdout).toContain('Nothing of ours is installed.');
  });

  it('shows and does nothing with --dry-run', () => {
    expect(init('--dry-run', '--agent', 'gemini', '--no-git').stdout).toMatch(/create {2}\.gemini\/settings\.json/);
    expect([there('.gemini'), there('.bylaw')]).toEqual([false, false]);
  });

  it('says when something is to be done by hand', () => {
    r.write('.claude/settings.json', '{ broken');
    const { status, stdout } = init('--no-git');
    expect([status, stdout.includes('! by hand')]).toEqual([1, true]);
    expect(there('.cursor/hooks.json')).toBe(true);
  });

  it('refuses a host that it does not know', () => {
    expect(init('--agent', 'emacs').status).toBe(2);
  });
});

describe('init in a terminal', () => {
  it('asks which hosts, and before it writes', async () => {
    const environment = Object.fromEntries(
      Object.entries(env()).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const terminal = spawn(process.execPath, [PROGRAM, 'init', '--no-git'], {
      cwd: r.root,
      env: environment,
      cols: 100,
      rows: 40,
    });
    let shown = '';
    let asked = 0;
    const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
    terminal.onData((data) => {
      shown += data;
      if (asked === 0 && shown.includes('Install for which agents?')) {
        asked = 1;
        terminal.write('\r');
      }
      if (asked === 1 && shown.includes('Go ahead?')) {
        asked = 2;
        expect(there('.claude/settings.json')).toBe(false);
        terminal.write('y');
      }
    });
    expect(await ended).toBe(0);
    expect([asked, there('.claude/settings.json'), there('.cursor/hooks.json')]).toEqual([2, true, true]);
  });
});
