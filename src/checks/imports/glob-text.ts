import picomatch from 'picomatch';

/** A test for texts with `/` between their parts, by globs. */
export type TextTest = (text: string) => boolean;

/** Module names: a glob covers what lies below it (`lodash` covers `lodash/fp`; `lodash/*` only deep ones). */
export function moduleTest(globs: readonly string[]): TextTest {
  const spelled = globs.flatMap(moduleSpellings);
  const test = picomatch(
    spelled.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
  // `lodash/**` would also match `lodash`, which a deep ban leaves alone.
  const shallow = spelled.filter((glob) => /\/\*\*?$/.test(glob)).map((glob) => glob.replace(/\/\*\*?$/, ''));
  return (module) => !shallow.includes(module) && test(module);
}

/** Names are joined by `/` here, whatever the language joins them by: `a.b`, `a::b`, `a\b`; crates have `_` for `-`. */
function moduleSpellings(name: string): readonly string[] {
  const plain = name.replace(/::|\\/g, '/');
  return [...new Set([plain, plain.replaceAll('.', '/'), plain.replaceAll('-', '_')])];
}

/** Specifiers as written; `.` and `..` count as parts that `**` covers. */
export function specifierTest(globs: readonly string[]): TextTest {
  const test = picomatch(globs.map(withoutDots), { dot: true });
  return (specifier) => test(withoutDots(specifier));
}

/** Glob matchers give dot segments a meaning of their own. */
function withoutDots(text: string): string {
  return text
    .split('/')
    .map((part) => (part === '..' ? '\u2191' : part === '.' ? '\u00b7' : part))
    .join('/');
}

export function nameTest(globs: readonly string[]): TextTest {
  return picomatch([...globs], { dot: true, bash: true });
}
