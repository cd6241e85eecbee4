import * as z from 'zod';

/** One thing an agent might do, as written in evidence: the event protocol in shorthand. */
export const stepSchema = z.union([
  z.strictObject({ run: z.string(), cwd: z.string().optional(), exit: z.int().optional() }),
  z.strictObject({ write: z.string(), content: z.string() }),
  z.strictObject({ delete: z.string() }),
  z.strictObject({ rename: z.string(), to: z.string() }),
  z.strictObject({ read: z.string() }),
  z.strictObject({ stop: z.literal(true) }),
]);
export type Step = z.infer<typeof stepSchema>;

/** `files` stand in the repository before the first step; of `steps` all but the last have happened. */
export const exampleSchema = z.strictObject({
  files: z.record(z.string(), z.string()).optional(),
  branch: z.string().optional(),
  steps: z.array(stepSchema).min(1),
});
export type Example = z.infer<typeof exampleSchema>;

export const evidenceSchema = z.strictObject({
  violating: z.array(exampleSchema).min(1),
  compliant: z.array(exampleSchema).min(1),
});
export type Evidence = z.infer<typeof evidenceSchema>;
