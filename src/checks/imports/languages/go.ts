import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage, Places, Reached } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';

const LEXIS: Lexis = {
  line: ['//'],
  block: [['/*', '*/']],
  strings: [
    { open: '"', close: '"' },
    { open: '`', close: '`', raw: true, lines: true },
    { open: "'", close: "'" },
  ],
};

/** Imports of packages by their path; a package is a folder. */
export const go: ImportLanguage = {
  id: 'go',
  folders: true,
  reads: (path) => path.endsWith('.go'),
  facts(_path, text) {
    const code = mask(text, LEXIS);
    const imports: ImportFact[] = [];
    for (const block of code.matchAll(/^import\b\s*(\([^)]*\)|[^\n;]*)/gm)) {
      const at = block.index + block[0].length - (block[1] ?? '').length;
      for (const found of (block[1] ?? '').matchAll(/([\w.]+[ \t]+)?(["`])\s*\2/g)) {
        const start = at + found.index;
        const end = start + found[0].length;
        const specifier = text.slice(start + (found[1]?.length ?? 0) + 1, end - 1);
        imports.push({
          specifier,
          names: found[1]?.trim() === '_' ? [] : ['*'],
          typeOnly: false,
          lazy: false,
          start,
          end,
        });
      }
    }
    return { imports };
  },
  resolve({ specifier }, from, places) {
    if (specifier === 'C') return [{ kind: 'builtin', module: 'C' }];
    if (specifier.startsWith('.')) {
      const path = joinRepoPath(folderOf(from), specifier);
      return path === undefined ? [] : [packageAt(path, undefined, places)];
    }
    for (const { name, folder } of modules(places)) {
      if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
      const path = joinRepoPath(folder, `.${specifier.slice(name.length)}`);
      if (path !== undefined) return [packageAt(path, specifier, places)];
    }
    const isStandard = !specifier.split('/')[0]?.includes('.');
    return [{ kind: isStandard ? 'builtin' : 'package', module: specifier }];
  },
};

function packageAt(path: RepoPath, module: string | undefined, places: Places): Reached {
  return { kind: places.isFolder(path) ? 'folder' : 'missing', path, ...(module !== undefined && { module }) };
}

/** The modules of the repository, longest name first. */
function modules(places: Places): readonly { readonly name: string; readonly folder: RepoPath }[] {
  return places.known('go-modules', () =>
    places
      .named('go.mod')
      .flatMap((file) => {
        const name = /^module[ \t]+"?([^\s"]+)/m.exec(places.manifest(file) ?? '')?.[1];
        return name === undefined ? [] : [{ name, folder: folderOf(file) }];
      })
      .sort((a, b) => b.name.length - a.name.length),
  );
}
