import * as z from 'zod';

/** A place in a file. Lines and columns are 1-based, columns count UTF-16 code units, the end is exclusive. */
export const spanSchema = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** Where prose stands: the quote is the text of those lines that makes the statement. Lines are 1-based, inclusive. */
export const sourceSchema = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  endLine: z.int().min(1),
  quote: z.string(),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;
