import * as z from 'zod';
import { type Check, checkSchema } from './check.ts';
import type { CheckKind } from './check-kind.ts';
import { evidenceSchema } from './evidence.ts';
import { sourceSchema } from './span.ts';

export const severitySchema = z.enum(['error', 'warning']);
export type Severity = z.infer<typeof severitySchema>;

/** Which files a rule holds for: globs over repository paths. An absent field does not restrict. */
export const scopeSchema = z.strictObject({
  include: z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
});
export type Scope = Readonly<z.infer<typeof scopeSchema>>;

export const ruleIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  source: sourceSchema,
  also: z.array(sourceSchema).optional().meta({ description: 'other places that say the same' }),
  severity: severitySchema,
  message: z.string().min(1),
  instead: z.string().optional().meta({ description: 'what to do, shown as the fix' }),
  scope: scopeSchema.optional(),
  check: checkSchema,
  evidence: evidenceSchema,
  origin: z.enum(['compiled', 'written', 'adopted', 'builtin']).optional(),
});
export type Rule = Readonly<z.infer<typeof ruleSchema>>;
export type RuleOf<K extends CheckKind> = Rule & { readonly check: Extract<Check, { kind: K }> };
