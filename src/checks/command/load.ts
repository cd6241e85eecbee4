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

/**
 * `dist/commands.json`, read once: the build writes and checks it from `rules/commands/*.yaml`. What reads the YAML
 * takes longer to load than all that is read, so the program has no part in it.
 */
function load(): CommandKnowledge {
  loaded ??= JSON.parse(readFileSync(builtFile(), 'utf8')) as CommandKnowledge;
  return loaded;
}

/** It lies in the folder `dist` above the bundle; run from source, in the one beside the sources. */
function builtFile(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    const dist = path.basename(folder) === 'dist' ? folder : path.join(folder, 'dist');
    const built = path.join(dist, 'commands.json');
    if (existsSync(built)) return built;
    if (folder === path.dirname(folder)) {
      throw new Failure('unavailable', 'dist/commands.json of Bylaw is missing', { remedy: 'npm run build' });
    }
  }
}
