import type { Token } from './tokens.ts';

/**
 * Says with "outside" what is told by contrast to a place: "settings are read in `a.ts`; never read them elsewhere",
 * "only `tools/` may print". `before` are the clauses in front, in their order.
 */
export function withOutside(tokens: readonly Token[], before: readonly (readonly Token[])[]): readonly Token[] {
  return onlyThere(tokens) ?? elsewhere(tokens, before.findLast((clause) => clause.some(isPlace))?.find(isPlace));
}

function elsewhere(tokens: readonly Token[], place: Token | undefined): readonly Token[] {
  const at = tokens.findIndex((token, index) => token.low === 'elsewhere' || isAnywhereElse(tokens, index));
  const found = tokens[at];
  if (!place || !found || tokens.some(isPlace)) return tokens;
  return [
    ...tokens.slice(0, at),
    word('outside', found),
    place,
    ...tokens.slice(at + (found.low === 'elsewhere' ? 1 : 2)),
  ];
}

function isAnywhereElse(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.low === 'anywhere' && tokens[at + 1]?.low === 'else';
}

/** "Only `tools/` may print" is "Never print outside `tools/`". */
function onlyThere(tokens: readonly Token[]): readonly Token[] | undefined {
  const [only, place, able, verb] = tokens;
  if (only?.low !== 'only' || !place || !isPlace(place) || !/^(?:may|can|should|must)$/.test(able?.low ?? ''))
    return undefined;
  // Who may import what is read as such.
  const imports = /^(?:import|depend|know|reach)$/.test(verb?.low ?? '');
  return verb?.kind === 'word' && !imports
    ? [word('never', only), ...tokens.slice(3), word('outside', only), place]
    : undefined;
}

function isPlace(token: Token): boolean {
  return token.kind === 'code' && /^[\w@.-]*[/.][\w@/.*-]*$/.test(token.text) && /\/|\.\w{1,5}$/.test(token.text);
}

function word(text: string, at: Token): Token {
  return { kind: 'word', text, low: text, start: at.start, end: at.end };
}
