import { type FileStep, readIfThere } from '../agents/config/step.ts';
import { withEntry, withoutEntry, type YamlEntry } from '../agents/config/yaml-edit.ts';
import { Failure } from '../model/failure.ts';

export const WHY = 'what is committed is judged';

/** Entries put into a YAML file, or taken out of it. */
export function yamlStep(file: string, entries: readonly YamlEntry[], install: boolean): FileStep {
  const before = readIfThere(file);
  const edit = install ? withEntry : withoutEntry;
  return guardedStep(file, before, () => {
    // Taken out in the reverse order, each finds the text as it was when it was put in.
    const ordered = install ? entries : [...entries].reverse();
    return ordered.reduce((text, entry) => edit(text, entry), before ?? '');
  });
}

/** An edit of a manager's file; one that cannot be made is told to the person. */
export function guardedStep(file: string, before: string | undefined, edit: () => string): FileStep {
  try {
    const after = edit();
    return { path: file, before, after: after === '' && before === undefined ? undefined : after, why: WHY };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { path: file, before, after: before, why: WHY, problem: error.toString() };
  }
}
