/** What a door is found to be. `absent`: not installed; no fault of anyone. */
export type DoorState = 'alive' | 'dead' | 'bypassed' | 'absent';

/** One way in which agents or people are held to the rules, and whether it holds. */
export interface Door {
  readonly name: string;
  readonly state: DoorState;
  readonly why: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Something that all doors need, or that makes them slow or lax; `fault` tells whether a door can hold without it. */
export interface Remark {
  readonly about: string;
  readonly fault: boolean;
  readonly text: string;
  readonly remedy?: string;
}
