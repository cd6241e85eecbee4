import type { Language } from '../../model/language.ts';

export function patternToQuery(language: Language, _pattern: string): { query: string } | { error: string } {
  return { error: `${language}: code patterns are not supported` };
}
