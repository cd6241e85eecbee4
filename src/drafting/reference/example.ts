import type { Check } from '../../model/check.ts';
import type { Example } from '../../model/evidence.ts';

/** A check that shows some fields, with what breaks it and what does not. */
export interface FieldExample {
  /** `Part.field`, of an alternative `Part.name/field`. */
  readonly shows: readonly string[];
  readonly check: Check;
  readonly violating: Example;
  readonly compliant: Example;
}

/** A command that is run, alone. */
export function run(line: string, more: Omit<Example, 'steps'> = {}): Example {
  return { ...more, steps: [{ run: line }] };
}

/** A file that is written, alone. */
export function write(path: string, content: string, files?: Readonly<Record<string, string>>): Example {
  return { ...(files && { files }), steps: [{ write: path, content }] };
}
