import { nextPiece, type Step } from './phrases.ts';

/** What a phrase stands for. */
export interface PhraseEnd {
  readonly concept: string;
  readonly name: string;
  /** It counts as the whole text only. */
  readonly whole: boolean;
}

/** A place between two steps of phrases. */
export interface PhraseNode {
  /** The phrases that end here, in the order they were added. */
  readonly ends: readonly PhraseEnd[];
  next(step: Step): PhraseNode | undefined;
  /** All steps on from here. */
  branches(): Iterable<readonly [Step, PhraseNode]>;
}

/** A phrase on its way: steps of its current piece still to take, then the text from `at` on. */
interface Pending {
  readonly steps: readonly Step[];
  readonly phrase: string;
  readonly at: number;
  readonly end: PhraseEnd;
}

/** Phrases by their steps. Only branches that a text walks into are unfolded: a text uses few of thousands of phrases. */
export class PhraseTree implements PhraseNode {
  #pending: Pending[] = [];
  readonly #next = new Map<Step, PhraseTree>();
  readonly #ends: PhraseEnd[] = [];

  add(phrase: string, end: PhraseEnd): void {
    this.#pending.push({ steps: [], phrase, at: 0, end });
  }

  get ends(): readonly PhraseEnd[] {
    this.#unfold();
    return this.#ends;
  }

  next(step: Step): PhraseNode | undefined {
    this.#unfold();
    return this.#next.get(step);
  }

  branches(): Iterable<readonly [Step, PhraseNode]> {
    this.#unfold();
    return this.#next;
  }

  #unfold(): void {
    if (this.#pending.length === 0) return;
    const pending = this.#pending;
    this.#pending = [];
    for (const { steps, phrase, at, end } of pending) {
      if (steps.length > 0) {
        this.#pass(steps, phrase, at, end);
        continue;
      }
      const piece = nextPiece(phrase, at);
      if (!piece) this.#ends.push(end);
      else for (const spelling of piece.spellings) this.#pass(spelling, phrase, piece.next, end);
    }
  }

  #pass([first, ...steps]: readonly Step[], phrase: string, at: number, end: PhraseEnd): void {
    if (first === undefined) return;
    const known = this.#next.get(first);
    const node = known ?? new PhraseTree();
    if (!known) this.#next.set(first, node);
    node.#pending.push({ steps, phrase, at, end });
  }
}
