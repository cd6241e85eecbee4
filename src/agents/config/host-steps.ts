import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../model/failure.ts';
import type { Adapter } from '../adapter.ts';
import type { ConfigFile, OwnFile } from './entry.ts';
import { holdsItems, withItems, withoutItems } from './json-edit.ts';
import { type FileStep, readIfThere } from './step.ts';

/** Where things lie: the repository, the person's home folder, and our own scripts. Absolute paths. */
export interface Site {
  readonly root: string;
  readonly home: string;
  readonly shims: string;
}

export function placeOf(file: string, site: Site): string {
  return file.startsWith('~/') ? path.join(site.home, file.slice(2)) : path.join(site.root, file);
}

/** Is the host used here: by this repository, or by this person? */
export function signOf(adapter: Adapter, site: Site): 'repository' | 'home' | undefined {
  const found = (home: boolean) =>
    adapter.config.signs.some((sign) => sign.startsWith('~/') === home && existsSync(placeOf(sign, site)));
  return found(false) ? 'repository' : found(true) ? 'home' : undefined;
}

/** The steps that put a host's entries in. */
export function installSteps(adapter: Adapter, site: Site): readonly FileStep[] {
  return adapter.config.files.map((file) => {
    const place = placeOf(file.path, site);
    const before = readIfThere(place);
    const why = `hooks of ${adapter.title}`;
    if (file.form === 'json') return jsonStep(place, before, why, () => withItems(before, file));
    const after = contentOf(file, site);
    if (before !== undefined && before !== after && !isOurs(before)) {
      return {
        path: place,
        before,
        after: before,
        why,
        problem: `the file is not ours; add to it: ${commandIn(after)}`,
      };
    }
    return { path: place, before, after, why, ...(file.executable && { executable: true }) };
  });
}

/** The steps that take a host's entries out; none for files that hold none. */
export function uninstallSteps(adapter: Adapter, site: Site): readonly FileStep[] {
  return adapter.config.files.flatMap((file): readonly FileStep[] => {
    const place = placeOf(file.path, site);
    const before = readIfThere(place);
    if (before === undefined || !installedIn(before, file)) return [];
    const why = `hooks of ${adapter.title}`;
    if (file.form === 'own') return [{ path: place, before, after: undefined, why }];
    return [jsonStep(place, before, why, () => withoutItems(before, file))];
  });
}

/** Does this text of a host's file hold our entries? Text that cannot be read does not. */
export function installedIn(text: string, file: ConfigFile): boolean {
  if (file.form === 'own') return isOurs(text);
  try {
    return holdsItems(text, file);
  } catch {
    return false;
  }
}

export function contentOf(file: OwnFile, site: Site): string {
  if (typeof file.content === 'string') return file.content;
  const text = readIfThere(path.join(site.shims, file.content.shim));
  if (text === undefined) {
    throw new Failure('unreadable', `a file of this program is missing: shims/${file.content.shim}`, {
      place: site.shims,
      remedy: 'install bylaw anew',
    });
  }
  return text;
}

function jsonStep(place: string, before: string | undefined, why: string, edit: () => string | undefined): FileStep {
  try {
    return { path: place, before, after: edit(), why };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path: place, before, after: before, why, problem: error.toString() };
  }
}

function isOurs(text: string): boolean {
  return text.includes('bylaw init');
}

function commandIn(content: string): string {
  return content.split('\n').find((line) => line.includes('.bylaw/hook')) ?? content;
}
