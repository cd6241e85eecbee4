/** Most words one word may become. */
const MAX_WORDS = 256;

/**
 * Brace expansion over source text: `{rm,-rf}` to `['rm', '-rf']`, `x{1..3}` to three words. Quoted text,
 * escapes and substitutions are passed over. `undefined` if it would become too many words.
 */
export function expandBraces(source: string): readonly string[] | undefined {
  let words = [source];
  for (let round = 0; round < 64; round += 1) {
    let changed = false;
    const next: string[] = [];
    for (const word of words) {
      const group = firstGroup(word);
      if (group) {
        changed = true;
        for (const choice of group.choices) next.push(word.slice(0, group.start) + choice + word.slice(group.end));
      } else next.push(word);
      if (next.length > MAX_WORDS || next.length * source.length > 200_000) return undefined;
    }
    words = next;
    if (!changed) return words;
  }
  return undefined;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

function firstGroup(word: string): Group | undefined {
  const stack: { start: number; commas: number[] }[] = [];
  const found: Group[] = [];
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at];
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"' || char === '`') at = skipQuoted(word, at, char);
    else if (char === '$' && (word[at + 1] === '{' || word[at + 1] === '(')) at = skipNested(word, at + 1);
    else if (char === '{') stack.push({ start: at, commas: [] });
    else if (char === ',') stack.at(-1)?.commas.push(at);
    else if (char === '}') {
      const open = stack.pop();
      const choices = open && choicesOf(word, open.start, open.commas, at);
      if (open && choices) found.push({ start: open.start, end: at + 1, choices });
    }
  }
  return found.sort((a, b) => a.start - b.start)[0];
}

function choicesOf(word: string, start: number, commas: readonly number[], end: number): readonly string[] | undefined {
  if (commas.length > 0) {
    const cuts = [start, ...commas, end];
    return cuts.slice(1).map((cut, index) => word.slice((cuts[index] ?? start) + 1, cut));
  }
  const range = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.(-?\d+))?$/.exec(word.slice(start + 1, end));
  if (!range) return undefined;
  const [, from = '', to = '', by = '1'] = range;
  const letters = /[a-zA-Z]/.test(from);
  const [a, b] = letters ? [from.charCodeAt(0), to.charCodeAt(0)] : [Number(from), Number(to)];
  const step = Math.max(1, Math.abs(Number(by)));
  if (Math.abs(b - a) / step > MAX_WORDS) return undefined;
  const items: string[] = [];
  for (let at = a; a <= b ? at <= b : at >= b; at += a <= b ? step : -step) {
    items.push(letters ? String.fromCharCode(at) : String(at));
  }
  return items;
}

function skipQuoted(word: string, at: number, quote: string): number {
  for (let end = at + 1; end < word.length; end += 1) {
    if (word[end] === '\\' && quote !== "'") end += 1;
    else if (word[end] === quote) return end;
  }
  return word.length;
}

function skipNested(word: string, at: number): number {
  let depth = 0;
  for (let end = at; end < word.length; end += 1) {
    const char = word[end];
    if (char === '\\') end += 1;
    else if (char === "'" || char === '"') end = skipQuoted(word, end, char);
    else if (char === '{' || char === '(') depth += 1;
    else if (char === '}' || char === ')') {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return word.length;
}
