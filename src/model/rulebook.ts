import * as z from 'zod';
import { ruleSchema } from './rule.ts';

/** `.bylaw/rulebook.yaml`: what was compiled, and the SHA-256 of each file of prose it was compiled from. */
export const rulebookSchema = z.strictObject({
  version: z.literal(1),
  prose: z
    .record(z.string(), z.string())
    .meta({ description: 'instruction file → SHA-256 of its text with LF line ends' }),
  rules: z.array(ruleSchema),
});
export type Rulebook = z.infer<typeof rulebookSchema>;

/** `.bylaw/rules/*.yaml`: rules that a person or an agent wrote. */
export const ruleFileSchema = z.strictObject({ rules: z.array(ruleSchema) });
export type RuleFile = z.infer<typeof ruleFileSchema>;
