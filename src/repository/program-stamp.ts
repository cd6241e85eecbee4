import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Size and time (milliseconds) of the running program: what one build has kept in a cache is no matter of another. */
export function programStamp(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${size} ${mtimeMs}`;
}
