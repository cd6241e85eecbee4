import * as z from 'zod';
import { commandPatternSchema } from './command.ts';

const globs = z.array(z.string()).min(1);
const change = z.enum(['create', 'modify', 'delete', 'rename']);

/** Which files: globs minus globs; `holds` also asks for text in the file (RE2). */
export const fileSelectorSchema = z.strictObject({
  include: globs,
  exclude: globs.optional(),
  holds: z.string().optional(),
});

export const pathsCheckSchema = z.strictObject({
  kind: z.literal('paths'),
  contract: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('protected'),
      files: fileSelectorSchema,
      allow: z.array(change).optional(),
      by: z.array(commandPatternSchema).optional().meta({ description: 'commands that may change them' }),
      commit: z.boolean().optional().meta({ description: 'true: only staging and committing them is forbidden' }),
    }),
    z.strictObject({
      type: z.literal('placed'),
      files: fileSelectorSchema,
      under: globs.meta({ description: 'such files must match one of these globs' }),
    }),
    z.strictObject({
      type: z.literal('forbidden'),
      files: fileSelectorSchema,
      new: z.boolean().optional().meta({ description: 'only files that do not exist yet' }),
      subject: z
        .enum(['file', 'folder'])
        .optional()
        .meta({ description: '`folder`: no file comes to a folder of these globs that has none yet (with `new`)' }),
    }),
    z.strictObject({
      type: z.literal('named'),
      files: fileSelectorSchema,
      subject: z.enum(['file', 'folder']).optional(),
      style: z.array(z.string()).optional(),
      pattern: z.string().optional().meta({ description: 'RE2 pattern of the whole name' }),
    }),
    z.strictObject({
      type: z.literal('companion'),
      files: fileSelectorSchema,
      change: z.array(change).optional(),
      need: globs.meta({
        description:
          'one of these must exist; {dir} {name} {stem} {ext} {path} and {1}, {2} … (stars of the include glob) stand for parts of the file; {holds.1} {holds.2} … for the groups of each match of `files.holds` that the text before did not have',
      }),
      changed: z.boolean().optional().meta({ description: 'the companion must be changed in the session too' }),
      holds: z.string().optional().meta({ description: 'text the companion must hold, with the same placeholders' }),
      at: z.array(z.enum(['write', 'commit', 'stop'])).optional(),
    }),
    z.strictObject({
      type: z.literal('size'),
      files: fileSelectorSchema,
      measure: z.enum(['lines', 'line-length', 'bytes']),
      max: z.int().min(0),
    }),
  ]),
});
export type PathsCheck = z.infer<typeof pathsCheckSchema>;
