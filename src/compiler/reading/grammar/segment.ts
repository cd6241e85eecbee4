import { phraseTable, type Token, wordsAt } from './tokens.ts';
import { lemma } from './verbs.ts';

export type Relation =
  | 'in'
  | 'outside'
  | 'except'
  | 'unless'
  | 'when'
  | 'before'
  | 'after'
  | 'with'
  | 'without'
  | 'from'
  | 'to'
  | 'for'
  | 'by'
  | 'beside'
  | 'until'
  | 'as'
  | 'than'
  | 'purpose'
  | 'via'
  | 'example'
  | 'that';

/** A circumstance: "in tests", "unless asked", "before committing". */
export interface Adjunct {
  readonly relation: Relation;
  readonly tokens: readonly Token[];
  /** `only when …`. */
  readonly only?: true;
  /** It stands before the statement: "For X, …". */
  readonly leads?: true;
}

export interface Segments {
  readonly object: readonly Token[];
  readonly adjuncts: readonly Adjunct[];
  readonly contrast: readonly Token[];
  readonly only: boolean;
  readonly replaces: boolean;
}

/** Words that open a circumstance or a contrast, longest first. `drop` opens a reason, which no check needs. */
const OPENERS: readonly (readonly [string, Relation | 'contrast' | 'drop' | 'skip'])[] = [
  ['instead of', 'contrast'],
  ['rather than', 'contrast'],
  ['as opposed to', 'contrast'],
  ['in place of', 'contrast'],
  ['over', 'contrast'],
  ['versus|vs|vs.', 'contrast'],
  ['other|else|elsewhere than in|inside|within|under|from|for', 'except'],
  ['other than', 'except'],
  ['apart|aside from', 'except'],
  ['except for|in|when|if|inside|within|under|to|on|onto|with|by|at|from', 'except'],
  ['anywhere but|except|besides in|inside|within|under', 'except'],
  ['except|excluding|besides|but not', 'except'],
  ['with the exception of', 'except'],
  ['in favor|favour of', 'drop'],
  ['such as', 'example'],
  ['like', 'example'],
  ['unless in|inside|within|under', 'unless'],
  ['unless', 'unless'],
  ['without', 'without'],
  ['only when|if', 'when'],
  ['only|exclusively in|inside|within|under', 'in'],
  ['when|whenever|if|while|where|during', 'when'],
  ['before|prior', 'before'],
  ['after|once', 'after'],
  ['until', 'until'],
  ['outside of', 'outside'],
  ['outside', 'outside'],
  ['beyond', 'outside'],
  ['next to', 'beside'],
  ['alongside|beside', 'beside'],
  ['in|inside|within|under|into|across|throughout|at|on|below|beneath|against', 'in'],
  ['for', 'for'],
  ['from', 'from'],
  ['via|through|using', 'via'],
  ['with', 'with'],
  ['by', 'by'],
  ['as it|this|they|these|we|you|there', 'drop'],
  ['as', 'as'],
  ['because|since|so|which|whose|due|thus|otherwise', 'drop'],
  ['that', 'that'],
  ["you|they|others did|didn't|have|haven't|do|don't", 'that'],
];

const openersAt = phraseTable(OPENERS);

/** Cuts what follows the verb into its object and its circumstances. */
export function segment(tokens: readonly Token[], forbids: boolean): Segments {
  const object: Token[] = [];
  const adjuncts: { relation: Relation; tokens: Token[]; only: boolean }[] = [];
  const contrast: Token[] = [];
  let only = false;
  let replaces = false;
  let into: Token[] | undefined = object;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    // "`a` not `b`, `c` not `d`": the next pair begins.
    if (token.low === ',' && into === contrast && negation(tokens, at + 2) > 0) {
      into = object;
      continue;
    }
    if (token.kind === 'word' || token.low === ',') {
      const negated =
        token.low === ','
          ? negation(tokens, at + 1)
          : into === object && object.length > 0 && token.low !== 'no'
            ? negation(tokens, at)
            : 0;
      if (negated > 0 && (object.length > 0 || adjuncts.length > 0)) {
        into = contrast;
        at += negated - (token.low === ',' ? 0 : 1);
        continue;
      }
      if (token.low === 'instead' && tokens[at + 1]?.low !== 'of') {
        replaces = true;
        continue;
      }
      if (
        (token.low === 'only' || token.low === 'exclusively') &&
        at > 0 &&
        (at === tokens.length - 1 || tokens[at + 1]?.kind === 'punct')
      ) {
        only = true;
        continue;
      }
      if (token.low === 'to' && at > 0) {
        const next = tokens[at + 1];
        if (next?.kind === 'word' && lemma(next.low) === next.low) {
          // In a reason ("as it tends to break") nothing is meant to narrow.
          if (into === undefined) continue;
          into = [];
          adjuncts.push({ relation: 'purpose', tokens: into, only: false });
        } else if (next) {
          into = [];
          adjuncts.push({ relation: 'to', tokens: into, only: false });
        }
        continue;
      }
      const [opener] = openersAt(tokens, at);
      if (opener && opens(tokens, at, opener[1], object, forbids)) {
        const [words, relation] = opener;
        if (relation === 'contrast') into = contrast;
        else if (relation === 'drop') into = undefined;
        else if (relation !== 'skip') {
          into = [];
          adjuncts.push({ relation, tokens: into, only: /^only\b/.test(words) });
        }
        at += wordsAt(tokens, at, words) - 1;
        continue;
      }
    }
    into?.push(token);
  }
  return {
    object: trim(object),
    adjuncts: adjuncts
      .map(
        ({ relation, tokens: own, only: strict }): Adjunct => ({
          relation,
          tokens: trim(own),
          ...(strict && { only: true as const }),
        }),
      )
      .filter(({ tokens: own }) => own.length > 0),
    contrast: trim(contrast),
    only,
    replaces,
  };
}

function opens(
  tokens: readonly Token[],
  at: number,
  relation: string,
  object: readonly Token[],
  forbids: boolean,
): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (relation === 'contrast' && tokens[at]?.low === 'over')
    return !forbids && object.length > 0 && next.kind !== 'number';
  if (relation === 'drop' && tokens[at]?.low === 'so') return at > 0;
  if (tokens[at]?.low === 'like') return at > 0 && next.kind !== 'word';
  if (tokens[at]?.low === 'as') return at > 0 && !['well', 'much', 'const'].includes(next.low);
  return true;
}

/** "not Y", "never Y", "no Y" after the object sets Y against it. Returns how many words that takes. */
function negation(tokens: readonly Token[], at: number): number {
  const words = wordsAt(tokens, at, 'not|never|no');
  if (words === 0) return 0;
  return ['just', 'only', 'necessarily', 'yet', 'more', 'longer'].includes(tokens[at + 1]?.low ?? '') ? 0 : words;
}

function trim(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  const idle = (token: Token | undefined) =>
    token?.kind === 'punct' && [',', '.', ':', ';', '!', '...', '&', '/'].includes(token.low);
  while (start < end && idle(tokens[start])) start += 1;
  while (end > start && idle(tokens[end - 1])) end -= 1;
  return tokens.slice(start, end);
}
