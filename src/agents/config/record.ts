import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type FileStep, hashOf, readIfThere } from './step.ts';

const recordSchema = z.record(
  z.string(),
  z.object({
    before: z.string().nullable().meta({ description: 'what stood there before the first installation' }),
    after: z.string().meta({ description: 'SHA-256 of what we wrote' }),
  }),
);
type InstallRecord = z.infer<typeof recordSchema>;

function fileOf(root: string): string {
  return path.join(root, '.bylaw', 'run', 'installed.json');
}

/** What was there before we came, by absolute path; empty on a machine that did not install. */
export function readRecord(root: string): InstallRecord {
  try {
    return recordSchema.parse(JSON.parse(readIfThere(fileOf(root)) ?? '{}'));
  } catch {
    return {};
  }
}

/** Notes what an installation has changed. What stood there before the first one is kept. */
export function noteInstalled(root: string, steps: readonly FileStep[]): void {
  const record = readRecord(root);
  for (const { path: file, before, after, problem } of steps) {
    if (after === undefined || problem !== undefined) continue;
    const known = record[file];
    const ours = known !== undefined && before !== undefined && hashOf(before) === known.after;
    if (before === after && !ours) continue;
    record[file] = { before: ours ? known.before : (before ?? null), after: hashOf(after) };
  }
  mkdirSync(path.dirname(fileOf(root)), { recursive: true });
  writeFileSync(fileOf(root), `${JSON.stringify(record, undefined, 1)}\n`, { mode: 0o600 });
}

/** A step that takes our entries out, giving back the very bytes where nobody has changed the file since. */
export function restoring(step: FileStep, root: string): FileStep {
  const known = readRecord(root)[step.path];
  const untouched = known !== undefined && step.before !== undefined && hashOf(step.before) === known.after;
  return untouched ? { ...step, after: known.before ?? undefined } : step;
}

export function forgetInstalled(root: string): void {
  rmSync(fileOf(root), { force: true });
}
