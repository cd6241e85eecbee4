import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { Failure } from '../../model/failure.ts';
import type { CommandKnowledge } from './load.ts';
import { callsFileSchema, equivalentFileSchema, type ProgramSource, programFileSchema } from './source.ts';

/** For the build: reads and checks all YAML files of a folder. Throws a {@link Failure} with the place of what is wrong. */
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
