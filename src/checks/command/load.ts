import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../../model/failure.ts';
import {
  type CallsSource,
  callsFileSchema,
  type EquivalentSource,
  equivalentFileSchema,
  type ProgramSource,
  programFileSchema,
} from './source.ts';

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
 * Read once. The built program takes `dist/commands.json`, written and checked by the build from
 * `rules/commands/*.yaml`; run from source, the YAML itself is read.
 */
function load(): CommandKnowledge {
  loaded ??= find(path.dirname(fileURLToPath(import.meta.url)));
  return loaded;
}

function find(start: string): CommandKnowledge {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const built = path.join(folder, 'commands.json');
    if (path.basename(folder) === 'dist' && existsSync(built)) {
      return JSON.parse(readFileSync(built, 'utf8')) as CommandKnowledge;
    }
    const rules = path.join(folder, 'rules', 'commands');
    if (existsSync(rules)) return readKnowledge(rules);
    if (folder === path.dirname(folder))
      throw new Failure('unavailable', 'the folder rules/commands of Bylaw is missing');
  }
}

/** Reads and checks all YAML files of a folder. Throws a {@link Failure} with the place of what is wrong. */
export function readKnowledge(folder: string): CommandKnowledge {
  const programs: Record<string, ProgramSource> = {};
  let equivalents: CommandKnowledge['equivalents'] = {};
  let calls: CommandKnowledge['calls'] = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const place = path.join(folder, file);
    const content: unknown = parse(readFileSync(place, 'utf8'), { maxAliasCount: 0 });
    if (file === 'equivalents.yaml') {
      equivalents = checked(equivalentFileSchema, content, place);
      continue;
    }
    if (file === 'calls.yaml') {
      calls = checked(callsFileSchema, content, place);
      continue;
    }
    for (const [name, source] of Object.entries(checked(programFileSchema, content, place))) {
      if (programs[name]) throw new Failure('invalid-rule-file', `the program ${name} is described twice`, { place });
      programs[name] = source;
    }
  }
  return { programs, equivalents, calls };
}

function checked<T>(schema: z.ZodType<T>, content: unknown, place: string): T {
  const read = schema.safeParse(content);
  if (!read.success) throw new Failure('invalid-rule-file', z.prettifyError(read.error), { place });
  return read.data;
}
