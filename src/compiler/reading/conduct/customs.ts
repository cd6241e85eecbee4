import type { Intent } from '../../../model/intent.ts';
import type { ReadClause } from '../setting.ts';
import { readBody } from './bodies.ts';
import { readFlags } from './required-flags.ts';
import { readTimeout } from './timeouts.ts';
import { dependenciesBy, readTools } from './tool-customs.ts';
import { readWorkingFolder } from './working-folder.ts';

/** What a clause asks besides what else it says. */
export function readBesides(read: ReadClause): readonly Intent[] {
  return read.stance === 'forbid' ? [] : (dependenciesBy(read) ?? []);
}

/** How commands are run and what they are given, where the words spell it out. */
export function readCustom(read: ReadClause): readonly Intent[] | undefined {
  for (const reader of [readTimeout, readWorkingFolder, readFlags, readBody, readTools]) {
    const intents = reader(read);
    if (intents) return intents;
  }
  return undefined;
}
