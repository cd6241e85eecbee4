import type { InstructionFile, Warning } from '../instructions/read.ts';
import type { Directive, Status } from '../model/directive.ts';
import type { Rule } from '../model/rule.ts';

/** What became of one directive, told for its author. */
export interface Outcome {
  readonly directive: Directive;
  readonly status: Status;
  readonly reason: string;
  /** Ids of the rules made of it. */
  readonly rules: readonly string[];
}

export interface Compilation {
  readonly files: readonly InstructionFile[];
  readonly rules: readonly Rule[];
  readonly readings: readonly Outcome[];
  readonly warnings: readonly Warning[];
  /** Instruction file → SHA-256 of its bytes. */
  readonly prose: Readonly<Record<string, string>>;
}
