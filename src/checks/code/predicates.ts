import { compileRegex } from '../text/regex.ts';
import type { QueryPredicate } from './query-tree.ts';
import { QueryProblem, type SyntaxCapture } from './syntax.ts';

/** A condition on the captures of one match. */
export type Predicate = (captures: readonly SyntaxCapture[], textOf: (capture: SyntaxCapture) => string) => boolean;

const NAME = /^(any-)?(not-)?(eq|match|any-of)\?$/;
const ANNOTATIONS = new Set(['set!']);

/**
 * Compiles a predicate with the meaning tree-sitter gives it, save that patterns are RE2.
 * `undefined` for one that only annotates. Throws {@link QueryProblem} for an unknown or malformed one.
 */
export function compilePredicate(predicate: QueryPredicate): Predicate | undefined {
  if (ANNOTATIONS.has(predicate.name)) return undefined;
  const parts = NAME.exec(predicate.name.replace(/^not-any-eq\?$/, 'any-not-eq?'));
  if (!parts) throw new QueryProblem(`unknown predicate #${predicate.name}`);
  const [, any, not, operation] = parts;
  const [subject, ...rest] = predicate.args;
  if (!subject || !('capture' in subject)) throw new QueryProblem(`#${predicate.name} expects a capture first`);
  const wanted = not === undefined;
  const holds = testOf(predicate.name, operation ?? '', rest);
  return (captures, textOf) => {
    const subjects = captures.filter((capture) => capture.name === subject.capture);
    const test = (capture: SyntaxCapture) => holds(textOf(capture), captures, textOf, wanted);
    return any === undefined ? subjects.every(test) : subjects.some(test);
  };
}

type Test = (
  text: string,
  captures: readonly SyntaxCapture[],
  textOf: (capture: SyntaxCapture) => string,
  wanted: boolean,
) => boolean;

function testOf(name: string, operation: string, rest: QueryPredicate['args']): Test {
  if (operation === 'any-of') {
    const texts = new Set(rest.map((arg) => ('text' in arg ? arg.text : undefined)));
    if (texts.size === 0 || texts.has(undefined)) throw new QueryProblem(`#${name} expects texts behind the capture`);
    return (text, _captures, _textOf, wanted) => texts.has(text) === wanted;
  }
  const [argument, ...more] = rest;
  if (!argument || more.length > 0) throw new QueryProblem(`#${name} expects two arguments`);
  if (operation === 'eq') {
    if ('text' in argument) return (text, _captures, _textOf, wanted) => (text === argument.text) === wanted;
    return (text, captures, textOf, wanted) =>
      captures.some((other) => other.name === argument.capture && (textOf(other) === text) === wanted);
  }
  if (!('text' in argument)) throw new QueryProblem(`#${name} expects a pattern behind the capture`);
  const test = rememberingTest(argument.text);
  return (text, _captures, _textOf, wanted) => test(text) === wanted;
}

/** Identifiers come back again and again: answers for short texts are kept. */
function rememberingTest(source: string): (text: string) => boolean {
  const regex = compileRegex(source);
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > 80) return regex.test(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > 5000) known.clear();
    const now = regex.test(text);
    known.set(text, now);
    return now;
  };
}
