import { table } from '../../../model/table.ts';
import type { Adjunct } from './segment.ts';
import type { Token } from './tokens.ts';
import { lemma, opensImperative } from './verbs.ts';

/** "Package manager: bun". A colon after few words that say nothing themselves. */
export function takeLabel(tokens: readonly Token[]): {
  readonly label: readonly Token[];
  readonly rest: readonly Token[];
} {
  const at = tokens.findIndex((token) => token.kind === 'punct' && token.low === ':');
  if (at < 1 || at > 8 || at === tokens.length - 1) {
    return { label: [], rest: tokens.filter((token, index) => !(index === tokens.length - 1 && token.low === ':')) };
  }
  // "Never commit build output: `dist/`, `out/`": what follows names what the words before ask about.
  if (asksItself(tokens.slice(0, at))) return { label: [], rest: [...tokens.slice(0, at), ...tokens.slice(at + 1)] };
  return { label: withoutPraise(tokens.slice(0, at)), rest: tokens.slice(at + 1) };
}

/** "`lib/` is pure: no I/O": what the rest says is said of the place. */
function withoutPraise(label: readonly Token[]): readonly Token[] {
  const [place, copula] = label;
  const told = place?.kind === 'code' && (copula?.low === 'is' || copula?.low === 'are') && label.length <= 5;
  return told && label.slice(1).every((token) => token.kind === 'word') ? [place] : label;
}

function asksItself(label: readonly Token[]): boolean {
  const [first, second] = label;
  if (label.length < 2 || first?.kind !== 'word') return false;
  const negated = ['never', "don't", 'always'].includes(first.low) || (first.low === 'do' && second?.low === 'not');
  return negated && label.some((token) => token.kind === 'word' && lemma(token.low) !== undefined);
}

const LEADS: Readonly<Record<string, Adjunct['relation']>> = table({
  when: 'when',
  whenever: 'when',
  if: 'when',
  once: 'after',
  before: 'before',
  after: 'after',
  in: 'in',
  within: 'in',
  inside: 'in',
  under: 'in',
  for: 'for',
  on: 'in',
  outside: 'outside',
  unless: 'unless',
  while: 'when',
  during: 'when',
  at: 'in',
  except: 'except',
  as: 'when',
  with: 'when',
  across: 'in',
  like: 'example',
});

/** "In tests, …", "When you change X, …", "Before committing, …". */
export function takeLeadIn(tokens: readonly Token[]): {
  readonly adjuncts: readonly Adjunct[];
  readonly rest: readonly Token[];
} {
  const first = tokens[0];
  const relation = first?.kind === 'word' ? LEADS[first.low] : undefined;
  if (!relation) return { adjuncts: [], rest: tokens };
  const comma = tokens.findIndex(
    (token, index) => index > 0 && (token.low === ':' || (token.low === ',' && !listComma(tokens, index))),
  );
  if (comma < 2) return { adjuncts: [], rest: tokens };
  const start = tokens[1]?.low === 'of' ? 2 : 1;
  return { adjuncts: [{ relation, tokens: tokens.slice(start, comma), leads: true }], rest: tokens.slice(comma + 1) };
}

/** A comma between items of a list ("in a, b, and c, do x") does not end a lead-in. */
function listComma(tokens: readonly Token[], at: number): boolean {
  const later = tokens.findIndex((token, index) => index > at && token.low === ',');
  if (later < 0) return false;
  const between = tokens.slice(at + 1, later);
  return (
    between.length <= 4 &&
    between.every(
      (token) => token.kind !== 'word' || ['and', 'or', 'the'].includes(token.low) || !opensImperative(token.low),
    )
  );
}

export interface Notes {
  readonly contrast: readonly Token[];
  readonly adjuncts: readonly Adjunct[];
  readonly examples: readonly Token[];
}

function isDeed(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind === 'word') && lemma(tokens[0]?.low ?? '') !== undefined;
}

