import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from './lexicon.ts';
import { type PackedLexicon, unpacked } from './packed.ts';
import { readLexicon } from './read.ts';

let loaded: Lexicon | undefined;

/**
 * The lexicon of the program, read once. The built program takes `dist/lexicon.json`, written (and
 * checked) by the build from `rules/*.yaml`; run from source, the YAML itself is read.
 */
export function loadLexicon(): Lexicon {
  loaded ??= load(path.dirname(fileURLToPath(import.meta.url)));
  return loaded;
}

function load(here: string): Lexicon {
  let folder = here;
  while (!existsSync(path.join(folder, 'rules'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`no folder "rules" above ${here}`);
    folder = above;
  }
  const built = path.join(folder, 'dist', 'lexicon.json');
  const inDist = !path.relative(path.join(folder, 'dist'), here).startsWith('..');
  // Written from checked entries by the build that wrote this very module.
  if (inDist && existsSync(built)) return unpacked(JSON.parse(readFileSync(built, 'utf8')) as PackedLexicon);
  return readLexicon(path.join(folder, 'rules'));
}
