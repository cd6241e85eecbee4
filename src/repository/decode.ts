import type { Content } from './view.ts';

/** Files above this size (bytes) are not looked at. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes to text: UTF-8 only, byte order mark taken off; binary and over-large files are unreadable. */
export function decode(bytes: Uint8Array): Content {
  if (bytes.byteLength > MAX_FILE_BYTES)
    return { kind: 'unreadable', reason: `larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB` };
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'unreadable', reason: 'binary' };
  try {
    return { kind: 'text', text: utf8.decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'not UTF-8' };
  }
}
