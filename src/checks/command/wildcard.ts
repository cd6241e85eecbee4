type Test = (text: string) => boolean;

/** What one character of a segment must be; `undefined` stands for `*`. */
type Piece = ((char: string) => boolean) | undefined;

const cache = new Map<string, Test>();
const MAX_ALTERNATIVES = 64;

/**
 * A test for wildcards over whole words: `*`, `**`, `?`, `[a-z]`, `{a,b}`. In a pattern with a slash `*` stays
 * within a segment and a final `/**` means the folder too; otherwise `*` crosses everything (`+*`, `*:main`).
 * Takes time in proportion to pattern times text whatever they are: both may come from a command line.
 */
export function wildcard(pattern: string): Test {
  const known = cache.get(pattern);
  if (known) return known;
  if (cache.size > 5000) cache.clear();
  const test = build(pattern);
  cache.set(pattern, test);
  return test;
}

export function hasWildcard(text: string): boolean {
  return /[*?[{]/.test(text);
}

function build(pattern: string): Test {
  if (!hasWildcard(pattern) || pattern.length > 2000) return (text) => text === pattern;
  const tests = alternatives(pattern).map(single);
  return (text) => text.length < 5000 && tests.some((test) => test(text));
}

function single(pattern: string): Test {
  if (!pattern.includes('/') || pattern.includes('://')) {
    const pieces = piecesOf(pattern);
    return (text) => segmentFits(pieces, text);
  }
  const segments = pattern.split('/').map((segment) => (segment === '**' ? undefined : piecesOf(segment)));
  return (text) => pathFits(segments, text.split('/'));
}

/** `{a,b}` opened up; nested and unclosed braces stay as they are. */
function alternatives(pattern: string): readonly string[] {
  let all = [pattern];
  for (let round = 0; round < 4; round += 1) {
    const next = all.flatMap((each) => {
      const found = /\{([^{}]*)\}/.exec(each);
      if (!found?.[1]?.includes(',')) return [each];
      const [whole, inner] = found;
      return inner
        .split(',')
        .map((choice) => each.slice(0, found.index) + choice + each.slice(found.index + whole.length));
    });
    if (next.length === all.length || next.length > MAX_ALTERNATIVES) break;
    all = next;
  }
  return all;
}

function piecesOf(segment: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < segment.length; at += 1) {
    const char = segment[at] ?? '';
    const end = char === '[' ? segment.indexOf(']', at + 2) : -1;
    if (char === '*') {
      if (pieces.length === 0 || pieces.at(-1) !== undefined) pieces.push(undefined);
    } else if (char === '?') pieces.push(() => true);
    else if (end > 0) {
      pieces.push(charClass(segment.slice(at + 1, end)));
      at = end;
    } else pieces.push((given) => given === char);
  }
  return pieces;
}

function charClass(inner: string): (char: string) => boolean {
  const negated = /^[!^]/.test(inner);
  const body = negated ? inner.slice(1) : inner;
  return (char) => {
    let inside = false;
    for (let at = 0; at < body.length; at += 1) {
      const from = body[at] ?? '';
      const to = body[at + 1] === '-' ? body[at + 2] : undefined;
      if (to === undefined) inside ||= char === from;
      else {
        inside ||= char >= from && char <= to;
        at += 2;
      }
    }
    return inside !== negated;
  };
}

/** The classic walk that goes back to the last star only. */
function segmentFits(pieces: readonly Piece[], text: string): boolean {
  let piece = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    const test = pieces[piece];
    if (piece < pieces.length && test === undefined) {
      star = piece;
      mark = at;
      piece += 1;
    } else if (test?.(text[at] ?? '')) {
      piece += 1;
      at += 1;
    } else if (star >= 0) {
      piece = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (piece < pieces.length && pieces[piece] === undefined) piece += 1;
  return piece === pieces.length;
}

/** The same walk over segments, where `undefined` stands for `**`. */
function pathFits(segments: readonly (readonly Piece[] | undefined)[], texts: readonly string[]): boolean {
  let segment = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (at < texts.length) {
    const pieces = segments[segment];
    if (segment < segments.length && pieces === undefined) {
      star = segment;
      mark = at;
      segment += 1;
    } else if (pieces && segmentFits(pieces, texts[at] ?? '')) {
      segment += 1;
      at += 1;
    } else if (star >= 0) {
      segment = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  while (segment < segments.length && segments[segment] === undefined) segment += 1;
  return segment === segments.length;
}
