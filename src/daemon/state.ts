import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** `.bylaw/run/daemon.json`: how to reach the daemon. Deleting the file stops it. */
const stateSchema = z.object({
  pid: z.int(),
  started: z.string().optional(),
  socket: z.string(),
  version: z.string(),
  /** ISO 8601. */
  since: z.string(),
  http: z.int().optional(),
});
export type DaemonState = z.infer<typeof stateSchema>;

export function readState(file: string): DaemonState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeState(file: string, state: DaemonState): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

export function removeState(file: string, pid: number): void {
  if (readState(file)?.pid === pid) rmSync(file, { force: true });
}
