import type { RepositoryFacts } from '../../../repository/facts.ts';

const IDLE: ReadonlySet<string> = new Set('the a an our all any each every new of in'.split(' '));
const HEADS: ReadonlySet<string> = new Set('folder folders directory directories code files file'.split(' '));

/**
 * Folders within folders that plain words mean: "store endpoints" → any `store/endpoints`. Each word is the name of a
 * folder, outermost first; `undefined` where no such folders are.
 */
export function nestedArea(words: readonly string[], facts: RepositoryFacts): readonly string[] | undefined {
  const plain = words.map((word) => word.toLowerCase()).filter((word) => !IDLE.has(word));
  const names = plain.filter((word, index) => index < plain.length - 1 || !HEADS.has(word));
  if (names.length < 2 || names.length > 3 || !names.every((name) => /^[a-z][\w-]*$/.test(name))) return undefined;
  const suffix = new RegExp(`(?:^|/)${names.map((name) => `${name.replace(/s$/, '')}s?`).join('/')}$`, 'i');
  const found = new Set([...facts.folders()].flatMap((folder) => suffix.exec(folder)?.[0].replace(/^\//, '') ?? []));
  return found.size > 0 ? [...found].map((folder) => `**/${folder}/**`) : undefined;
}
