import { parse } from 'jsonc-parser';
import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage, Places } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';
import { record } from './tsconfig.ts';

const LEXIS: Lexis = {
  line: ['//', '#'],
  block: [['/*', '*/']],
  strings: [
    { open: '"', close: '"', lines: true },
    { open: "'", close: "'", lines: true },
  ],
};

const USE =
  /^([ \t]*)use[ \t]+(?:(function|const)[ \t]+)?\\?([A-Za-z_][\w\\]*)(?:[ \t]*\{([^}]*)\}|((?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[^;]*)?))[ \t]*;/gm;
const FILE = /\b(?:require|include)(?:_once)?\b[ \t]*\(?[ \t]*(?:__DIR__[ \t]*\.[ \t]*)?(["'])[^"'\n]*\1/g;

/** `use` of PHP by PSR-4, and files that are required. A trait used in a class is no import but by its full name. */
export const php: ImportLanguage = {
  id: 'php',
  reads: (path) => path.endsWith('.php'),
  facts(_path, text) {
    const code = mask(text.replaceAll('#[', '  '), LEXIS);
    const imports: ImportFact[] = [];
    for (const found of code.matchAll(USE)) {
      const [whole, indent = '', kind, name = '', group, more = ''] = found;
      if (indent !== '' && !name.includes('\\')) continue;
      const place = {
        typeOnly: false,
        lazy: false,
        start: found.index + indent.length,
        end: found.index + whole.length,
      };
      const prefix = group === undefined ? '' : name.replace(/\\?$/, '\\');
      const members = group === undefined ? [name, ...more.split(',').slice(1)] : group.split(',');
      for (const member of members) {
        const used =
          prefix +
          member
            .trim()
            .replace(/\s+as\s+\w+$/, '')
            .replace(/^(?:function|const)\s+/, '')
            .replace(/^\\/, '');
        if (used === prefix) continue;
        const last = used.slice(used.lastIndexOf('\\') + 1);
        imports.push({
          specifier: kind === undefined ? used : used.slice(0, -last.length - 1),
          names: [last],
          ...place,
        });
      }
    }
    for (const found of code.matchAll(FILE)) {
      const end = found.index + found[0].length;
      const path = text.slice(text.lastIndexOf(found[1] ?? '"', end - 2) + 1, end - 1);
      if (!/\$/.test(path))
        imports.push({
          specifier: `./${path.replace(/^\.?\//, '')}`,
          names: ['*'],
          typeOnly: false,
          lazy: false,
          start: found.index,
          end,
        });
    }
    return { imports: imports.sort((a, b) => a.start - b.start) };
  },
  resolve({ specifier }, from, places) {
    if (specifier.startsWith('./')) {
      const path = joinRepoPath(folderOf(from), specifier);
      return path === undefined ? [] : [{ kind: places.isFile(path) ? 'file' : 'missing', path }];
    }
    const module = specifier.replaceAll('\\', '/');
    for (const { prefix, folder } of autoload(places)) {
      if (!`${specifier}\\`.startsWith(prefix)) continue;
      const path = joinRepoPath(folder, specifier.slice(prefix.length).replaceAll('\\', '/')) ?? folder;
      const file = `${path}.php` as RepoPath;
      if (places.isFile(file)) return [{ kind: 'file', path: file, module }];
      return [places.isFolder(path) ? { kind: 'folder', path, module } : { kind: 'missing', path, module }];
    }
    return [{ kind: specifier.includes('\\') ? 'package' : 'builtin', module }];
  },
};

/** Namespaces of the repository and their folders, longest first. */
function autoload(places: Places): readonly { readonly prefix: string; readonly folder: RepoPath }[] {
  return places.known('psr-4', () =>
    places
      .named('composer.json')
      .flatMap((file) => {
        const manifest = record(parse(places.manifest(file) ?? ''));
        return [manifest.autoload, manifest['autoload-dev']].flatMap((part) =>
          Object.entries(record(record(part)['psr-4'])).flatMap(([prefix, folders]) =>
            (Array.isArray(folders) ? folders : [folders]).flatMap((folder) => {
              const path = typeof folder === 'string' ? joinRepoPath(folderOf(file), folder) : undefined;
              return path === undefined ? [] : [{ prefix, folder: path }];
            }),
          ),
        );
      })
      .sort((a, b) => b.prefix.length - a.prefix.length),
  );
}