/** Takes parentheses out: contrasts, exceptions, examples; other remarks are dropped. */
export function takeParentheses(tokens: readonly Token[]): { readonly kept: readonly Token[]; readonly notes: Notes } {
  const kept: Token[] = [];
  const contrast: Token[] = [];
  const adjuncts: Adjunct[] = [];
  const examples: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind !== 'punct' || token.low !== '(') {
      if (!(token.kind === 'punct' && (token.low === ')' || token.low === '*' || token.low === '_'))) kept.push(token);
      continue;
    }
    let close = index + 1;
    for (let depth = 1; close < tokens.length; close += 1) {
      if (tokens[close]?.low === '(') depth += 1;
      if (tokens[close]?.low === ')') depth -= 1;
      if (depth === 0) break;
    }
    const inner = tokens.slice(index + 1, close);
    const head = inner[0]?.low ?? '';
    // "(never commit)" is about what was named before; nothing is set against it.
    if (['not', 'never', 'no'].includes(head)) contrast.push(...(isDeed(inner.slice(1)) ? [] : inner.slice(1)));
    else if (insteadIn(inner) > 0) contrast.push(...inner.slice(insteadIn(inner)));
    else if (['except', 'excluding', 'unless', 'besides', 'barring'].includes(head))
      adjuncts.push({
        relation: head === 'unless' ? 'unless' : 'except',
        tokens: inner.slice(['for', 'in'].includes(inner[1]?.low ?? '') ? 2 : 1),
      });
    else if (head === 'outside')
      adjuncts.push({ relation: 'outside', tokens: inner.slice(inner[1]?.low === 'of' ? 2 : 1) });
    else if (['when', 'if'].includes(head)) adjuncts.push({ relation: 'when', tokens: inner.slice(1) });
    else if (['e.g.', 'like', 'i.e.', 'such', 'for'].includes(head))
      examples.push(...inner.slice(head === 'such' || head === 'for' ? 2 : 1));
    // "(pytest, not unittest)"
    else if (contrastIn(inner) > 0) contrast.push(...inner.slice(contrastIn(inner)));
    else if (permits(inner))
      adjuncts.push({ relation: 'except', tokens: inner.filter((each) => each.kind !== 'word') });
    else if (inner.every((each) => each.kind !== 'word')) examples.push(...inner);
    index = close;
  }
  return { kept, notes: { contrast, adjuncts, examples } };
}

/** "(`list[str]` instead of `List[str]`)": where what is set aside begins; 0 if nothing is. */
function insteadIn(inner: readonly Token[]): number {
  const at = inner.findIndex((token, index) => token.low === 'instead' && inner[index + 1]?.low === 'of');
  const after = at < 0 ? inner.findIndex((token) => token.low === 'not' && token.kind === 'word') + 1 : at + 2;
  return inner[0]?.kind === 'code' && inner[after]?.kind === 'code' ? after : 0;
}

/** Where "…, not X" goes on with X, if nothing else follows; 0 where it does not. */
function contrastIn(inner: readonly Token[]): number {
  const at = inner.findIndex((token, index) => index > 1 && token.low === 'not' && inner[index - 1]?.low === ',');
  const [next] = inner.slice(at + 1);
  const short = at > 1 && at <= 6 && next !== undefined && !inner.slice(at).some((token) => token.low === ',');
  return short && !/^(?:at|in|on|with|by|for|to|as|just|only|yet|from)$/.test(next.low) ? at + 1 : 0;
}

/** "(`--force-with-lease` is allowed)" */
function permits(inner: readonly Token[]): boolean {
  const words = inner.filter((each) => each.kind === 'word').map((each) => each.low);
  return (
    inner.some((each) => each.kind === 'code' || each.kind === 'flag') &&
    /^(?:and |or )*(?:is|are) (?:always |still |also )?(?:allowed|fine|ok|okay|permitted|acceptable|safe)$/.test(
      words.join(' '),
    )
  );
}

/** "`isOpen`, `hasRows` (booleans with auxiliary verbs)": names as samples, and in parentheses what they are samples of. */
export function remarkOnSamples(text: string): string | undefined {
  const match = /^(?:`[\w-]+`(?:\s*,\s*|\s+or\s+|\s+and\s+|\s*\/\s*)?)+\s*\(([^()`]+ [^()`]+)\)\.?$/.exec(text.trim());
  return match?.[1];
}
