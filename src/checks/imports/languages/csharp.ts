import { folderOf, joinRepoPath, nameOf, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage, Places } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';

const LEXIS: Lexis = {
  line: ['//'],
  block: [['/*', '*/']],
  strings: [
    { open: '"""', close: '"""', raw: true, lines: true },
    { open: '@"', close: '"', raw: true, lines: true },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};

/** `using` of C# by namespace, and project and package references of its projects. */
export const csharp: ImportLanguage = {
  id: 'csharp',
  folders: true,
  reads: (path) => /\.(?:cs|csproj)$/.test(path),
  facts(path, text) {
    const imports: ImportFact[] = [];
    const add = (specifier: string, start: number, end: number) =>
      imports.push({ specifier, names: ['*'], typeOnly: false, lazy: false, start, end });
    if (path.endsWith('.csproj')) {
      for (const found of text.matchAll(/<(Project|Package)Reference\b[^>]*?\bInclude\s*=\s*"([^"]+)"[^>]*>/g))
        add(`${found[1] === 'Project' ? 'project:' : ''}${found[2]}`, found.index, found.index + found[0].length);
      return { imports };
    }
    const code = mask(text, LEXIS);
    for (const found of code.matchAll(
      /^[ \t]*((?:global[ \t]+)?using[ \t]+(?:static[ \t]+|unsafe[ \t]+)?(?:\w+[ \t]*=[ \t]*)?(?:global::)?([A-Za-z_][\w.]*)[ \t]*;)/gm,
    )) {
      const end = found.index + found[0].length;
      add(found[2] ?? '', end - (found[1] ?? '').length, end);
    }
    return { imports };
  },
  resolve({ specifier }, from, places) {
    if (specifier.startsWith('project:')) {
      const path = joinRepoPath(folderOf(from), specifier.slice(8).replaceAll('\\', '/'));
      return path === undefined ? [] : [{ kind: places.isFile(path) ? 'file' : 'missing', path }];
    }
    const module = specifier.replaceAll('.', '/');
    for (const { namespace, folder } of projects(places)) {
      if (specifier !== namespace && !specifier.startsWith(`${namespace}.`)) continue;
      const rest = specifier.slice(namespace.length + 1).replaceAll('.', '/');
      const path = joinRepoPath(folder, rest) ?? folder;
      if (places.isFolder(path)) return [{ kind: 'folder', path, module }];
      // `using static A.B.Type`, or a namespace without a folder of its own.
      const file = `${path}.cs` as RepoPath;
      return [places.isFile(file) ? { kind: 'file', path: file, module } : { kind: 'missing', path, module }];
    }
    return [{ kind: /^System(?:\.|$)/.test(specifier) ? 'builtin' : 'package', module }];
  },
};

/** The projects of the repository by root namespace, longest first. */
function projects(places: Places): readonly { readonly namespace: string; readonly folder: RepoPath }[] {
  return places.known('csharp-projects', () =>
    places
      .withExtension('csproj')
      .map((file) => ({
        namespace:
          /<RootNamespace>\s*([\w.]+)\s*</.exec(places.manifest(file) ?? '')?.[1] ??
          nameOf(file).replace(/\.csproj$/, ''),
        folder: folderOf(file),
      }))
      .sort((a, b) => b.namespace.length - a.namespace.length),
  );
}
