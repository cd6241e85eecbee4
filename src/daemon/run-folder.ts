import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Address } from './address.ts';

/** Makes `.bylaw/run` for this user alone, with a `.gitignore` that keeps all of it out of git. */
export function prepareRunFolder(address: Address): void {
  mkdirSync(address.run, { recursive: true, mode: 0o700 });
  chmodSync(address.run, 0o700);
  const ignore = path.join(address.run, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  mkdirSync(address.sessions, { recursive: true });
  mkdirSync(address.cookies, { recursive: true });
}
