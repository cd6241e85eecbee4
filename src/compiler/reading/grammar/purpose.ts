import type { Mention } from '../../../model/intent.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import { stretch } from './tokens.ts';

/** "Do not use `x` to derive state" bans one use of it. "… to silence errors" says why none is wanted. */
export function purposeOf(read: ReadClause, things: readonly Mention[]): string | undefined {
  const { concepts } = read.setting.knowledge.lexicon;
  const relies = read.clause.verb === 'rely';
  const code = things.some(
    (thing) =>
      thing.kind === 'code' ||
      (thing.kind === 'concept' && concepts[thing.id]?.arms.every((arm) => arm.kind === 'code')),
  );
  const { adjuncts } = read.clause;
  const occasion = code ? undefined : occasionalOf(read);
  if (occasion !== undefined) return occasion;
  const some = someOnly(read);
  if (some !== undefined) return some;
  const time = code ? adjuncts.find(({ relation }) => ['before', 'after', 'until'].includes(relation)) : undefined;
  if (time) return `${time.relation} ${stretch(time.tokens, read.setting.statement)}`;
  const forWhat = code && !read.told ? narrowedTo(read) : undefined;
  if (forWhat !== undefined) return `for ${forWhat}`;
  const asWhat = code && !read.told && things.some(({ text }) => /\w/.test(text)) ? playedAs(read) : undefined;
  if (asWhat !== undefined) return `as ${asWhat}`;
  const at = adjuncts.findIndex(({ relation }) => relation === 'purpose' || (relies && relation === 'to'));
  const inReason = adjuncts.slice(0, at).some(({ relation }) => relation === 'as' || relation === 'that');
  const [first, ...rest] = inReason ? [] : (adjuncts[at]?.tokens ?? []);
  return code && first && !(WHOLLY.test(first.low) && !rest.some((token) => token.low === 'borrow'))
    ? ['to', first.low, ...rest.map((token) => token.low)].join(' ')
    : undefined;
}

/** "Dependencies you don't need": which of them is told by a clause without its `that`. */
function someOnly({ clause, setting }: ReadClause): string | undefined {
  const at = clause.object.findIndex(
    (token, index) => index > 0 && token.kind === 'word' && /^(?:you|we|they)$/.test(token.low),
  );
  const before = clause.object[at - 1];
  return at > 0 && before?.kind !== 'punct' ? stretch(clause.object.slice(at), setting.statement) : undefined;
}

const OCCASIONAL =
  /^(?:part of\b|root\b)|\b(?:small|minor|trivial|tiny|simple|quick|routine|unrelated|single|docs?|documentation|large|big|local|iterative|individual|isolated)\b.*\b(?:changes?|edits?|fix(?:es)?|tasks?|work|iterations?|runs?|commits?)$/;

/** "Do not run `make all` for small changes", "… as part of other work": a command is ruled out at times only. */
function occasionalOf({ clause, setting }: ReadClause): string | undefined {
  const found = clause.adjuncts.find(
    ({ relation, tokens }) =>
      (relation === 'for' || relation === 'as') && OCCASIONAL.test(stretch(tokens, setting.statement).toLowerCase()),
  );
  return found && `${found.relation} ${stretch(found.tokens, setting.statement)}`;
}

/** "Never use `store` for tokens" bans that one use; "… for debugging", "… for convenience" say why some would use it. */
function narrowedTo({ clause, setting, places }: ReadClause): string | undefined {
  const { knowledge, statement } = setting;
  const narrow = clause.adjuncts.find(({ relation, leads, tokens }) => {
    if (relation !== 'for' || leads) return false;
    const mentions = readItems(tokens, statement, knowledge).flatMap((item) => item.mentions);
    if (mentions.some((mention) => mention.kind !== 'phrase' && mention.kind !== 'concept')) return false;
    return !tokens.every((token) => token.kind !== 'word' || ANYTHING.test(token.low));
  });
  return places.length > 0 ? undefined : narrow?.tokens.map((token) => token.low).join(' ');
}

/** "Never use `Row` as a component name" bans one use of it; "… as an escape hatch" says why some would use it. */
function playedAs({ clause }: ReadClause): string | undefined {
  const words = clause.adjuncts
    .find(({ relation, tokens }) => relation === 'as' && tokens.every((token) => token.kind === 'word'))
    ?.tokens.map((token) => token.low);
  return words === undefined || words.some((word) => MAKESHIFT.test(word)) || words.length > 6
    ? undefined
    : words.join(' ');
}

const MAKESHIFT =
  /^(?:hatch|shortcuts?|short-cuts?|workarounds?|crutch|fallbacks?|excuse|substitutes?|replacements?|alternatives?|fix|hack|bandaid|band-aid|resort|default|defaults|rule|needed|required|possible|well|such|way|solution|approach|option|convenience|means|it|they|this|that|an?other|first|quick|lazy|general|tool|library|framework|dependency|dependencies|package|module|necessary|described|documented|shown|listed)$/;

const ANYTHING =
  /^(?:any|anything|all|every|everything|new|our|the|this|these|a|an|of|and|or|in|more|some|debug|debugging|logging|diagnostics?|output|convenience|simplicity|brevity|speed|performance|consistency|readability|clarity|quick|quickly|reasons?|purposes?|code|work|development|production|project|repo|repository|codebase|files?|changes?|now|ever|users?|people|others|default|general|use|instance|example|it|them|that|these|those|us|you|synchroni[sz]ation|sync|waiting|waits?|timing|delays?|styling|control|flow)$/;

const WHOLLY =
  /^(?:bypass|silence|suppress|skip|work|avoid|circumvent|get|hide|mute|ignore|disable|escape|make|pass|fix|satisfy|quiet|shut|force|save|access|call|import|use|run|log|print|debug|output|write|read)$/;

/** Purposes that every use of a thing has: nothing is narrowed down by them. */
export const ANY_PURPOSE =
  /^(?:(?:all|every|each|any|new|async|asynchronous|your|the|our|string|code|internal|public|local|project|shared) ?)*(?:operations?|code|files?|imports?|exports?|modules?|formatting|interpolation|documentation|apis?|members?|concatenation|everything|errors?|(?:errors? )?(?:comparisons?|checks?|checking|matching|wrapping)|comparing errors|calls?|values?|variables?|testing|tests?|packages?|dependencies|assertions?|indent(?:ation|ing)?|colou?rs?|styling|theming|styles|paths?|(?:files?|paths?|filesystem)(?:-related)? (?:operations?|handling|manipulation|system|paths|access)|path (?:operations?|handling|manipulation)|components?|components and utilities|string (?:formatting|interpolation)|type definitions|objects?|functions?|classes|methods|modules and components)$/;
