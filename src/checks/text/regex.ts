import { RE2JS } from 're2js';

/** A regular expression that takes time linear in the text: no look-around, no back-references. */
export interface Regex {
  readonly source: string;
  test(text: string): boolean;
  /** Start and end offsets of the matches, left to right, not overlapping. */
  ranges(text: string): Iterable<readonly [start: number, end: number]>;
}

/** Compiles RE2 syntax with flags `i`, `m`, `s`. Throws a SyntaxError that says what is wrong with it. */
export function compileRegex(source: string, flags = ''): Regex {
  let bits = 0;
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  const compiled = compiledOrProblem(source, bits);
  return {
    source,
    test: (text) => compiled.test(text),
    *ranges(text) {
      const matcher = compiled.matcher(text);
      while (matcher.find()) yield [matcher.start(), matcher.end()];
    },
  };
}

/** Rules of one kind have the same patterns, and are proven more than once: what was compiled is kept. */
const kept = new Map<string, RE2JS>();
const MOST_KEPT = 1000;

function compiledOrProblem(source: string, bits: number): RE2JS {
  const key = `${bits} ${source}`;
  try {
    const compiled = kept.get(key) ?? RE2JS.compile(source, bits);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, compiled);
    return compiled;
  } catch (error) {
    throw new SyntaxError(`/${source}/ is no RE2 pattern: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A source that matches exactly this text. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (char) => (char === '/' || char === '-' ? char : `\\${char}`));
}
