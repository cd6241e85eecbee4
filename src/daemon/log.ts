import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import type { LogEntry, LogNews } from './log-entry.ts';
import { cutHalfLine, lastNumber, readLog, rotate } from './log-file.ts';

/** The log is rotated when it has grown beyond this many bytes. */
export const LOG_BOUND = 16 * 1024 * 1024;
/** Entries kept in memory while the disk takes none. */
const MAX_WAITING = 100_000;

/** The trace log. What `append` was called with is on its way to disk when it returns. */
export interface TraceLog {
  append(news: LogNews): LogEntry;
  /** Entries on disk and those that wait for room, oldest first. */
  entries(): readonly LogEntry[];
  /** Why the log cannot be written at present, and how many entries wait for it. */
  trouble(): { readonly reason: string; readonly waiting: number; readonly lost: number } | undefined;
  listen(listener: (entry: LogEntry) => void): () => void;
  close(): void;
}

export interface LogOptions {
  readonly bound?: number;
  readonly now?: () => Date;
}

/**
 * Opens the log for appending. Each entry is one `write` to a file opened with `O_APPEND`: a crash
 * can cut the last line at most, which is taken off when the log is opened again.
 */
export function openLog(file: string, options: LogOptions = {}): TraceLog {
  const bound = options.bound ?? LOG_BOUND;
  const now = options.now ?? (() => new Date());
  const listeners = new Set<(entry: LogEntry) => void>();
  const waiting: LogEntry[] = [];
  let reason = '';
  let lost = 0;
  cutHalfLine(file);
  let n = lastNumber(file);
  let handle: number | undefined;
  let size = 0;
  let torn = false;

  const flush = (): void => {
    while (waiting.length > 0) {
      const entry = waiting[0];
      if (!entry) return;
      try {
        handle ??= openSync(file, 'a', 0o600);
        if (size === 0) size = fstatSync(handle).size;
        const bytes = Buffer.from(`${torn ? '\n' : ''}${JSON.stringify(entry)}\n`);
        const written = writeSync(handle, bytes);
        torn = written < bytes.length;
        if (torn) throw new Error('the disk is full');
        size += written;
        waiting.shift();
        reason = '';
        if (size > bound) turn();
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        drop();
        return;
      }
    }
  };
  const drop = (): void => {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
    size = 0;
    if (waiting.length > MAX_WAITING) lost += waiting.splice(0, waiting.length - MAX_WAITING).length;
  };
  const turn = (): void => {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
    size = 0;
    rotate(file);
  };

  return {
    append(news) {
      n += 1;
      const entry: LogEntry = { n, at: now().toISOString(), ...news };
      waiting.push(entry);
      flush();
      for (const listener of listeners) listener(entry);
      return entry;
    },
    entries: () => [...readLog(file), ...waiting],
    trouble: () => (waiting.length > 0 || lost > 0 ? { reason, waiting: waiting.length, lost } : undefined),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      flush();
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}
