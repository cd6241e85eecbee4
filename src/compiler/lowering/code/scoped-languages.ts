import { titlesOfLanguages } from '../../../lexicon/language-title.ts';
import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { type Language, PROGRAMMING_LANGUAGES } from '../../../model/language.ts';
import { parseRepoPath } from '../../../model/path.ts';
import type { Scope } from '../../../model/rule.ts';
import { extensionsOf, languageOf } from '../../../repository/languages.ts';
import { instances, samplePath } from '../draft.ts';

/** Of these languages, those that files of a scope can be of. */
export function languagesIn(scope: Scope | undefined, languages: readonly Language[]): readonly Language[] {
  if (!scope) return languages;
  const named = new Set((scope.include ?? []).flatMap((glob) => instances(glob, 'example').flatMap(languageOfPath)));
  return languages.filter(
    (language) =>
      named.has(language) ||
      extensionsOf(language).some((extension) => samplePath(scope, `example.${extension}`) !== undefined),
  );
}

function languageOfPath(text: string): readonly Language[] {
  const path = parseRepoPath(text);
  const language = path === undefined ? undefined : languageOf(path);
  return language === undefined ? [] : [language];
}

/** Where something cannot be looked for, for its author: "Go", "`notes.txt`". */
export function placeWithout(scope: Scope | undefined, languages: readonly Language[], lexicon: Lexicon): string {
  const there = languagesIn(scope, languages);
  const programming = there.filter((language) => PROGRAMMING_LANGUAGES.includes(language));
  const meant = programming.length > 0 ? programming : there;
  if (meant.length > 0 && meant.length <= 4) return titlesOfLanguages(meant, lexicon);
  const [glob] = scope?.include ?? [];
  return glob === undefined || meant.length > 0 ? 'the languages of this repository' : `\`${glob}\``;
}
