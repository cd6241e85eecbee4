import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

/**
 * What an invocation looks like once wrappers are unwrapped. All fields given must hold.
 * Names of programs are without folder and `.exe`; globs are allowed (`python3*`).
 */
export const commandPatternSchema = z.strictObject({
  program: oneOrMore
    .optional()
    .meta({ description: 'program name(s), alternatives; globs allowed; absent = any program' }),
  subcommand: z
    .array(oneOrMore)
    .optional()
    .meta({ description: 'sub-command words in order; each may list alternatives' }),
  flags: z.array(oneOrMore).optional().meta({
    description:
      'flags that must be present; each may list spellings, e.g. ["--force", "-f"]; "--name=value" also asks for the value (glob)',
  }),
  without: z.array(z.string()).optional().meta({ description: 'none of these flags is present' }),
  operands: z.array(oneOrMore).optional().meta({
    description: 'for each entry some operand matches one of its globs (`*` stops at a slash, `**` does not)',
  }),
  operandsOutside: z.array(z.string()).optional().meta({ description: 'some operand matches none of these globs' }),
  noOperands: z.boolean().optional().meta({ description: 'no operand at all (a bare `npm install`)' }),
  under: z
    .array(z.string())
    .optional()
    .meta({ description: 'runs under one of these wrappers, as words: "uv run", "npx", "timeout [0-9]" (globs)' }),
  notUnder: z.array(z.string()).optional().meta({ description: 'runs under none of these wrappers' }),
  timeoutBelow: z.int().min(1).optional().meta({
    description: 'it runs under `timeout` with a limit of fewer than so many seconds',
  }),
  folder: oneOrMore.optional().meta({
    description: 'it runs in one of these folders of the repository (globs; `.` is its root, `core/**` is core too)',
  }),
  looped: z
    .boolean()
    .optional()
    .meta({ description: 'it runs as often as it takes: in a `while` or `until`, under `watch`' }),
  background: z
    .boolean()
    .optional()
    .meta({ description: 'it may run beside others: `serve &`, `xargs -P 4 build`, `parallel build`' }),
  branch: oneOrMore.optional().meta({ description: 'the current branch (globs)' }),
  writes: oneOrMore
    .optional()
    .meta({ description: 'the invocation writes, deletes or renames a file that matches one of these globs' }),
  writesOutside: z.array(z.string()).optional().meta({
    description:
      'it writes, deletes or renames a file that matches none of these globs (repository paths, `/tmp/**`, `~/**`), or one that cannot be known',
  }),
  env: z.array(oneOrMore).optional().meta({
    description: 'environment assignments in front of it (`NAME` or `NAME=glob`); each may list alternatives',
  }),
  does: oneOrMore.optional().meta({
    description:
      'it has one of these effects by what is known of the program: write, delete, vcs, install, add-dependency, remove-dependency, upload, download, publish (whatever others see: a package, a release, but a pull request or a comment too), system, execute, database, network (see rules/commands)',
  }),
  readOnly: z
    .boolean()
    .optional()
    .meta({ description: 'true: it is known to change nothing; false: it is not known to change nothing' }),
});
export type CommandPattern = z.infer<typeof commandPatternSchema>;

export const commandCheckSchema = z.strictObject({
  kind: z.literal('command'),
  forbid: z.array(commandPatternSchema).min(1),
  allow: z
    .array(commandPatternSchema)
    .optional()
    .meta({ description: 'invocations that match one of these are never violations' }),
  scripts: z.enum(['follow', 'ignore']).optional().meta({
    description:
      'whether what scripts of the repository run (`npm run x`, `make x`) is judged too; default: ignore if there is an `instead`, otherwise follow',
  }),
  unresolved: z
    .enum(['ignore', 'violation'])
    .optional()
    .meta({ description: 'what to do where the command cannot be known' }),
  instead: z
    .string()
    .optional()
    .meta({ description: 'command that replaces the matched one; `{args}` stands for its remaining arguments' }),
});
export type CommandCheck = z.infer<typeof commandCheckSchema>;
