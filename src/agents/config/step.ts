import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One file as it is and as it is to be. `undefined` stands for no file. Paths are absolute. */
export interface FileStep {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly executable?: boolean;
  /** What the file is for, in a few words. */
  readonly why: string;
  /** What a person must do because we do not touch the file. */
  readonly problem?: string;
}

export type StepKind = 'create' | 'change' | 'remove' | 'same' | 'problem';

export function kindOf(step: FileStep): StepKind {
  if (step.problem !== undefined) return 'problem';
  if (step.before === step.after) return runnable(step) ? 'same' : 'change';
  if (step.after === undefined) return 'remove';
  return step.before === undefined ? 'create' : 'change';
}

function runnable({ path: file, executable, after }: FileStep): boolean {
  return executable !== true || after === undefined || (lstatSync(file).mode & 0o111) !== 0;
}

export function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Carries steps out. Folders that are empty afterwards are removed with the file, up to one of `tops`. */
export function applySteps(steps: readonly FileStep[], tops: readonly string[]): void {
  for (const step of steps) {
    const kind = kindOf(step);
    if (kind === 'same' || kind === 'problem') continue;
    if (step.after === undefined) {
      rmSync(step.path);
      removeEmpty(path.dirname(step.path), tops);
      continue;
    }
    mkdirSync(path.dirname(step.path), { recursive: true });
    if (step.before !== step.after) writeFileSync(step.path, step.after);
    if (step.executable) chmodSync(step.path, 0o755);
  }
}

function removeEmpty(folder: string, tops: readonly string[]): void {
  if (!tops.some((top) => folder.startsWith(top + path.sep)) || tops.includes(folder)) return;
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  removeEmpty(path.dirname(folder), tops);
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
