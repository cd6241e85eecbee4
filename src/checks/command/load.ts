import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../model/failure.ts';
import type { CallsSource, EquivalentSource, ProgramSource } from './source.ts';

/** What `rules/commands` says: programs by name, deeds that are the same, calls by programming language. */
export interface CommandKnowledge {
  readonly programs: Readonly<Record<string, ProgramSource>>;
  readonly equivalents: Readonly<Record<string, EquivalentSource>>;
  readonly calls: Readonly<Record<string, CallsSource>>;
}

const here = path.dirname(fileURLToPath(import.meta.url));
/** Written and checked by the build from `rules/commands/*.yaml`; `undefined` where the program runs from source. */
const built = above(here, (folder) =>
  path.basename(folder) === 'dist' ? existing(path.join(folder, 'commands.json')) : undefined,
);
// What reads YAML takes longer to load than all that is read: the built program is spared it.
const source = built === undefined ? await import('./read-knowledge.ts') : undefined;

let loaded: CommandKnowledge | undefined;

export function loadPrograms(): CommandKnowledge['programs'] {
  return load().programs;
}

export function loadEquivalents(): CommandKnowledge['equivalents'] {
  return load().equivalents;
}

export function loadCalls(): CommandKnowledge['calls'] {
  return load().calls;
}

/** Read once. */
function load(): CommandKnowledge {
  loaded ??= built === undefined ? readSource() : (JSON.parse(readFileSync(built, 'utf8')) as CommandKnowledge);
  return loaded;
}

function readSource(): CommandKnowledge {
  const rules = above(here, (folder) => existing(path.join(folder, 'rules', 'commands')));
  if (rules === undefined || !source) throw new Failure('unavailable', 'the folder rules/commands of Bylaw is missing');
  return source.readKnowledge(rules);
}

function above(start: string, find: (folder: string) => string | undefined): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = find(folder);
    if (found !== undefined || folder === path.dirname(folder)) return found;
  }
}

function existing(file: string): string | undefined {
  return existsSync(file) ? file : undefined;
}
