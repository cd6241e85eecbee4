import { constructNamed } from '../../../lexicon/constructs.ts';
import type { Mention, Within } from '../../../model/intent.ts';
import type { Adjunct } from '../grammar/segment.ts';
import type { Knowledge } from './knowledge.ts';

const TOP_LEVEL =
  /^(?:the )?(?:(?:module|file|global|top|package)[- ](?:level|scope)|import time|(?:module|global) top[- ]level|root scope)$/;
const INSIDE: ReadonlySet<string> = new Set(['in', 'when']);
const OUTSIDE: ReadonlySet<string> = new Set(['outside', 'except', 'unless']);

/** The part of code that a circumstance names: "in loops", "outside constructors", "at module level", "in `useEffect`". */
export function withinOf(
  adjunct: Adjunct,
  mentions: readonly Mention[],
  text: string,
  knowledge: Knowledge,
): Within | undefined {
  const inside = INSIDE.has(adjunct.relation);
  if (!inside && !OUTSIDE.has(adjunct.relation)) return undefined;
  if (TOP_LEVEL.test(text)) return { kind: 'top-level', text, inside };
  const phrase = text.replace(/^(?:in|inside|within) (?:of )?/, '');
  const construct = constructNamed(phrase, knowledge.lexicon.constructs);
  if (construct) return { kind: 'construct', text: construct.id, inside };
  // "in `beforeEach`", "inside `load()` calls": what a call or a function of that name encloses.
  const words = adjunct.tokens.filter((token) => token.kind === 'word').map((token) => token.low);
  const [code, ...more] = adjunct.tokens.filter((token) => token.kind === 'code');
  const others = adjunct.tokens.filter((token) => token.kind !== 'code' && !/^(?:or|,|\/|and)$/.test(token.low));
  const alone = others.every((token) => token.kind === 'word' && ENCLOSING.test(token.low));
  const one =
    mentions.every((mention) => ['code', 'concept', 'command'].includes(mention.kind)) &&
    more.every((each) => CALLABLE.test(each.text));
  const called =
    /\)$/.test(code?.text ?? '') ||
    words.some((word) => ENCLOSING.test(word) && !/^(?:an?|the|any|all|every|your)$/.test(word));
  const encloses = adjunct.relation === 'in' || (adjunct.relation === 'outside' && called);
  return code && alone && one && encloses && CALLABLE.test(code.text)
    ? { kind: 'code', text: code.text, ...(more.length > 0 && { or: more.map((each) => each.text) }), inside }
    : undefined;
}

const ENCLOSING =
  /^(?:a|an|the|any|all|every|your|calls?|callbacks?|functions?|methods?|hooks?|blocks?|handlers?|bod(?:y|ies)|implementations?)$/;
/** A name that can be called, its call brackets aside. */
const CALLABLE = /^[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*(?:\((?:\.\.\.|…|[^()]*)\))?$/;
