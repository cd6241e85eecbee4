import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../src/daemon/log.ts';
import type { LogNews } from '../../src/daemon/log-entry.ts';
import { KEPT_FILES, readLog } from '../../src/daemon/log-file.ts';
import { removeFolder } from '../setup/remove-folder.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bylaw-log-'));
  file = path.join(folder, 'trace.jsonl');
});
afterEach(() => removeFolder(folder));

const note = (message: string): LogNews => ({ type: 'daemon', what: 'note', message });
const messages = () => readLog(file).map((entry) => (entry.type === 'daemon' ? entry.message : ''));

describe('the trace log', () => {
  it('has each entry on disk when append returns', () => {
    const log = openLog(file);
    log.append(note('one'));
    expect(messages()).toEqual(['one']);
    log.close();
  });

  it('goes on counting where it stopped', () => {
    for (const message of ['one', 'two']) {
      const log = openLog(file);
      log.append(note(message));
      log.close();
    }
    expect(readLog(file).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('keeps its order when the clock jumps back', () => {
    let now = new Date('2030-01-01T00:00:00Z');
    const log = openLog(file, { now: () => now });
    log.append(note('before'));
    now = new Date('2020-01-01T00:00:00Z');
    log.append(note('after'));
    log.close();
    expect(messages()).toEqual(['before', 'after']);
    expect(readLog(file).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('loses at most the line that was being written when it was cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), fc.nat(), (texts, cut) => {
        rmSync(file, { force: true });
        const log = openLog(file);
        for (const text of texts) log.append(note(text));
        log.close();
        const bytes = readFileSync(file);
        const at = cut % (bytes.length + 1);
        truncateSync(file, at);
        const whole = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
        const again = openLog(file);
        again.append(note('later'));
        again.close();
        expect(messages()).toEqual([...texts.slice(0, whole), 'later']);
      }),
      { numRuns: 60 },
    );
  });

  it('reads past lines that are no entries', () => {
    writeFileSync(file, 'not json\n{"n":1}\n');
    appendFileSync(file, '{"n":7,"at":"2030-01-01T00:00:00Z","type":"daemon","what":"note","message":"good"}\n');
    const log = openLog(file);
    expect(log.append(note('next')).n).toBe(8);
    log.close();
    expect(messages()).toEqual(['good', 'next']);
  });

  it('turns to a new file at its bound and keeps a few old ones', () => {
    const log = openLog(file, { bound: 2000 });
    for (let index = 0; index < 200; index += 1) log.append(note(`entry ${index}`));
    log.close();
    expect(existsSync(`${file}.${KEPT_FILES}`)).toBe(true);
    expect(existsSync(`${file}.${KEPT_FILES + 1}`)).toBe(false);
    const numbers = readLog(file).map(({ n }) => n);
    expect(numbers.at(-1)).toBe(200);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });

  it.skipIf(!existsSync('/dev/full'))('keeps what a full disk does not take, and writes it once there is room', () => {
    symlinkSync('/dev/full', file);
    const log = openLog(file);
    log.append(note('one'));
    log.append(note('two'));
    expect(log.trouble()).toMatchObject({ waiting: 2, lost: 0 });
    expect(log.trouble()?.reason).toContain('ENOSPC');
    expect(log.entries()).toHaveLength(2);
    rmSync(file);
    log.append(note('three'));
    expect(log.trouble()).toBeUndefined();
    expect(messages()).toEqual(['one', 'two', 'three']);
    log.close();
  });

  it('tells those who listen', () => {
    const log = openLog(file);
    const heard: number[] = [];
    const unlisten = log.listen(({ n }) => heard.push(n));
    log.append(note('one'));
    unlisten();
    log.append(note('two'));
    log.close();
    expect(heard).toEqual([1]);
  });
});
