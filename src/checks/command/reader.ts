import type { Function as FunctionNode } from 'unbash';
import type { Effect, Invocation } from '../../model/invocation.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Places } from './places.ts';

/** Most invocations read from one line, and the deepest nesting of scripts in scripts. */
export const MAX_INVOCATIONS = 4000;
export const MAX_DEPTH = 16;
/** Most characters read in all of one line's scripts together. */
export const MAX_TEXT = 1_500_000;

/** What the shell knows at a point of the line. Copied where the shell would fork. */
export interface Frame {
  /** Folder as a place; `undefined` where unknown. */
  cwd: string | undefined;
  readonly folders: (string | undefined)[];
  vars: Map<string, string>;
  functions: Map<string, FunctionNode>;
  aliases: Map<string, string>;
  /** `$1`, `$2` …; `undefined` at the top, where they are unknown. */
  positional: readonly string[] | undefined;
  readonly under: readonly (readonly string[])[];
  readonly chain: readonly string[];
  readonly scripts: readonly string[];
  readonly depth: number;
  /** Variables that programs run from here see: `export CI=1`. Replaced, never changed. */
  exported?: ReadonlyMap<string, string>;
  /** In a loop without a known end: `while`, `until`. */
  looped?: boolean;
  /** Behind it the line goes on at once: `… &`. */
  beside?: boolean;
  /** What runs here may fail unnoticed: `… || true`. */
  orElse?: boolean | undefined;
}

/** What is read off a line, and how much was read already. */
export interface Reader {
  readonly view: RepositoryView;
  readonly places: Places;
  readonly invocations: Invocation[];
  readonly effects: Effect[];
  readonly unresolved: string[];
  readonly errors: string[];
  /** Known outputs of process substitutions by their made-up file name. */
  readonly pipes: Map<string, string | undefined>;
  /** Scripts of the repository being read, against cycles. */
  readonly open: Set<string>;
  steps: number;
  text: number;
}

export function fork(frame: Frame, changes: Partial<Frame> = {}): Frame {
  return {
    ...frame,
    folders: [...frame.folders],
    vars: new Map(frame.vars),
    functions: new Map(frame.functions),
    aliases: new Map(frame.aliases),
    ...changes,
  };
}

/** Counts a step; false once the line has used up what it may. */
export function spend(reader: Reader): boolean {
  reader.steps += 1;
  if (reader.steps <= MAX_INVOCATIONS) return true;
  if (reader.steps === MAX_INVOCATIONS + 1) giveUp(reader, 'too many commands');
  return false;
}

export function giveUp(reader: Reader, reason: string): void {
  if (!reader.errors.includes(reason)) reader.errors.push(reason);
  if (!reader.unresolved.includes(`(${reason})`)) reader.unresolved.push(`(${reason})`);
}
