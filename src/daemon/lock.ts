import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, markOf, type ProcessMark } from './process-life.ts';

export interface Lock {
  release(): void;
}

/**
 * Takes a lock file for this process; `undefined` while a living process holds it. The file appears with
 * its content (a hard link is made, which fails if the name is taken), so nobody ever reads half of it.
 * The lock of a dead process is moved away first; if another was quicker, what was moved is put back.
 */
export function takeLock(file: string): Lock | undefined {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const content = JSON.stringify(markOf(process.pid));
  writeFileSync(own, content);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(own, file)) return { release: () => release(file, content) };
      const holder = readText(file);
      if (holder === undefined) continue;
      const mark = parseMark(holder);
      if (mark && isAlive(mark)) return undefined;
      moveAway(file, `${own}.stale`, holder);
    }
    return undefined;
  } finally {
    rmSync(own, { force: true });
  }
}

function release(file: string, content: string): void {
  if (readText(file) === content) rmSync(file, { force: true });
}

function moveAway(file: string, aside: string, expected: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readText(aside) !== expected) linked(aside, file);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseMark(text: string): ProcessMark | undefined {
  try {
    const value: { pid?: unknown; started?: unknown } = JSON.parse(text);
    if (typeof value.pid !== 'number') return undefined;
    return typeof value.started === 'string' ? { pid: value.pid, started: value.started } : { pid: value.pid };
  } catch {
    return undefined;
  }
}
