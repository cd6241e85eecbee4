import type { Intent } from '../../model/intent.ts';
import type { Surrounding } from './surroundings.ts';

/** What was read in a directive. */
export interface Reading {
  readonly intents: readonly Intent[];
  /** Was anything asked, even if it was not understood? */
  readonly normative: boolean;
  /** The clauses that ask something of which no intent came. */
  readonly missed: readonly string[];
}

/** A statement to read, with the one before it. */
export interface Told {
  readonly text: string;
  readonly surrounding: Surrounding;
  readonly earlier?: string | undefined;
}

/** The statements of a directive. Those of a row may say less than they would alone. */
export interface Statements {
  readonly told: readonly (Told & { readonly kept?: (reading: Reading) => Reading })[];
  /** Where it is known without them. */
  readonly reading?: Reading;
}
