import * as z from 'zod';
import { checkSchema } from '../model/check.ts';
import { codeFilterSchema } from '../model/checks/code.ts';
import { commandPatternSchema } from '../model/checks/command.ts';
import { exampleSchema, stepSchema } from '../model/evidence.ts';
import { LANGUAGES } from '../model/language.ts';

/** How entries of `rules/*.yaml` are written. `expand.ts` turns them into what the program works with. */

const words = z.array(z.string().min(1)).min(1);

/** A tree-sitter query, or one with structural conditions. Several in a list are alternatives. */
const querySchema = z.union([z.string(), z.strictObject({ query: z.string(), where: codeFilterSchema.optional() })]);

/** Queries by language; a key names one or more languages (or `ts`, `js`, `jsx`), blanks between. */
export const queriesSchema = z.record(z.string(), z.union([querySchema, z.array(querySchema).min(1)]));
export type QueriesSource = z.infer<typeof queriesSchema>;

/** A text is a file's content (with `in` or `path`) or a command line (without). */
const sampleTextSchema = z.union([z.string(), stepSchema, exampleSchema]);
const sampleTextsSchema = z.union([sampleTextSchema, z.array(sampleTextSchema).min(1)]);

export const sampleSourceSchema = z.strictObject({
  in: z.string().optional().meta({ description: 'language(s) or family (`ts`, `js`, `jsx`) that it is written in' }),
  path: z.string().optional().meta({ description: 'where the sample stands; made up from the language if absent' }),
  files: z.record(z.string(), z.string()).optional().meta({ description: 'files that stand there before' }),
  check: z.string().optional().meta({ description: 'kind of the check it is for, where that is not plain' }),
  violating: sampleTextsSchema,
  compliant: sampleTextsSchema,
});
export type SampleSource = z.infer<typeof sampleSourceSchema>;

export const conceptSourceSchema = z.strictObject({
  names: words.meta({
    description: 'noun phrases in the singular; a hyphen may be a blank or nothing; `code` words match as code only',
  }),
  phrasings: words.optional().meta({ description: 'wordings with a verb of their own, in the base form' }),
  alone: words
    .optional()
    .meta({ description: 'names too short for running text: they count as the whole phrase only' }),
  means: z.enum(['forbid', 'require']).default('forbid').meta({
    description: 'forbid: the checks catch the thing itself; require: they catch its absence',
  }),
  query: queriesSchema.optional(),
  unless: queriesSchema.optional().meta({ description: 'a match of `query` in or equal to one of these is none' }),
  when: queriesSchema.optional().meta({ description: 'only files in which one of these matches' }),
  command: z.array(commandPatternSchema).min(1).optional(),
  allow: z.array(commandPatternSchema).min(1).optional(),
  checks: z.array(checkSchema).min(1).optional(),
  include: words.optional().meta({ description: 'the only files it can be about' }),
  exclude: words.optional().meta({ description: 'files that a convention of the field exempts' }),
  scoped: z.boolean().optional().meta({ description: 'true: it is only ruled out where the prose names files' }),
  instead: z.string().optional(),
  contrary: words.optional().meta({ description: 'concepts; requiring one of them means forbidding this' }),
  examples: z.array(sampleSourceSchema).optional(),
});
export type ConceptSource = z.infer<typeof conceptSourceSchema>;
export const conceptFileSchema = z.record(z.string(), conceptSourceSchema);

export const toolGroupSchema = z.strictObject({
  does: z.enum([
    'package-manager',
    'formatter',
    'linter',
    'test-runner',
    'type-checker',
    'bundler',
    'task-runner',
    'runtime',
    'container',
    'version-manager',
    'library',
  ]),
  of: z.string().meta({ description: 'what the tools of the group are alternatives for: "HTTP client"' }),
  languages: z.array(z.enum(LANGUAGES)).optional(),
  tools: z.record(
    z.string(),
    z.strictObject({
      names: words.optional().meta({ description: 'other names in prose; the key is one anyway' }),
      programs: words.optional().meta({ description: 'programs that are the tool on a command line' }),
      runners: words.optional().meta({ description: 'programs that come with it and run packages: npx' }),
      commands: z.array(commandPatternSchema).optional().meta({ description: 'where a program name is not enough' }),
      packages: words.optional(),
      lockFiles: words.optional(),
      configFiles: words.optional(),
    }),
  ),
});
export type ToolGroupSource = z.infer<typeof toolGroupSchema>;
export const toolFileSchema = z.record(z.string(), toolGroupSchema);

export const fileKindSourceSchema = z.strictObject({
  names: words,
  globs: words.meta({ description: 'conventions of all languages' }),
  byLanguage: z.record(z.string(), words).optional().meta({ description: 'conventions of single languages' }),
  inline: queriesSchema.optional().meta({ description: 'parts of files that are of this kind: Rust test modules' }),
});
export type FileKindSource = z.infer<typeof fileKindSourceSchema>;
export const fileKindFileSchema = z.record(z.string(), fileKindSourceSchema);

export const languageSourceSchema = z.strictObject({
  names: words,
  alone: words.optional(),
  languages: z.array(z.enum(LANGUAGES)),
  globs: words,
});
export type LanguageSource = z.infer<typeof languageSourceSchema>;
export const languageFileSchema = z.record(z.string(), languageSourceSchema);
