import * as z from 'zod';
import { violationSchema } from '../model/verdict.ts';

/** What a daemon answers to `{"ask":"status"}`. */
export const statusSchema = z.object({
  pid: z.int(),
  root: z.string(),
  version: z.string(),
  rulebook: z.string(),
  rules: z.int(),
  files: z.int(),
  standing: z.int(),
  open: z.array(z.object({ key: z.string(), path: z.string(), violation: violationSchema })),
  sessions: z.array(z.string()),
  events: z.int(),
  watching: z.string(),
  drift: z.string(),
  broken: z.string().optional(),
  log: z.string().optional(),
  scanned: z.object({ done: z.int(), of: z.int() }),
});
export type DaemonStatus = z.infer<typeof statusSchema>;
