import * as z from 'zod';
import { LANGUAGES } from './language.ts';
import { scopeSchema } from './rule.ts';
import { sourceSchema } from './span.ts';

/** What became of a directive; `reason` says why in words for its author. */
export const statusSchema = z.enum(['enforced', 'partly', 'elsewhere', 'judgement', 'information', 'unread']);
export type Status = z.infer<typeof statusSchema>;

/** One normative statement of an instruction file, with what it inherits from its surroundings. */
export const directiveSchema = z.strictObject({
  id: z.string().meta({ description: 'FILE:LINE, with #N behind it from the second directive of a line on' }),
  source: sourceSchema,
  column: z.int().min(1),
  text: z.string().meta({ description: 'the statement as plain Markdown inline text, without list marks' }),
  headings: z.array(z.string()).meta({ description: 'heading path, outermost first' }),
  parents: z
    .array(z.string())
    .meta({ description: 'texts of the list items and lead-in sentences it stands under, outermost first' }),
  earlier: z
    .array(z.string())
    .optional()
    .meta({ description: 'texts of the items before it in the same list, the nearest last; three at most' }),
  opening: z
    .string()
    .optional()
    .meta({ description: 'text of the first statement of the same paragraph, where that is not the one before' }),
  follows: z.string().optional().meta({ description: 'text of the statement before it in the same paragraph' }),
  polarity: z.enum(['forbid', 'require']).optional().meta({ description: 'from a mark, a column or a heading' }),
  force: z.enum(['must', 'should']).optional(),
  fence: z
    .strictObject({ language: z.string().optional(), text: z.string(), line: z.int().min(1) })
    .optional()
    .meta({ description: 'the code block that is its object' }),
  row: z.record(z.string(), z.string()).optional().meta({ description: 'cells by column heading, for a table row' }),
  scope: scopeSchema.optional().meta({ description: 'from the folder of the file and its front matter' }),
  languages: z.array(z.enum(LANGUAGES)).optional(),
});
export type Directive = Readonly<z.infer<typeof directiveSchema>>;
