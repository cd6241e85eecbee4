/** What a drafted rule must get past, in the order in which it is asked. */
export const GATES = [
  'size',
  'schema',
  'source',
  'evidence',
  'pattern',
  'name',
  'proof',
  'counter-example',
  'broad',
  'vacuous',
  'duplicate',
  'contradiction',
] as const;
export type Gate = (typeof GATES)[number];

/** Why a draft is not adopted, in words that its author can act on. */
export interface Objection {
  readonly gate: Gate;
  /** `file:line:column`, where one place is meant. */
  readonly place?: string;
  readonly reason: string;
  readonly remedy: string;
}
