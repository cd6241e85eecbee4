import type { RepoPath } from '../../model/path.ts';
import type { ImportLanguage } from './fact.ts';
import { cFamily } from './languages/c-family.ts';
import { csharp } from './languages/csharp.ts';
import { go } from './languages/go.ts';
import { javascript } from './languages/javascript.ts';
import { jvm } from './languages/jvm.ts';
import { php } from './languages/php.ts';
import { python } from './languages/python.ts';
import { ruby } from './languages/ruby.ts';
import { rust } from './languages/rust.ts';

const LANGUAGES: readonly ImportLanguage[] = [javascript, python, go, rust, jvm, cFamily, csharp, ruby, php];

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
