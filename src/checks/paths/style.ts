import { table } from '../../model/table.ts';

/** Case styles of names. No dependencies, so that any check can use it. */
export const CASE_STYLES = [
  'camelCase',
  'PascalCase',
  'snake_case',
  'kebab-case',
  'UPPER_SNAKE',
  'lowercase',
  'UPPERCASE',
  'Train-Case',
] as const;
export type CaseStyle = (typeof CASE_STYLES)[number];

const SHAPES: Readonly<Record<CaseStyle, RegExp>> = {
  camelCase: /^\p{Ll}[\p{L}\p{N}]*$/u,
  PascalCase: /^\p{Lu}[\p{L}\p{N}]*$/u,
  snake_case: /^[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)*$/u,
  'kebab-case': /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u,
  UPPER_SNAKE: /^[\p{Lu}\p{N}]+(?:_[\p{Lu}\p{N}]+)*$/u,
  lowercase: /^[\p{Ll}\p{N}]+$/u,
  UPPERCASE: /^[\p{Lu}\p{N}]+$/u,
  'Train-Case': /^\p{Lu}[\p{L}\p{N}]*(?:-\p{Lu}[\p{L}\p{N}]*)*$/u,
};

const ALIASES: Readonly<Record<string, CaseStyle>> = table({
  camel: 'camelCase',
  lowercamel: 'camelCase',
  lowercamelcase: 'camelCase',
  mixed: 'camelCase',
  pascal: 'PascalCase',
  uppercamel: 'PascalCase',
  uppercamelcase: 'PascalCase',
  capwords: 'PascalCase',
  studly: 'PascalCase',
  snake: 'snake_case',
  lowersnake: 'snake_case',
  underscore: 'snake_case',
  kebab: 'kebab-case',
  dash: 'kebab-case',
  hyphen: 'kebab-case',
  lisp: 'kebab-case',
  spinal: 'kebab-case',
  screamingsnake: 'UPPER_SNAKE',
  uppersnake: 'UPPER_SNAKE',
  constant: 'UPPER_SNAKE',
  macro: 'UPPER_SNAKE',
  lower: 'lowercase',
  flat: 'lowercase',
  upper: 'UPPERCASE',
  train: 'Train-Case',
});

/** The style that a name of a style means (`SCREAMING_SNAKE_CASE`, `Kebab case`), or `undefined`. */
export function styleNamed(name: string): CaseStyle | undefined {
  const exact = CASE_STYLES.find((style) => style === name);
  if (exact) return exact;
  const bare = name.toLowerCase().replace(/[\s_-]/g, '');
  return ALIASES[bare] ?? ALIASES[bare.replace(/case$/, '')] ?? CASE_STYLES.find((s) => s.toLowerCase() === bare);
}

/**
 * Does a word have this style? A single lower-case word has camelCase, snake_case and kebab-case at once.
 * Leading `_`, `$`, `#` and trailing `_` are marks, not part of the word. An unknown style fits nothing.
 */
export function fits(style: string, word: string): boolean {
  const known = styleNamed(style);
  const bare = word.replace(/^[_$#]+(?=.)/, '').replace(/(?<=.)_+$/, '');
  return known !== undefined && SHAPES[known].test(bare);
}

/** The style that a word shows; for one that has several, the one nearest to a plain word; `undefined` for a mixture. */
export function caseStyleOf(word: string): CaseStyle | undefined {
  const order: readonly CaseStyle[] = ['lowercase', 'UPPERCASE', ...CASE_STYLES];
  return order.find((style) => fits(style, word));
}

/** The words a name is made of, in lower case: `parseHTMLFile` → parse, html, file. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lu}+/gu) ?? []).map((word) => word.toLowerCase());
}

/** A name put into a style: (`kebab-case`, `UserCard`) → `user-card`. */
export function restyle(style: string, name: string): string | undefined {
  const words = wordsOf(name);
  const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  if (words.length === 0) return undefined;
  switch (styleNamed(style)) {
    case 'camelCase':
      return words.map((word, index) => (index === 0 ? word : title(word))).join('');
    case 'PascalCase':
      return words.map(title).join('');
    case 'snake_case':
      return words.join('_');
    case 'kebab-case':
      return words.join('-');
    case 'UPPER_SNAKE':
      return words.join('_').toUpperCase();
    case 'lowercase':
      return words.join('');
    case 'UPPERCASE':
      return words.join('').toUpperCase();
    case 'Train-Case':
      return words.map(title).join('-');
    case undefined:
      return undefined;
  }
}
