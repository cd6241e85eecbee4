import type { Doing, IntentOf, Mention, Reach } from '../../model/intent.ts';
import type { Clause } from './grammar/clause.ts';
import type { Knowledge } from './naming/knowledge.ts';

/** What a clause is read in: its statement, what surrounds it, what is known. */
export interface Setting {
  readonly statement: string;
  readonly knowledge: Knowledge;
  readonly headings: readonly string[];
  /** Where the directive holds, from file, headings and parents. */
  readonly reach: Reach;
  /** Asked by a heading, mark or column where the clause itself asks nothing. */
  readonly polarity: 'forbid' | 'require' | undefined;
  readonly force: 'must' | 'should' | undefined;
  /** The statement before it in the same paragraph. */
  readonly follows: string | undefined;
  /** The first statement of the same paragraph, where that is another. */
  readonly opening: string | undefined;
  /** All lead-ins and items that it stands under, outermost first. */
  readonly above: readonly string[];
  /** The items before it in the same list, the nearest last. */
  readonly earlier: readonly string[];
  /** The lead-in or heading over an item: "Before committing:", "Never use:". */
  readonly lead: Lead | undefined;
  /** Circumstances of time of the clauses before it in the same statement. */
  readonly times: Clause['adjuncts'];
  /** Commands of the code block that the statement points to. */
  readonly fence: readonly Mention[];
  /** Text of that code block, whatever it holds. */
  readonly block: string | undefined;
}

export type Lead = Clause & { readonly statement: string };

/** Whether a clause forbids, demands, or neither, once its surroundings are counted in. */
export type Stance = 'forbid' | 'require' | 'neutral';

/** A clause with what it names, for the readers of single shapes. What it names is looked up when it is first asked for. */
export interface ReadClause {
  readonly clause: Clause;
  readonly setting: Setting;
  readonly common: { readonly force: 'must' | 'should'; readonly reach: Reach };
  readonly object: readonly Mention[];
  readonly subject: readonly Mention[];
  readonly label: readonly Mention[];
  readonly contrast: readonly Mention[];
  readonly on: readonly Mention[];
  readonly except: readonly Mention[];
  /** What bounds a ban of commands. */
  readonly bounds: Pick<IntentOf<'forbid'>, 'lacking' | 'spots'>;
  /** Paths it names as places. */
  readonly places: readonly Mention[];
  readonly stance: Stance;
  /** The whole of it is the wording of a notion. */
  readonly told: boolean;
  readonly doing: Doing;
  /** Plain words of subject and object. */
  readonly words: readonly string[];
  /** The same clause, with some of it as given. */
  but(changes: Partial<ReadClause>): ReadClause;
}

/** Is it more than words we do not know? */
export function isThing(mention: Mention): boolean {
  return mention.kind !== 'phrase' && mention.kind !== 'quantity';
}
