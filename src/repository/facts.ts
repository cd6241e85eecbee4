import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { folderOf, nameOf, parseRepoPath, type RepoPath } from '../model/path.ts';
import { globTest } from './globs.ts';
import { type RepositoryView, textOf } from './view.ts';

/** A package of this repository: a workspace member, or the root itself. */
export interface LocalPackage {
  readonly name: string;
  readonly folder: RepoPath;
}

/** What the repository itself says: its folders, packages, dependencies, scripts. Read once, when first asked for. */
export interface RepositoryFacts {
  readonly view: RepositoryView;
  folders(): ReadonlySet<RepoPath>;
  packages(): readonly LocalPackage[];
  /** Names of packages that manifests declare as dependencies. */
  dependencies(): ReadonlySet<string>;
  /** Names of package.json scripts and of make, just and task targets at the root. */
  scripts(): ReadonlySet<string>;
  /** How often each file extension (lower case, without dot) occurs. */
  extensions(): ReadonlyMap<string, number>;
  /** Files and folders that a path in prose means, written from `from`; also by its last segments. Empty if none exists. */
  find(text: string, from: RepoPath): readonly RepoPath[];
}

export function repositoryFacts(view: RepositoryView): RepositoryFacts {
  const folders = once(() => allFolders(view.files()));
  const manifests = once(() => view.files().filter((file) => MANIFESTS.has(nameOf(file))));
  const packages = once(() => manifests().flatMap((file) => packageOf(file, textOf(view, file) ?? '')));
  const dependencies = once(
    () => new Set(manifests().flatMap((file) => dependenciesOf(file, textOf(view, file) ?? ''))),
  );
  const scripts = once(() => new Set(rootScripts(view)));
  const extensions = once(() => countExtensions(view.files()));
  const found = new Map<string, readonly RepoPath[]>();
  return {
    view,
    folders,
    packages,
    dependencies,
    scripts,
    extensions,
    find(text, from) {
      const key = `${from}\0${text}`;
      const known = found.get(key) ?? findPath(text, from, view, folders());
      found.set(key, known);
      return known;
    },
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

const MANIFESTS = new Set([
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'go.mod',
  'requirements.txt',
  'composer.json',
  'Gemfile',
]);

function allFolders(files: readonly RepoPath[]): ReadonlySet<RepoPath> {
  const folders = new Set<RepoPath>();
  for (const file of files) {
    for (let folder = folderOf(file); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return folders;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** A manifest as plain data; a broken one is empty: other checks report it. */
function dataOf(file: RepoPath, text: string): Readonly<Record<string, unknown>> {
  try {
    if (file.endsWith('.toml')) return record(parseToml(text));
    return file.endsWith('.json') ? record(parseYaml(text)) : {};
  } catch {
    return {};
  }
}

function packageOf(file: RepoPath, text: string): LocalPackage[] {
  const folder = folderOf(file);
  if (nameOf(file) === 'go.mod') {
    const name = /^module\s+(\S+)/m.exec(text)?.[1];
    return name ? [{ name, folder }] : [];
  }
  const data = dataOf(file, text);
  const names = [data.name, record(data.project).name, record(data.package).name];
  return names.filter((name) => typeof name === 'string').map((name) => ({ name, folder }));
}

function dependenciesOf(file: RepoPath, text: string): string[] {
  switch (nameOf(file)) {
    case 'package.json': {
      const data = dataOf(file, text);
      return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
        Object.keys(record(data[key])),
      );
    }
    case 'pyproject.toml': {
      const project = record(dataOf(file, text).project);
      const listed = project.dependencies;
      return Array.isArray(listed) ? listed.map((each) => String(each).split(/[\s<>=!~;[]/)[0] ?? '') : [];
    }
    case 'Cargo.toml': {
      const data = dataOf(file, text);
      return ['dependencies', 'dev-dependencies', 'build-dependencies'].flatMap((key) =>
        Object.keys(record(data[key])),
      );
    }
    case 'go.mod':
      return [...text.matchAll(/^\s*(?:require\s+)?([\w.-]+\.[\w.-]+\/\S+)\s+v/gm)].map((match) => match[1] ?? '');
    case 'requirements.txt':
      return text
        .split('\n')
        .map((line) => line.split(/[\s<>=!~;[#]/)[0] ?? '')
        .filter((name) => name !== '');
    case 'composer.json': {
      const data = dataOf(file, text);
      return ['require', 'require-dev'].flatMap((key) => Object.keys(record(data[key])));
    }
    default:
      return [...text.matchAll(/^\s*gem\s+['"]([\w-]+)/gm)].map((match) => match[1] ?? '');
  }
}

function rootScripts(view: RepositoryView): string[] {
  const manifest = record(dataOf('package.json' as RepoPath, textOf(view, 'package.json' as RepoPath) ?? '').scripts);
  const targets = ['Makefile', 'makefile', 'GNUmakefile', 'justfile', 'Justfile'].flatMap((file) =>
    [...(textOf(view, file as RepoPath) ?? '').matchAll(/^([\w./-]+)(?:\s+[\w"'=]+)*\s*:(?!=)/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [...Object.keys(manifest), ...targets];
}

function countExtensions(files: readonly RepoPath[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const extension = /\.([A-Za-z0-9]+)$/.exec(nameOf(file))?.[1]?.toLowerCase();
    if (extension) counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return counts;
}

function findPath(
  text: string,
  from: RepoPath,
  view: RepositoryView,
  folders: ReadonlySet<RepoPath>,
): readonly RepoPath[] {
  const bare = text.replace(/^\.?\//, '').replace(/\/+$/, '');
  if (bare === '' || bare === '.') return [];
  if (/[*?{[<]/.test(bare)) {
    const tests = [bare, ...(from === '' ? [] : [`${from}/${bare}`])].map((glob) =>
      globTest([glob.replaceAll(/<[^>]*>/g, '*')]),
    );
    return view.files().filter((file) => tests.some((test) => test(file)));
  }
  for (const candidate of [parseRepoPath(bare), parseRepoPath(from === '' ? bare : `${from}/${bare}`)]) {
    if (candidate !== undefined && view.kind(candidate) !== 'absent') return [candidate];
  }
  // A path whose first folder stands at the root (or here) is a whole one; it does not lie deeper down.
  const [first] = bare.split('/');
  const rooted = [first, from === '' ? first : `${from}/${first}`].some(
    (start) => start !== undefined && folders.has(start as RepoPath),
  );
  if (bare.includes('/') && rooted) return [];
  const suffix = `/${bare}`;
  return [...folders, ...view.files()]
    .filter((path) => path.endsWith(suffix))
    .sort()
    .slice(0, 8);
}
