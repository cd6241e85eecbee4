import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type * as z from 'zod';
import { readConstructs } from './constructs.ts';
import { readDeclarations } from './declarations.ts';
import { expandConcept, expandFileKind, expandGroup, expandLanguage } from './expand.ts';
import type { Concept, Lexicon } from './lexicon.ts';
import { conceptFileSchema, fileKindFileSchema, languageFileSchema, toolFileSchema } from './source.ts';

/** Files of the folder that hold no concepts. */
const APART = new Set([
  'tools.yaml',
  'file-kinds.yaml',
  'languages.yaml',
  'declarations.yaml',
  'constructs.yaml',
  'commands.yaml',
]);

/** Reads and checks the YAML files of a rules folder. Throws an Error that names the file and the entry at fault. */
export function readLexicon(folder: string): Lexicon {
  const concepts: Record<string, Concept> = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !APART.has(name))
    .sort()) {
    for (const [id, concept] of entries(folder, file, conceptFileSchema, expandConcept)) {
      if (concepts[id]) throw new Error(`${file}: ${id}: there is an entry of this name already`);
      concepts[id] = concept;
    }
  }
  return {
    concepts,
    groups: Object.fromEntries(entries(folder, 'tools.yaml', toolFileSchema, expandGroup)),
    fileKinds: Object.fromEntries(entries(folder, 'file-kinds.yaml', fileKindFileSchema, expandFileKind)),
    languages: Object.fromEntries(entries(folder, 'languages.yaml', languageFileSchema, expandLanguage)),
    declarations: readDeclarations(folder),
    constructs: readConstructs(folder),
  };
}

function entries<S, T>(
  folder: string,
  file: string,
  schema: z.ZodType<Record<string, S>>,
  expand: (id: string, source: S) => T,
): [string, T][] {
  const parsed = schema.safeParse(parse(readFileSync(path.join(folder, file), 'utf8')));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${file}: ${issues.join('; ')}`);
  }
  return Object.entries(parsed.data).map(([id, source]) => {
    try {
      return [id, expand(id, source)];
    } catch (cause) {
      throw new Error(`${file}: ${id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  });
}
