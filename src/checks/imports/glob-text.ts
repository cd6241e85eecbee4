import picomatch from 'picomatch';

/** A test for texts with `/` between their parts, by globs. */
export type TextTest = (text: string) => boolean;

/** Module names: a glob covers what lies below it (`lodash` covers `lodash/fp`; `lodash/*` only deep ones). */
export function moduleTest(globs: readonly string[]): TextTest {
  const test = picomatch(
    globs.flatMap((glob) => {
      const plain = modulePath(glob);
      return [plain, `${plain}/**`];
    }),
    { dot: true },
  );
  // `lodash/**` would also match `lodash`, which a deep ban leaves alone.
  const shallow = globs
    .map(modulePath)
    .filter((glob) => /\/\*\*?$/.test(glob))
    .map((glob) => glob.replace(/\/\*\*?$/, ''));
  return (module) => !shallow.includes(module) && test(module);
}

/** Parts of module names joined by `/` in every language: `a.b`, `a::b`, `a\b`. */
export function modulePath(name: string): string {
  return name.replace(/::|\\/g, '/');
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
