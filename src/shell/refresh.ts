import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Address } from '../daemon/address.ts';
import type { OpenRepository } from '../engine/open.ts';
import { installShims } from './instantiate.ts';

/** Brings shims that are installed in step with the rules in force; where none are installed, none are made. */
export function refreshShims(address: Address, { rules, settings }: OpenRepository): void {
  const file = path.join(address.shims, 'settings');
  if (!existsSync(file)) return;
  const known = /^bylaw_clean_path='(.*)'$/m.exec(readFileSync(file, 'utf8'))?.[1]?.replaceAll("'\\''", "'");
  const environment = known === undefined ? process.env : { ...process.env, PATH: known };
  installShims(address, rules, { failure: settings.failure ?? 'closed', environment });
}
