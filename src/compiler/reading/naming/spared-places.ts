import type { Intent } from '../../../model/intent.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { Knowledge } from './knowledge.ts';
import { readMentions } from './mention.ts';
import { andBelow } from './path-globs.ts';
import { globsOf } from './reach.ts';

const SPANS =
  '(?:(?:files? |code |anything |everything )?(?:in |under |inside )?(?:the )?`[^`]+`(?:,? (?:and|or) |, )?)+';
const SPARED =
  '(?:exempt(?:ed)?|excluded|excepted|an exception|exceptions|the (?:only |one |sole )?exceptions?|spared)';
const STATED = [
  new RegExp(`(${SPANS}) ?(?:is|are|remains?)(?: also| always)? ${SPARED}\\b`, 'gi'),
  new RegExp(`\\b(?:the (?:only|one|sole) )?(?:exceptions?|exempt|excluded)(?: is| are)?:? (${SPANS})`, 'gi'),
];

/** "Never use x; `src/legacy/` is exempt", "Never use x. Exception: `src/legacy/`." `after` is the sentence behind. */
export function withSparedPlaces(
  intents: readonly Intent[],
  text: string,
  after: string | undefined,
  knowledge: Knowledge,
): readonly Intent[] {
  const whole =
    after === undefined || !/^\W*(?:the (?:only|one|sole) )?exceptions?\b|\bexempt/i.test(after)
      ? text
      : `${text} ${after}`;
  if (!/exempt|exclu|excep|spared/i.test(whole)) return intents;
  const said = STATED.flatMap((pattern) => [...whole.matchAll(pattern)].map((match) => match[1] ?? ''));
  const globs = said
    .flatMap((places) => readMentions(tokenise(places), places, knowledge))
    .flatMap(globsOf)
    .flatMap(andBelow);
  if (globs.length === 0) return intents;
  const exclude = (intent: Intent): Intent => ({
    ...intent,
    reach: {
      ...intent.reach,
      include: intent.reach.include.filter((set) => !set.every((glob) => globs.includes(glob))),
      exclude: [...new Set([...intent.reach.exclude, ...globs])],
    },
  });
  return intents.map((intent) => (intent.shape === 'order' || intent.shape === 'companion' ? intent : exclude(intent)));
}
