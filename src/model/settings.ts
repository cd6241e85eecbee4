import * as z from 'zod';

/** `bylaw.yaml` at the root of a repository. */
export const settingsSchema = z.strictObject({
  instructions: z
    .array(z.string())
    .optional()
    .meta({ description: 'further instruction files, globs: CONVENTIONS.md, docs/rules/*.md' }),
  exclude: z
    .array(z.string())
    .optional()
    .meta({ description: 'globs of files that no rule looks at and of instruction files that do not govern' }),
  rules: z
    .record(z.string(), z.enum(['off', 'warning', 'error']))
    .optional()
    .meta({ description: 'severity by rule id; `off` disarms a rule' }),
  failure: z
    .enum(['closed', 'open'])
    .optional()
    .meta({ description: 'what a door does that cannot judge at all: deny (closed, the default) or let pass (open)' }),
  adopt: z.enum(['ask', 'agent']).optional().meta({
    description: 'who may adopt drafted rules: `ask` (default) a person confirms, `agent` an agent may alone',
  }),
});
export type Settings = z.infer<typeof settingsSchema>;
