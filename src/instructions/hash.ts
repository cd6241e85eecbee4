import { createHash } from 'node:crypto';

/** SHA-256 of prose, in hex. Line ends count as `\n` and a byte order mark is off, so a checkout on another system is no drift. */
export function proseHash(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
