import type { Mention } from '../../../model/intent.ts';
import { nameOf, type RepoPath } from '../../../model/path.ts';
import { tokenise } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';
import { globsOf } from './reach.ts';

/** Where files are given a place, a noun that is also a notion of code ("test fixtures") means the files. */
export function kindsFirst(mentions: readonly Mention[], { setting }: ReadClause): readonly Mention[] {
  return mentions.flatMap((mention): readonly Mention[] => {
    if (mention.kind !== 'concept') return [mention];
    const kinds = setting.knowledge.typeWords(tokenise(mention.text)).mentions.filter((each) => each.kind === 'files');
    return kinds.length > 0 ? kinds : [mention];
  });
}

/** Names that folders have which hold one kind of files; the first are how the files end. */
const FOLDERS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^(?:js|javascripts?)$/, '*.{js,mjs,cjs,jsx}', ['js', 'javascript', 'javascripts']],
  [/^(?:ts|typescript)$/, '*.{ts,tsx,mts,cts}', ['ts', 'typescript']],
  [/^(?:css|styles|stylesheets)$/, '*.{css,scss,sass,less}', ['css', 'styles', 'stylesheets']],
  [/^(?:scss|sass)$/, '*.{scss,sass}', ['scss', 'sass', 'styles', 'stylesheets']],
];

/**
 * "Put components in `assets/js`": the folder says what kind of files it is about. Elsewhere only folders of such a
 * name are meant, as files of the kind lie in many places.
 */
export function kindsOfFolders(what: readonly Mention[], under: readonly Mention[]): readonly Mention[] {
  if (what.length === 0 || what.some((each) => each.kind === 'path' || each.kind === 'package')) return [];
  return under.flatMap(globsOf).flatMap((glob): readonly Mention[] => {
    const name = nameOf(glob.replace(/\/\*\*$/, '') as RepoPath);
    const found = glob.endsWith('/**') && glob.split('/').length > 2 && FOLDERS.find(([names]) => names.test(name));
    if (!found) return [];
    const [, ending, names] = found;
    const globs = names.map((each) => `**/${each}/**/${ending}`);
    return [{ kind: 'files', id: 'kind-of-folder', text: `files of \`${name}\` folders`, globs }];
  });
}
