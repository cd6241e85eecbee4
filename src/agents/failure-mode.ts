import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { settingsSchema } from '../model/settings.ts';

/** What doors do that cannot judge. Read on its own: it must be known also when the rest of the settings is broken. */
export function failureMode(root: string): 'closed' | 'open' {
  try {
    const settings: unknown = parse(readFileSync(path.join(root, 'bylaw.yaml'), 'utf8'));
    const asked = settingsSchema.pick({ failure: true }).loose().safeParse(settings);
    return asked.data?.failure ?? 'closed';
  } catch {
    return 'closed';
  }
}
