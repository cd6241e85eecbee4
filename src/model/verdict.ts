import * as z from 'zod';
import { severitySchema } from './rule.ts';
import { sourceSchema } from './span.ts';

export const locationSchema = z.object({
  path: z.string(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  endLine: z.int().min(1).optional(),
  endColumn: z.int().min(1).optional(),
});
export type Location = Readonly<z.infer<typeof locationSchema>>;

/** A rule broken, where and why. `source.quote` is the line of prose. */
export const violationSchema = z.object({
  rule: z.string(),
  severity: severitySchema,
  message: z.string(),
  source: sourceSchema,
  location: locationSchema.optional(),
  fix: z.string().optional(),
  reproduce: z.string().optional(),
  found: z.string().optional().meta({ description: 'the text that breaks the rule; the ratchet compares by it' }),
});
export type Violation = Readonly<z.infer<typeof violationSchema>>;

export const verdictSchema = z.object({
  decision: z.enum(['allow', 'warn', 'deny']),
  violations: z.array(violationSchema),
  notLookedAt: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
});
export type Verdict = Readonly<z.infer<typeof verdictSchema>>;
export type Decision = Verdict['decision'];
