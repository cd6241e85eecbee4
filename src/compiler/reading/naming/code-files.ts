import { PROGRAMMING_LANGUAGES } from '../../../model/language.ts';
import type { Knowledge } from './knowledge.ts';

/** Globs of the program text of this repository, in whatever languages it has. */
export function codeGlobs(knowledge: Knowledge): readonly string[] {
  const names = Object.values(knowledge.lexicon.languages).filter(
    (name) =>
      name.languages.some((each) => PROGRAMMING_LANGUAGES.includes(each) && knowledge.languages.has(each)) &&
      name.languages.every((each) => PROGRAMMING_LANGUAGES.includes(each)),
  );
  return [...new Set(names.flatMap((name) => name.globs))];
}
