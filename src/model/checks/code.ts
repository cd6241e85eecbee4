import * as z from 'zod';
import { LANGUAGES } from '../language.ts';

const queries = z.union([z.string(), z.array(z.string()).min(1)]);

/** Structural conditions that a tree-sitter query cannot say. All given must hold for a match to count. */
export const codeFilterSchema = z.strictObject({
  inside: queries.optional().meta({
    description:
      'query (of the same language) that must match an ancestor: its @match, else its outermost node; of several each must',
  }),
  notInside: queries.optional().meta({ description: 'query that must match no ancestor; of several none may' }),
  has: queries
    .optional()
    .meta({ description: 'query that must match a descendant (or the node itself); of several each must' }),
  hasNot: queries.optional().meta({ description: 'query that must match no descendant; of several none may' }),
  nameStyle: z
    .strictObject({
      capture: z.string(),
      is: z
        .array(z.string())
        .optional()
        .meta({ description: 'case styles, one must fit: camelCase, PascalCase, snake_case, kebab-case, UPPER_SNAKE' }),
      not: z.array(z.string()).optional(),
    })
    .optional(),
  lines: z
    .strictObject({ max: z.int().optional(), min: z.int().optional() })
    .optional()
    .meta({ description: 'number of lines of the matched node; a match counts if it is over `max` or under `min`' }),
  children: z
    .strictObject({
      query: z.string(),
      direct: z.boolean().optional().meta({ description: 'count only children of the matched node itself' }),
      max: z.int().optional(),
      min: z.int().optional(),
    })
    .optional()
    .meta({
      description:
        'number of descendants that are the @match of the query, else its first capture; a match counts if it is over `max` or under `min`',
    }),
  occurrences: z
    .strictObject({
      capture: z.string(),
      within: z.string(),
      max: z.int().optional(),
      min: z.int().optional(),
    })
    .optional()
    .meta({
      description:
        'how often the text of a capture stands as such a node in the nearest ancestor that the query `within` matches, itself included; a match counts if it is over `max` or under `min`',
    }),
  unsorted: z.string().optional().meta({
    description:
      'query: its @match (else first capture) nodes in the match stand in another order than that of their texts, character by character, capitals first',
  }),
  text: z.string().optional().meta({ description: 'RE2 pattern that the text of the match must hold' }),
  notText: z.string().optional().meta({ description: 'RE2 pattern that the text of the match must not hold' }),
  topLevel: z.boolean().optional().meta({ description: 'in no function and no class (true), or in one (false)' }),
  use: z.boolean().optional().meta({
    description:
      'the match is a use of a name (true): not the name that a declaration, parameter, label or key introduces, nor a member behind a dot',
  }),
  first: z.boolean().optional().meta({ description: 'the first statement of its block or file' }),
  precededBy: z
    .string()
    .optional()
    .meta({ description: 'RE2 pattern that the comment or text directly before must match' }),
  notPrecededBy: z.string().optional(),
});
export type CodeFilter = z.infer<typeof codeFilterSchema>;

/** Source text to look for: a tree-sitter query (the match is capture `@match`, else the first capture) or a code pattern. */
export const codeMatcherSchema = z.strictObject({
  languages: z.array(z.enum(LANGUAGES)).min(1),
  query: z.string().optional().meta({
    description:
      'tree-sitter query; predicates inside the pattern parentheses. They hold for the whole pattern: captures in alternatives `[…]` need names of their own',
  }),
  pattern: z
    .string()
    .optional()
    .meta({ description: 'code with metavariables: $NAME one node, $$$ or $$$NAME any number' }),
  where: codeFilterSchema.optional(),
});
export type CodeMatcher = z.infer<typeof codeMatcherSchema>;

export const codeCheckSchema = z.strictObject({
  kind: z.literal('code'),
  match: z.array(codeMatcherSchema).min(1).meta({ description: 'any of these' }),
  unless: z
    .array(codeMatcherSchema)
    .optional()
    .meta({ description: 'a match that lies in or equals one of these is none' }),
  mode: z.enum(['forbid', 'require', 'keep', 'append']).optional().meta({
    description:
      'forbid (default): each match is a violation; require: a file without any match is one; keep: an edit must not take away what matched before (told by the other captures, else by the text of the match); append: it may add only behind what matched before (in the order of the file, for each text of the captures but the last)',
  }),
  when: z.array(codeMatcherSchema).optional().meta({ description: 'only files in which one of these matches' }),
});
export type CodeCheck = z.infer<typeof codeCheckSchema>;
