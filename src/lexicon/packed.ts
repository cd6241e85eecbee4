import type { Arm, Concept, Lexicon } from './lexicon.ts';
import { phrasesOf } from './match.ts';
import type { PhraseEnd, PhraseNode } from './phrase-tree.ts';
import type { Step } from './phrases.ts';

/**
 * The lexicon as the build writes it. A text names few of its hundreds of notions and walks into few of its thousands of
 * phrases: what is read only then stands as JSON within the JSON, which costs next to nothing until it is parsed.
 */
export interface PackedLexicon extends Omit<Lexicon, 'concepts' | 'phrases'> {
  readonly concepts: Readonly<Record<string, Omit<Concept, 'arms'> & { readonly arms: string }>>;
  /** First step of phrases → a {@link PackedNode} as JSON. */
  readonly phrases: Readonly<Record<Step, string>>;
}

/**
 * What follows a step: nodes by the next step, and under the empty one the phrases that end here as pairs of numbers,
 * that of a concept and that of a name among all of its names.
 */
interface PackedNode {
  readonly [step: Step]: PackedNode | readonly number[];
}

/** Names, names that stand alone, phrasings, in this order. */
function namesOf({ names, alone, phrasings }: Omit<Concept, 'arms'>): readonly string[] {
  return [...names, ...alone, ...phrasings];
}

export function packed(lexicon: Lexicon): PackedLexicon {
  const all = Object.values(lexicon.concepts);
  const numberOf = new Map(all.map(({ id }, number) => [id, number]));
  const packedEnd = ({ concept, name, whole }: PhraseEnd): readonly number[] => {
    const number = numberOf.get(concept) ?? -1;
    const own = all[number];
    const from = whole ? (own?.names.length ?? 0) : 0;
    return [number, own ? namesOf(own).indexOf(name, from) : -1];
  };
  const packedNode = (node: PhraseNode): PackedNode => ({
    ...(node.ends.length > 0 && { '': node.ends.flatMap(packedEnd) }),
    ...Object.fromEntries([...node.branches()].map(([step, inner]) => [step, packedNode(inner)])),
  });
  const phrases = [...phrasesOf(lexicon).branches()].map(
    ([step, node]) => [step, JSON.stringify(packedNode(node))] as const,
  );
  return {
    ...lexicon,
    concepts: Object.fromEntries(
      all.map((concept) => [concept.id, { ...concept, arms: JSON.stringify(concept.arms) }]),
    ),
    phrases: Object.fromEntries(phrases),
  };
}

/** The lexicon of a packed one; what a text does not ask for stays packed. */
export function unpacked({ phrases, ...rest }: PackedLexicon): Lexicon {
  const concepts: Record<string, Concept> = {};
  for (const [id, { arms, ...concept }] of Object.entries(rest.concepts)) concepts[id] = withArms(concept, arms);
  return { ...rest, concepts, phrases: new Unpacked(phrases, Object.values(concepts)) };
}

/** The arms are an own property, so that copies of the concept have them. */
function withArms(concept: Omit<Concept, 'arms'>, source: string): Concept {
  let arms: readonly Arm[] | undefined;
  return Object.defineProperty(concept, 'arms', {
    enumerable: true,
    get: () => {
      arms ??= JSON.parse(source) as readonly Arm[];
      return arms;
    },
  }) as Concept;
}

class Unpacked implements PhraseNode {
  readonly #packed: PackedNode | PackedLexicon['phrases'];
  readonly #concepts: readonly Concept[];
  readonly #next = new Map<Step, PhraseNode | undefined>();
  #ends: readonly PhraseEnd[] | undefined;

  constructor(from: PackedNode | PackedLexicon['phrases'], concepts: readonly Concept[]) {
    this.#packed = from;
    this.#concepts = concepts;
  }

  get ends(): readonly PhraseEnd[] {
    this.#ends ??= this.#unpackedEnds();
    return this.#ends;
  }

  next(step: Step): PhraseNode | undefined {
    if (!this.#next.has(step)) this.#next.set(step, this.#unpackedAt(step));
    return this.#next.get(step);
  }

  *branches(): Iterable<readonly [Step, PhraseNode]> {
    for (const step of Object.keys(this.#packed)) {
      const node = step === '' ? undefined : this.next(step);
      if (node) yield [step, node];
    }
  }

  #unpackedAt(step: Step): PhraseNode | undefined {
    const inner = this.#packed[step];
    if (typeof inner === 'string') return new Unpacked(JSON.parse(inner) as PackedNode, this.#concepts);
    return inner === undefined || Array.isArray(inner) ? undefined : new Unpacked(inner as PackedNode, this.#concepts);
  }

  #unpackedEnds(): readonly PhraseEnd[] {
    const numbers = this.#packed[''];
    if (!Array.isArray(numbers)) return [];
    const ends: PhraseEnd[] = [];
    for (let at = 0; at < numbers.length; at += 2) {
      const concept = this.#concepts[numbers[at]];
      const number: number = numbers[at + 1];
      const name = concept && namesOf(concept)[number];
      if (!concept || name === undefined) continue;
      const whole = number >= concept.names.length && number < concept.names.length + concept.alone.length;
      ends.push({ concept: concept.id, name, whole });
    }
    return ends;
  }
}
