import type { Token } from './tokens.ts';
import { lemma, opensImperative } from './verbs.ts';

const PRONOUNS: ReadonlySet<string> = new Set(
  'it they this that these those the a an we you there its their our your because since'.split(' '),
);
/** Words that leave it to what follows a colon to say what is meant. */
const POINTING =
  /^(?:these|those|following|below|such|like|as|in|for|on|with|from|to|of|by|and|or|unless|when|if|things?|mistakes?|pitfalls?|practices?|actions?)$/;
const KINDS =
  /^(?:patterns?|anti-?patterns?|operations?|ways?|cases?|words?|terms?|names?|imports?|packages?|commands?|files?|folders?|directories|paths?|flags?|apis?|phrases|functions?|methods?|tools?)$/;

/** Does what stands before a colon say it all, so that a clause of its own follows? */
export function isComplete(before: readonly Token[], tokens: readonly Token[], at: number): boolean {
  return isWhole(before, tokens[at]) || isExplained(before, tokens, at);
}

/** "Only `x` is allowed: …": what stands before the colon says it all. */
function isWhole(before: readonly Token[], next: Token | undefined): boolean {
  // "`a` must stay in sync: every change …" says the same twice.
  const last = before.slice(before.findLastIndex((token) => token.low === ',') + 1);
  const asks = last[0]?.kind === 'word' && opensImperative(last[0].low) && last.some((token) => token.kind !== 'word');
  // "Update `x`: add the part to …" asks for one thing and says how.
  if (asks && next?.kind === 'word' && opensImperative(next.low) && lemma(next.low) === next.low) return true;
  if (next?.kind === 'word' && ['every', 'each', 'any'].includes(next.low))
    return before.some((token) => token.kind === 'word' && ['must', 'should'].includes(token.low));
  return before[0]?.low === 'only' && ['allowed', 'permitted'].includes(before.at(-1)?.low ?? '');
}

/** "Never use `a`: use `b`", "Avoid `a`: it blocks": a ban that is complete before its colon, and why or what instead. */
function isExplained(before: readonly Token[], tokens: readonly Token[], at: number): boolean {
  const ban = before.slice(before.findLastIndex((token) => token.low === ':') + 1);
  const length = opensBan(ban);
  if (length === 0 || ban.length <= length) return false;
  const named = ban.some((token) => token.kind === 'code');
  const last = ban.at(-1);
  if (ban.some((token) => POINTING.test(token.low) && token.kind === 'word' && (!named || token === last)))
    return false;
  const rest = tokens.slice(at);
  const [next, after] = rest;
  if (next?.kind !== 'word' || after?.low === 'of') return false;
  const asks = after !== undefined && opensImperative(next.low) && lemma(next.low) === next.low;
  if (asks || (next.low === 'import' && /^(?:from|directly|straight|only|the|each)$/.test(after?.low ?? '')))
    return true;
  if (last?.kind === 'word' && KINDS.test(last.low)) return false;
  // "Avoid `a` and `b`: deadlocks": nothing behind it is a thing that the ban could mean.
  return PRONOUNS.has(next.low) || (named && rest.every((token) => token.kind === 'word' || token.kind === 'punct'));
}

/** How many words open a ban: 0 where none is opened. */
function opensBan([first, second]: readonly Token[]): number {
  if (first?.kind !== 'word') return 0;
  if (['never', "don't", 'avoid', 'no'].includes(first.low)) return 1;
  return first.low === 'do' && second?.low === 'not' ? 2 : 0;
}
