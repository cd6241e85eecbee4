import { readFileSync } from 'node:fs';

/** The program's version, from the package.json beside `dist/`. */
export function version(): string {
  const manifest: { version?: unknown } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return String(manifest.version);
}
