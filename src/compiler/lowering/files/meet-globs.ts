import picomatch from 'picomatch';

/** Globs for the files that both sets cover. Exact for folder globs and suffix globs; otherwise the narrower glob is taken where one holds the other's base. */
export function meetGlobs(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.includes('**')) return other;
  if (other.includes('**')) return one;
  const met = one.flatMap((a) => other.flatMap((b) => meetPair(a, b) ?? meetPair(b, a) ?? []));
  return [...new Set(met)];
}

function meetPair(wide: string, narrow: string): string | undefined {
  if (wide === narrow) return narrow;
  // `**/*.ts` holds all of `web/**/*.ts`.
  if (wide.startsWith('**/') && narrow.endsWith(wide.slice(2))) return narrow;
  if (wide.startsWith('**/') && narrow.startsWith('**/')) {
    // Both may lie anywhere: `**/tests/**` with `**/*.py`.
    return wide.endsWith('/**') ? `${wide.slice(0, -2)}${narrow}` : undefined;
  }
  if (wide.endsWith('/**') && narrow.startsWith('**/')) return `${wide.slice(0, -2)}${narrow}`;
  const base = picomatch.scan(wide).base;
  if (wide.endsWith('/**') && !/[*?{[]/.test(wide.slice(0, -3))) {
    const folder = wide.slice(0, -3);
    if (narrow === folder || narrow.startsWith(`${folder}/`)) return narrow;
    if (narrow.startsWith('**/')) return `${folder}/${narrow}`;
    if (!narrow.includes('/') && narrow.startsWith('*')) return `${folder}/**/${narrow}`;
    return undefined;
  }
  return base !== '' && base !== '.' && picomatch(wide)(narrow.replaceAll('*', 'x')) ? narrow : undefined;
}
