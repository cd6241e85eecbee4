import { phraseTable, type Token, wordsAt } from './tokens.ts';
import type { Force, Polarity } from './tone.ts';

/** What the opening words of a clause say, and what is left after them. */
export interface Cue {
  readonly polarity: Polarity;
  readonly force: Force;
  readonly only: boolean;
  readonly replaces: boolean;
  /** A word of obligation was there. */
  readonly explicit: boolean;
  /** The next word is a noun ("no exports"), even if it could be a verb. */
  readonly noun?: boolean;
  readonly verb?: string;
  readonly rest: readonly Token[];
}

type Change = Partial<Omit<Cue, 'rest'>>;

/** Openings by their words, longest first. `|` separates alternatives. */
const OPENINGS: readonly (readonly [string, Change])[] = (
  [
    ['under no circumstances', { polarity: 'forbid', force: 'must', explicit: true }],
    ['it is forbidden|prohibited to', { polarity: 'forbid', force: 'must', explicit: true }],
    ['there is|are no|never', { polarity: 'neutral', force: 'may' }],
    ['there must|should|shall be no', { polarity: 'forbid', explicit: true, noun: true }],
    ['is|are not allowed|permitted to', { polarity: 'forbid', explicit: true }],
    ['do|does not have|need to', { polarity: 'neutral', force: 'may' }],
    ["don't|dont|doesn't have|need to", { polarity: 'neutral', force: 'may' }],
    ["needn't", { polarity: 'neutral', force: 'may' }],
    ['need not', { polarity: 'neutral', force: 'may' }],
    // "Don't just use x" wants more than x.
    ['do not just|only|merely|simply|always|necessarily', { polarity: 'neutral', force: 'may' }],
    ["don't|dont|never just|only|merely|simply|always|necessarily", { polarity: 'neutral', force: 'may' }],
    ['not allowed|permitted', { polarity: 'forbid', explicit: true }],
    ['must|should|shall|may|do|will never|not', { polarity: 'forbid', explicit: true }],
    ["don't|dont|mustn't|shouldn't ever", { polarity: 'forbid', explicit: true }],
    ["don't|dont|mustn't|shouldn't|do-not", { polarity: 'forbid', explicit: true }],
    ['strictly no', { polarity: 'forbid', explicit: true, noun: true }],
    ['never ever', { polarity: 'forbid', explicit: true }],
    ['never', { polarity: 'forbid', explicit: true }],
    ['no longer|need|one|matter', { polarity: 'neutral', force: 'may' }],
    ['no more than', {}],
    ['no', { polarity: 'forbid', explicit: true, noun: true }],
    ['zero', { polarity: 'forbid', explicit: true, noun: true }],
    ['avoid|refrain from', { polarity: 'forbid', force: 'should', explicit: true }],
    ['avoid', { polarity: 'forbid', force: 'should', explicit: true }],
    ['forbidden|prohibited|banned|disallowed', { polarity: 'forbid', explicit: true }],
    ['stop', { polarity: 'forbid', explicit: true }],
    ['make sure|certain|that that|to', { polarity: 'require', explicit: true }],
    ['make sure|certain', { polarity: 'require', explicit: false }],
    ['ensure that', { polarity: 'require', explicit: false }],
    ['remember|try|aim|strive|prefer to', { polarity: 'require', explicit: true }],
    ['be sure to', { polarity: 'require', explicit: true }],
    ['consider', { polarity: 'neutral', force: 'may' }],
    ['feel free to', { polarity: 'neutral', force: 'may' }],
    ['always', { polarity: 'require', explicit: true }],
    ['must|shall', { polarity: 'require', explicit: true }],
    ['should', { polarity: 'require', force: 'should', explicit: true }],
    ['can never|not', { polarity: 'neutral', force: 'may' }],
    ["cannot|can't|won't", { polarity: 'neutral', force: 'may' }],
    ['can|may|could|might', { polarity: 'neutral', force: 'may' }],
    ['need|needs|have|has to', { polarity: 'require', explicit: true }],
    ['only', { only: true }],
    ['exclusively', { only: true }],
    ['instead', { replaces: true }],
    [
      'please|also|and|then|but|so|or|additionally|furthermore|critical|critically|important|importantly|note|warning|caution|strictly|explicitly|directly|manually|automatically|blindly|ever|just|simply|generally|strongly|otherwise|likewise|similarly|therefore|thus|still|again|accidentally|unnecessarily|knowingly|silently',
      {},
    ],
    ['you|we|i|agents|agent|contributors|developers|claude|copilot|assistants|everyone', {}],
    ['ai|coding agents|agent|assistants', {}],
    ['the agent|assistant|model', {}],
  ] as const
).map(([words, change]) => [words, change] as const);
const openingsAt = phraseTable(OPENINGS);

/** Cue words as a label: "Not allowed: x", "Never: x", "FORBIDDEN: x". */
function labelCue(label: readonly Token[]): Change {
  if (label.length === 0 || label.length > 3) return {};
  const words = label.map((token) => token.low).join(' ');
  if (/^(not allowed|not permitted|forbidden|never|prohibited|banned|do not|don't|don'ts|disallowed|no)$/.test(words))
    return { polarity: 'forbid', explicit: true };
  if (/^(avoid|discouraged)$/.test(words)) return { polarity: 'forbid', force: 'should', explicit: true };
  if (/^(always|required|must|mandatory|do|dos)$/.test(words)) return { polarity: 'require', explicit: true };
  if (/^(prefer|preferred|recommended)$/.test(words)) return { polarity: 'require', force: 'should', explicit: true };
  if (/^(only|allowed|only allowed)$/.test(words)) return { polarity: 'require', only: words.includes('only') };
  return {};
}

/** Reads the opening of a clause: negation, force, `only`, and words that carry nothing. */
export function readCue(tokens: readonly Token[], label: readonly Token[]): Cue {
  let cue: Omit<Cue, 'rest'> = {
    polarity: 'neutral',
    force: 'must',
    only: false,
    replaces: false,
    explicit: false,
    ...labelCue(label),
  };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind === 'punct' && [',', ':', '*', '•', '-', '>', '❌', '✅', '⚠', '🚫', '️'].includes(token.low)) {
      at += 1;
      continue;
    }
    const opening = openingsAt(tokens, at).find(([words]) => !isSubjectPronoun(tokens, at, words));
    if (!opening) break;
    const [words, change] = opening;
    const merged = { ...cue, ...change };
    // "should never": the negation decides what is asked, the modal how strongly.
    const weak = wordsAt(tokens, at, "should|shouldn't") > 0 || cue.force === 'should';
    cue = {
      ...merged,
      polarity: cue.polarity === 'forbid' && change.polarity === 'require' ? 'forbid' : merged.polarity,
      force: weak ? 'should' : merged.force,
    };
    at += wordsAt(tokens, at, words);
    if (cue.noun) break;
  }
  if (tokens[at]?.low === 'prefer' && cue.polarity !== 'forbid') cue = { ...cue, force: 'should' };
  return { ...cue, rest: tokens.slice(at) };
}

/** "Agents must …" opens with its subject; "agents" alone at the end of a phrase does not. */
function isSubjectPronoun(tokens: readonly Token[], at: number, words: string): boolean {
  if (!/^(you|ai|the agent)/.test(words)) return false;
  const next = tokens[at + wordsAt(tokens, at, words)];
  return next?.kind !== 'word';
}
