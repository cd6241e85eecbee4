import { z } from 'zod';

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
  mode: z
    .enum(['forbid', 'require'])
    .optional()
    .meta({ description: 'require: a file without a match is a violation' }),
  at: z
    .enum(['anywhere', 'start', 'end'])
    .optional()
    .meta({ description: 'start: within the first lines (shebang, header); end: the last lines' }),
  when: z.string().optional().meta({ description: 'only files whose text matches this' }),
});
export type TextCheck = z.infer<typeof textCheckSchema>;
