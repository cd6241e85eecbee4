import * as z from 'zod';

/** Values of a manifest or configuration file (JSON, JSONC, YAML, TOML, front matter of Markdown). */
export const configCheckSchema = z.strictObject({
  kind: z.literal('config'),
  files: z.array(z.string()).min(1).meta({ description: 'globs of the files' }),
  key: z.string().meta({
    description:
      'path of keys, dots between; `*` stands for any one key or item, or for part of one, `{a,b}` for either: `dependencies.*`, `{dependencies,devDependencies}.@ferry/*`; a key with dots in double quotes',
  }),
  expect: z.strictObject({
    equals: z
      .unknown()
      .optional()
      .meta({ description: 'a value that is there equals this; say `present: true` too where it must be there' }),
    notEquals: z.unknown().optional(),
    matches: z.string().optional().meta({ description: 'RE2 pattern of the value as text' }),
    notMatches: z.string().optional(),
    keyMatches: z
      .string()
      .optional()
      .meta({ description: 'RE2 pattern: only entries whose last key matches are looked at' }),
    keyNotMatches: z
      .string()
      .optional()
      .meta({ description: 'RE2 pattern: entries whose last key matches are passed over' }),
    present: z.boolean().optional().meta({ description: 'true: must be there; false: must not be there' }),
    unchanged: z.boolean().optional().meta({ description: 'an edit must leave the value as it was' }),
  }),
});
export type ConfigCheck = z.infer<typeof configCheckSchema>;
