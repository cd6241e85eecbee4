import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]);

/**
 * How a program is written down in `rules/commands/*.yaml`. Clauses end in conditions:
 * `if -i|--in-place`, `unless --dry-run`, `if operands`, `unless operands` (see `notation.ts`).
 */
export interface ProgramSource {
  readonly names?: readonly string[] | undefined;
  readonly like?: string | undefined;
  readonly options?: string | undefined;
  readonly posix?: boolean | undefined;
  readonly abbreviates?: boolean | undefined;
  readonly style?: 'double' | 'single' | 'slash' | 'assign' | 'bare' | undefined;
  readonly cwd?: string | readonly string[] | undefined;
  readonly workspace?: string | readonly string[] | undefined;
  readonly does?: string | readonly string[] | undefined;
  readonly touches?: string | readonly string[] | undefined;
  readonly wraps?: string | readonly string[] | undefined;
  readonly means?: string | readonly string[] | undefined;
  readonly sub?: Readonly<Record<string, ProgramSource | string | null>> | undefined;
}

export const programSourceSchema: z.ZodType<ProgramSource> = z.lazy(() =>
  z.strictObject({
    names: z.array(z.string()).optional().meta({ description: 'other names; `*` stands for a version' }),
    like: z.string().optional().meta({ description: 'the same as this program, with additions' }),
    options: z.string().optional().meta({ description: 'see `options.ts`' }),
    posix: z.boolean().optional().meta({ description: 'options end at the first operand' }),
    abbreviates: z.boolean().optional().meta({ description: 'long options may be cut short' }),
    style: z.enum(['double', 'single', 'slash', 'assign', 'bare']).optional(),
    cwd: oneOrMore.optional().meta({ description: 'options that move the folder' }),
    workspace: oneOrMore.optional().meta({ description: 'options that name the package to run in' }),
    does: oneOrMore.optional().meta({ description: 'classes of effect, with conditions' }),
    touches: oneOrMore.optional().meta({ description: 'files it writes, deletes, renames or reads' }),
    wraps: oneOrMore.optional().meta({ description: 'how it runs something else' }),
    means: oneOrMore.optional().meta({ description: 'the same deed in POSIX words: program and option→option' }),
    sub: z
      .record(z.string(), z.union([programSourceSchema, z.string(), z.null()]))
      .optional()
      .meta({ description: '`build|test`: two that are alike; `install/i`: one with an alias' }),
  }),
);

export const programFileSchema = z.record(z.string(), programSourceSchema);

/** Deeds that programs of a group have in common, and their options, by program. */
export const equivalentFileSchema = z.record(
  z.string(),
  z.strictObject({
    deeds: z.array(
      z.strictObject({
        by: z.record(z.string(), z.string()).meta({ description: 'sub-command and needed flags, by program' }),
        operands: z.boolean().optional().meta({ description: 'true: only with operands; false: only without' }),
      }),
    ),
    flags: z
      .array(z.record(z.string(), z.string()))
      .meta({ description: 'the same option, by program, in the spelling that stands for all; empty: dropped' }),
  }),
);
export type EquivalentSource = z.infer<typeof equivalentFileSchema>[string];

const names = z.array(z.string()).default([]);

/** Calls of a programming language that run programs or touch files, as found in inline code. */
export const callsSchema = z.strictObject({
  backticks: z.enum(['shell', 'text']).default('text'),
  parentheses: z.boolean().default(true).meta({ description: 'false: a call may do without parentheses' }),
  comment: z.string().default('#'),
  shell: names.meta({ description: 'the first argument is shell code, further ones its words' }),
  argv: names.meta({ description: 'the first argument is a list of words or the program, then a list or words' }),
  delete: names,
  tree: names.meta({ description: 'deletes a folder with all in it' }),
  write: names.meta({ description: 'writes the file named by the first argument' }),
  rename: names,
  copy: names,
  send: names.meta({ description: 'sends data to the address in the first argument' }),
  open: names.meta({ description: 'opens the file named by the first argument; writes by the mode behind it' }),
});
export type CallsSource = z.infer<typeof callsSchema>;
export const callsFileSchema = z.record(z.string(), callsSchema);
