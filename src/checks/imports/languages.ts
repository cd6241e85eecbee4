import type { RepoPath } from '../../model/path.ts';
import type { ImportLanguage } from './fact.ts';
import { javascript } from './languages/javascript.ts';

const LANGUAGES: readonly ImportLanguage[] = [javascript];

const byExtension = new Map<string, ImportLanguage | undefined>();

/** The language whose imports a file has; `undefined` for one without. */
export function languageOf(path: RepoPath): ImportLanguage | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (!byExtension.has(extension))
    byExtension.set(
      extension,
      LANGUAGES.find((language) => language.reads(path)),
    );
  return byExtension.get(extension);
}
