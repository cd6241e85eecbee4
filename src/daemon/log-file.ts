import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { type LogEntry, parseLogEntry } from './log-entry.ts';

/** Rotated files kept beside the log: `trace.jsonl.1` is the newest of them. */
export const KEPT_FILES = 4;

/** All entries that are on disk, oldest first. Lines that are no entry are left out. */
export function readLog(file: string): readonly LogEntry[] {
  return allLines(file).flatMap((line) => parseLogEntry(line) ?? []);
}

/** Entries whose line holds one of these texts; the others are not even parsed. */
export function searchLog(file: string, texts: readonly string[]): readonly LogEntry[] {
  return allLines(file)
    .filter((line) => texts.some((text) => line.includes(text)))
    .flatMap((line) => parseLogEntry(line) ?? []);
}

/** The newest entry's number; 0 for an empty log. */
export function lastNumber(file: string): number {
  for (const part of [file, `${file}.1`]) {
    const found = readLines(part).findLast((line) => parseLogEntry(line) !== undefined);
    if (found !== undefined) return parseLogEntry(found)?.n ?? 0;
  }
  return 0;
}

function allLines(file: string): readonly string[] {
  const files = Array.from({ length: KEPT_FILES }, (_, index) => `${file}.${KEPT_FILES - index}`).concat(file);
  return files.flatMap((part) => readLines(part));
}

function readLines(file: string): readonly string[] {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8').split('\n') : [];
  } catch {
    return [];
  }
}

/** Cuts off a last line that a crash or a full disk left unfinished. */
export function cutHalfLine(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'r+');
  } catch {
    return;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size === 0) return;
    const window = Buffer.alloc(Math.min(stat.size, 1 << 20));
    readSync(handle, window, 0, window.length, stat.size - window.length);
    const end = window.lastIndexOf(0x0a);
    if (end !== window.length - 1)
      ftruncateSync(handle, end < 0 ? stat.size - window.length : stat.size - window.length + end + 1);
  } finally {
    closeSync(handle);
  }
}

/** `file` → `file.1` → `file.2` …; the oldest is lost. */
export function rotate(file: string): void {
  for (let index = KEPT_FILES - 1; index >= 1; index -= 1) {
    if (existsSync(`${file}.${index}`)) renameSync(`${file}.${index}`, `${file}.${index + 1}`);
  }
  renameSync(file, `${file}.1`);
}
