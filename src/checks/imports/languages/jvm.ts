import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, ImportLanguage, Places, Reached } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';

const LEXIS: Lexis = {
  line: ['//'],
  block: [['/*', '*/']],
  strings: [
    { open: '"""', close: '"""', lines: true },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};

const BUILTIN =
  /^(?:java|jdk|sun|com\.sun|kotlin|javax\.(?:annotation\.processing|crypto|imageio|lang|management|naming|net|script|security|sql|swing|tools|xml))(?:\.|$)/;

/** Imports of Java and Kotlin: classes by the package they are in. */
export const jvm: ImportLanguage = {
  id: 'jvm',
  folders: true,
  reads: (path) => /\.(?:java|kts?)$/.test(path),
  facts(_path, text) {
    const code = mask(text, LEXIS);
    const imports: ImportFact[] = [];
    for (const found of code.matchAll(
      /^[ \t]*(import[ \t]+(static[ \t]+)?([\w`]+(?:\.[\w`]+)*(?:\.\*)?)(?:[ \t]+as[ \t]+\w+)?)/gm,
    )) {
      const specifier = (found[3] ?? '').replaceAll('`', '');
      const end = found.index + found[0].length;
      const start = end - (found[1] ?? '').length;
      const name = specifier.slice(specifier.lastIndexOf('.') + 1);
      imports.push({
        specifier: found[2] ? `static ${specifier}` : specifier,
        names: [name],
        typeOnly: false,
        lazy: false,
        start,
        end,
      });
    }
    return { imports };
  },
  resolve({ specifier }, from, places) {
    const isStatic = specifier.startsWith('static ');
    const name = specifier.replace(/^static /, '').replace(/\.\*$/, '');
    const module = name.replaceAll('.', '/');
    if (BUILTIN.test(name)) return [{ kind: 'builtin', module }];
    const parts = name.split('.');
    // `a.b.C`, `a.b.C.Inner` or `static a.b.C.member`: the class is the last part that has a file.
    for (let length = parts.length; length > 0 && length > parts.length - (isStatic ? 3 : 2); length--) {
      const found = classAt(parts.slice(0, length), from, places);
      if (found) return [{ ...found, module }];
    }
    const folder = packageFolder(specifier.endsWith('*') && !isStatic ? parts : parts.slice(0, -1), from, places);
    if (folder === undefined) return [{ kind: 'package', module }];
    if (specifier.endsWith('*')) return [{ kind: 'folder', path: folder, module }];
    return [{ kind: 'missing', path: join(folder, parts.at(-1) ?? ''), module }];
  },
};

function classAt(parts: readonly string[], from: RepoPath, places: Places): Reached | undefined {
  const stem = parts.join('/');
  const name = parts.at(-1) ?? '';
  const candidates = ['java', 'kt'].flatMap((extension) =>
    places
      .named(`${name}.${extension}`)
      .filter((path) => path === `${stem}.${extension}` || path.endsWith(`/${stem}.${extension}`)),
  );
  const path = nearest(candidates, from);
  return path === undefined ? undefined : { kind: 'file', path };
}

/** The folder of a package below one of the source roots that are customary or that the importing file shows. */
function packageFolder(parts: readonly string[], from: RepoPath, places: Places): RepoPath | undefined {
  const path = parts.join('/');
  if (path === '') return undefined;
  for (const root of sourceRoots(from)) {
    const folder = join(root, path);
    if (places.isFolder(folder)) return folder;
  }
  // In the same family of packages it is a class of this repository that is not there yet.
  const family = parts.slice(0, 2).join('/');
  const root = sourceRoots(from).find((candidate) => folderOf(from).startsWith(join(candidate, family)));
  return parts.length > 2 && root !== undefined && family.includes('/') ? join(root, path) : undefined;
}

function sourceRoots(from: RepoPath): readonly RepoPath[] {
  const roots: string[] = [];
  const found = /^(.*?)(?:^|\/)src\/(\w+)\/(java|kotlin)\//.exec(from);
  const base = found?.[1] ?? '';
  for (const set of new Set([found?.[2] ?? 'main', 'main', 'commonMain', 'test'])) {
    for (const language of ['java', 'kotlin']) roots.push(`${base}/src/${set}/${language}`);
  }
  return [...roots, `${base}/src`, base, ''].map((root) => join('' as RepoPath, root.replace(/^\//, '')));
}

/** Of several files the one that shares most of its way with the importing file. */
function nearest(paths: readonly RepoPath[], from: RepoPath): RepoPath | undefined {
  const shared = (path: string): number => {
    let at = 0;
    while (at < path.length && path[at] === from[at]) at++;
    return at;
  };
  return [...paths].sort((a, b) => shared(b) - shared(a))[0];
}

function join(folder: RepoPath, rest: string): RepoPath {
  return joinRepoPath(folder, rest) ?? folder;
}
