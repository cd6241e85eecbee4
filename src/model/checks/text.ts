import * as z from 'zod';

/** A linear-time (RE2) regular expression over the text of a file. */
export const textCheckSchema = z.strictObject({
  kind: z.literal('text'),
  pattern: z.string(),
  flags: z
    .string()
    .regex(/^[ims]*$/)
    .optional(),
  unless: z.string().optional().meta({ description: 'a match whose line also matches this is none' }),
  in: z.enum(['file', 'code', 'comment', 'string', 'source', 'prose', 'name']).optional().meta({
    description:
      'which text: file (default), code without comments and strings, comments, strings, source (code and strings, no comments), prose of Markdown without code; name = the file path',
  }),
  mode: z.enum(['forbid', 'require', 'keep']).optional().meta({
    description: 'require: a file without a match is a violation; keep: an edit must not take away what matched before',
  }),
  max: z.int().min(0).optional().meta({ description: 'so many matches in a file are no violation' }),
  at: z
    .enum(['anywhere', 'start', 'end'])
    .optional()
    .meta({ description: 'start: within the first lines (shebang, header); end: the last lines' }),
  when: z.string().optional().meta({ description: 'only files whose text matches this' }),
  unlessBefore: z
    .string()
    .optional()
    .meta({ description: 'only edits of files whose text did not match this before; a new file never did' }),
});
export type TextCheck = z.infer<typeof textCheckSchema>;
