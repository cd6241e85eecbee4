import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { type CodeFilter, codeFilterSchema } from '../model/checks/code.ts';
import type { Language } from '../model/language.ts';
import { languagesOf } from './expand.ts';

/** One way in which a thing is declared. NAME stands for its name in the sample. */
export interface DeclarationForm {
  readonly languages: readonly Language[];
  /** tree-sitter query with the captures `@name` and `@match`. */
  readonly query: string;
  /** Case styles that the same form has for other reasons: they never count as violations. */
  readonly also: readonly string[];
  readonly sample: string;
  readonly where?: CodeFilter | undefined;
}

/** A kind of thing that code declares with a name: class, function, constant. */
export interface Declaration {
  readonly id: string;
  readonly names: readonly string[];
  readonly forms: readonly DeclarationForm[];
}

const fileSchema = z.record(
  z.string(),
  z.strictObject({
    names: z.array(z.string()).min(1),
    forms: z
      .array(
        z.strictObject({
          in: z.string(),
          query: z.string(),
          also: z.array(z.string()).default([]),
          sample: z.string(),
          where: codeFilterSchema.optional(),
        }),
      )
      .min(1),
  }),
);

/** Reads `declarations.yaml` of a rules folder. Throws a ZodError for an entry that does not fit. */
export function readDeclarations(folder: string): Readonly<Record<string, Declaration>> {
  const source = fileSchema.parse(parse(readFileSync(path.join(folder, 'declarations.yaml'), 'utf8')));
  return Object.fromEntries(
    Object.entries(source).map(([id, { names, forms }]) => [
      id,
      { id, names, forms: forms.map(({ in: languages, ...form }) => ({ languages: languagesOf(languages), ...form })) },
    ]),
  );
}
