import { RE2JS } from 're2js';

/** A linear-time pattern. Throws a RangeError that says what is wrong with it. */
export interface Pattern {
  finds(text: string): boolean;
  matchesWhole(text: string): boolean;
  /** The groups of each place where it is found; group 0 is the whole match. */
  all(text: string): readonly (readonly string[])[];
}

export function compilePattern(source: string): Pattern {
  const compiled = compile(source);
  return {
    finds: (text) => compiled.matcher(text).find(),
    matchesWhole: (text) => compiled.matcher(text).matches(),
    all(text) {
      const found: string[][] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        const groups: string[] = [];
        for (let group = 0; group <= matcher.groupCount(); group++) groups.push(matcher.group(group) ?? '');
        found.push(groups);
      }
      return found;
    },
  };
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.MULTILINE);
  } catch (error) {
    throw new RangeError(`not a valid RE2 pattern: ${source} (${error instanceof Error ? error.message : error})`);
  }
}
