import type { Lexicon } from './lexicon.ts';
import { type PhraseNode, PhraseTree } from './phrase-tree.ts';
import { inflections, type Step } from './phrases.ts';
import { firstWords, type Word, wordsOf } from './words.ts';

/** A concept named in a text. Offsets are UTF-16 units. */
export interface ConceptMention {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
  /** Number of words matched; a code word counts 1.5, a name that stands for the whole text 0.5. */
  readonly score: number;
  /** The name as the lexicon has it. */
  readonly name: string;
}

export interface ConceptFinder {
  /** The longest phrase at each place, from left to right. */
  in(text: string): readonly ConceptMention[];
  /** Those of them that the text begins with. */
  opening(text: string): readonly ConceptMention[];
}

/** Words that may stand inside a phrase without changing it. */
const SKIPPED = new Set([
  'a',
  'an',
  'the',
  'any',
  'all',
  'your',
  'our',
  'its',
  'new',
  'raw',
  'plain',
  'own',
  'such',
  'real',
  'actual',
]);
/** General nouns that belong to a code word before them: the `print` function. */
const HEADS = new Set(
  `statement call function usage use keyword operator type comment directive block macro method attribute annotation
  decorator expression cast assertion import flag option hook component element tag prop property rule pragma clause declaration`.split(
    /\s+/,
  ),
);
/** Lead-ins that belong to the noun after them: calls to X, use of X. */
const LEADS = new Set(['call', 'usage', 'use', 'reference', 'instance', 'occurrence', 'form', 'kind']);

/** Texts whose concepts are kept: a clause is looked at from several sides. */
const MOST_KEPT = 2000;

/** No phrase has as many words. */
const LONGEST = 24;

/** Builds a finder for the concepts of a lexicon. */
export function conceptFinder(lexicon: Pick<Lexicon, 'concepts' | 'phrases'>): ConceptFinder {
  const root = lexicon.phrases ?? phrasesOf(lexicon);
  const everywhere = new Map<string, readonly ConceptMention[]>();
  const opening = new Map<string, readonly ConceptMention[]>();
  return {
    in: (text) => keptIn(everywhere, text, () => find(root, wordsOf(text))),
    opening: (text) => keptIn(opening, text, () => findOpening(root, text)),
  };
}

function keptIn<T>(kept: Map<string, T>, text: string, make: () => T): T {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, made);
  return made;
}

function findOpening(root: PhraseNode, text: string): readonly ConceptMention[] {
  const [first] = firstWords(text, 1);
  if (!first || first.start > 0 || !(begins(root, first) || LEADS.has(first.words[0] ?? ''))) return [];
  return find(root, firstWords(text, LONGEST), 1).filter((each) => each.start === 0);
}

/** Does a phrase begin with the word? Most words begin none. */
function begins(root: PhraseNode, { codeStep, steps: [step] }: Word): boolean {
  return (
    (codeStep !== undefined && root.next(codeStep) !== undefined) ||
    (step !== undefined && root.next(step) !== undefined)
  );
}

/** The phrases that name concepts. */
export function phrasesOf(lexicon: Pick<Lexicon, 'concepts'>): PhraseNode {
  const root = new PhraseTree();
  for (const { id, names, alone, phrasings } of Object.values(lexicon.concepts)) {
    for (const name of names) root.add(name, { concept: id, name, whole: false });
    for (const name of alone) root.add(name, { concept: id, name, whole: true });
    for (const name of phrasings) {
      for (const form of inflections(name)) root.add(form, { concept: id, name, whole: false });
    }
  }
  return root;
}

interface Reached {
  readonly node: PhraseNode;
  /** Index of the word after the phrase. */
  readonly end: number;
  readonly score: number;
}

/** The phrases in a text, or the first few of them. */
function find(root: PhraseNode, words: readonly Word[], most = Number.POSITIVE_INFINITY): ConceptMention[] {
  const found: ConceptMention[] = [];
  let at = 0;
  while (at < words.length && found.length < most) {
    const best = longest(root, words, at);
    if (!best) {
      at += 1;
      continue;
    }
    const from = leadStart(words, at);
    const to = headEnd(words, best.end);
    const whole = from === 0 && to === words.length;
    const seen = new Set<string>();
    for (const end of best.node.ends) {
      if ((end.whole && !whole) || seen.has(end.concept)) continue;
      seen.add(end.concept);
      const [first, last] = [words[from], words[to - 1]];
      if (!first || !last) continue;
      const score = end.whole ? 0.5 : best.score;
      found.push({ concept: end.concept, start: first.start, end: last.end, score, name: end.name });
    }
    at = seen.size > 0 ? to : at + 1;
  }
  return found;
}

/** The longest phrase that starts at a word. Phrases are short, so the work at each word is bounded. */
function longest(root: PhraseNode, words: readonly Word[], start: number): Reached | undefined {
  const first = words[start];
  if (!first || !begins(root, first)) return undefined;
  let best: Reached | undefined;
  const walk = (at: PhraseNode, index: number, score: number, skipped = false): void => {
    if (at.ends.length > 0 && index > start && !skipped) {
      const counts = at.ends.some((end) => !end.whole) || (start === 0 && headEnd(words, index) === words.length);
      if (counts && (!best || index > best.end || (index === best.end && score > best.score)))
        best = { node: at, end: index, score };
    }
    const word = words[index];
    if (!word || (word.broken && index > start)) return;
    const asCode = word.codeStep === undefined ? undefined : at.next(word.codeStep);
    if (asCode) walk(asCode, index + 1, score + 1.5);
    const asWords = follow(at, word.steps);
    if (asWords) walk(asWords, index + 1, score + word.words.length);
    if (!asCode && !asWords && index > start && word.code === undefined && SKIPPED.has(word.words[0] ?? ''))
      walk(at, index + 1, score, true);
  };
  walk(root, start, 0);
  return best;
}

function follow(from: PhraseNode, steps: readonly Step[]): PhraseNode | undefined {
  let at: PhraseNode | undefined = steps.length > 0 ? from : undefined;
  for (const step of steps) at = at?.next(step);
  return at;
}

/** Where the phrase begins once "use of", "calls to" before it are taken along. */
function leadStart(words: readonly Word[], start: number): number {
  const [lead, of] = [words[start - 2], words[start - 1]];
  if (!lead || !of || of.broken || words[start]?.broken) return start;
  const joins = ['of', 'to'].includes(of.words[0] ?? '') && of.code === undefined;
  return joins && LEADS.has(lead.words[0] ?? '') ? start - 2 : start;
}

/** Where the phrase ends once general nouns behind a code word are taken along: the `any` type. */
function headEnd(words: readonly Word[], end: number): number {
  let at = end;
  if (words[at - 1]?.code === undefined) return at;
  for (let word = words[at]; word && !word.broken && word.code === undefined; word = words[at]) {
    if (!HEADS.has(word.words[0] ?? '')) break;
    at += 1;
  }
  return at;
}
