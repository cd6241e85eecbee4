import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/daemon/lock.ts';
import { removeFolder } from '../setup/remove-folder.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bylaw-lock-'));
  file = path.join(folder, 'daemon.lock');
});
afterEach(() => removeFolder(folder));

describe('the lock', () => {
  it('has one holder', () => {
    const lock = takeLock(file);
    expect(takeLock(file)).toBeUndefined();
    lock?.release();
    expect(existsSync(file)).toBe(false);
    expect(takeLock(file)).toBeDefined();
  });

  it('of a dead process is taken over', () => {
    const dead = spawnSync('true').pid;
    writeFileSync(file, JSON.stringify({ pid: dead, started: '1' }));
    expect(takeLock(file)).toBeDefined();
  });

  it.skipIf(!existsSync('/proc/self/stat'))('of a process whose number another has now is taken over', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: '1' }));
    expect(takeLock(file)).toBeDefined();
  });

  it('that holds nonsense is taken over', () => {
    writeFileSync(file, 'nonsense');
    expect(takeLock(file)).toBeDefined();
  });

  it('is not released by one who lost it', () => {
    const lock = takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: 1 }));
    lock?.release();
    expect(existsSync(file)).toBe(true);
  });

  it('leaves nothing beside it', () => {
    const lock = takeLock(file);
    takeLock(file);
    lock?.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
