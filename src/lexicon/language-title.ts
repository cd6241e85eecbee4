import type { Language } from '../model/language.ts';
import type { Lexicon } from './lexicon.ts';

/** What a person calls a language. */
export function titleOfLanguage(language: Language, lexicon: Lexicon): string {
  if (language === 'tsx') return 'TSX';
  const name = Object.values(lexicon.languages).find(({ languages }) => languages[0] === language);
  return name?.alone[0] ?? name?.names[0]?.replace(/ (?:file|code|script)$/, '') ?? language;
}

/** Languages as a sentence lists them: "Python and Swift"; TSX goes without saying beside TypeScript. */
export function titlesOfLanguages(languages: readonly Language[], lexicon: Lexicon): string {
  const told = languages.includes('typescript') ? languages.filter((language) => language !== 'tsx') : languages;
  const titles = [...new Set(told.map((language) => titleOfLanguage(language, lexicon)))];
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}
