import { table } from '../../model/table.ts';

const STYLES: Readonly<Record<string, RegExp>> = table({
  camelCase: /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/,
  PascalCase: /^[A-Z][a-z0-9]*([A-Z][a-z0-9]*)*$/,
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  'kebab-case': /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  UPPER_SNAKE: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
});

export const CASE_STYLES: readonly string[] = Object.keys(STYLES);

/** Is a name written in a case style? Leading and trailing underscores, `$`, `@` and `#` are no part of the style. */
export function hasCaseStyle(name: string, style: string): boolean {
  const bare = name.replace(/^[_$@#]+|[_?!]+$/g, '');
  return bare === '' || (STYLES[style]?.test(bare) ?? false);
}
