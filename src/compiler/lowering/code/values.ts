import { codeSpanToMatchers } from '../../../checks/code/code-span.ts';
import type { CodeMatcher } from '../../../model/checks/code.ts';
import type { Language } from '../../../model/language.ts';

/** Where a name that stands for a value elsewhere stands for a type, or is only brought in. */
const NOT_VALUES: Readonly<Partial<Record<Language, readonly string[]>>> = {
  typescript: ['(import_statement) @match', '(export_clause) @match'],
  tsx: ['(import_statement) @match', '(export_clause) @match'],
  javascript: ['(import_statement) @match', '(export_clause) @match'],
  python: ['(type) @match', '(import_statement) @match', '(import_from_statement) @match'],
  php: ['(named_type) @match', '(namespace_use_declaration) @match'],
  ruby: [],
};
/** Languages in which the name of a class is a type wherever it stands: it is made so. */
const MADE: Readonly<Partial<Record<Language, string>>> = {
  java: 'new §()',
  csharp: 'new §()',
  kotlin: '§()',
  swift: '§()',
};

/** A name by which a class or another type goes. */
export function namesType(span: string): boolean {
  return /^[A-Z]\w*[a-z]\w*$/.test(span);
}

/** "`Date` directly": what makes one, calls it or takes a member of it; a type of that name is none. */
export function valuesOf(span: string, languages: readonly Language[]): readonly CodeMatcher[] {
  return codeSpanToMatchers(span, languages).flatMap((matcher) =>
    matcher.languages.flatMap((language) => {
      const places = NOT_VALUES[language];
      if (!places) return [];
      const query = matcher.query?.replace('(type_identifier) ', '');
      const where = { ...matcher.where, ...(places.length > 0 && { notInside: [...places] }) };
      return [{ ...matcher, languages: [language], ...(query !== undefined && { query }), where }];
    }),
  );
}

/** How one is made in the languages where that alone tells a value from a type. */
export function makingOf(
  span: string,
  languages: readonly Language[],
): readonly { language: Language; span: string }[] {
  return languages.flatMap((language) => {
    const form = MADE[language];
    return form === undefined ? [] : [{ language, span: form.replace('§', span) }];
  });
}
