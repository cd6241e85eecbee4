import { parse } from 'jsonc-parser';
import { folderOf, joinRepoPath, nameOf, type RepoPath } from '../../../model/path.ts';
import type { Places, Reached } from '../fact.ts';
import { fileAt } from './javascript-files.ts';
import { record } from './tsconfig.ts';

/** A `package.json` of the repository. */
export interface Package {
  readonly folder: RepoPath;
  readonly name: string | undefined;
  readonly manifest: Readonly<Record<string, unknown>>;
}

export interface WorkspaceImport {
  readonly home: Package;
  /** `.` or `./sub/path`. */
  readonly subpath: string;
}

/** The package that a folder lies in. */
export function nearestPackage(folder: RepoPath, places: Places): Package | undefined {
  return places.known(`package:${folder}`, () => {
    const here = packageAt(folder, places);
    return here ?? (folder === '' ? undefined : nearestPackage(folderOf(folder), places));
  });
}

function packageAt(folder: RepoPath, places: Places): Package | undefined {
  const file = joinRepoPath(folder, 'package.json');
  const text = file === undefined ? undefined : places.manifest(file);
  if (text === undefined) return undefined;
  const manifest = record(parse(text, [], { allowTrailingComma: true }));
  return { folder, name: typeof manifest.name === 'string' ? manifest.name : undefined, manifest };
}

/** Packages of the repository by name, if it is a workspace; else only the package at hand. */
export function workspacePackage(specifier: string, folder: RepoPath, places: Places): WorkspaceImport | undefined {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  const own = nearestPackage(folder, places);
  const home = own?.name === name ? own : workspace(places).get(name);
  return home && { home, subpath: `.${specifier.slice(name.length)}` };
}

function workspace(places: Places): ReadonlyMap<string, Package> {
  return places.known('workspace', () => {
    const root = packageAt('' as RepoPath, places);
    const isWorkspace =
      root?.manifest.workspaces !== undefined ||
      ['pnpm-workspace.yaml', 'lerna.json'].some((file) => places.manifest(file as RepoPath) !== undefined);
    const found = new Map<string, Package>();
    if (!isWorkspace) return found;
    for (const file of places.named('package.json')) {
      const member = packageAt(folderOf(file), places);
      if (member?.name !== undefined && !found.has(member.name)) found.set(member.name, member);
    }
    return found;
  });
}

/** The source file that a package of the repository gives under a subpath, or its folder. */
export function workspaceFile({ home, subpath }: WorkspaceImport, places: Places): Reached {
  const { manifest, folder } = home;
  const exported = entryTargets(manifest.exports, subpath, '.');
  const fields = subpath === '.' ? ['source', 'types', 'module', 'main', 'svelte'] : [];
  const targets = [...exported, ...fields.flatMap((field) => strings(manifest[field]))];
  const plain =
    subpath === '.' ? ['./src/index', './index', './src/main', './lib/index'] : [subpath, `./src/${subpath.slice(2)}`];
  for (const target of [...targets, ...targets.map(sourceOf), ...plain]) {
    const path = joinRepoPath(folder, target);
    const found = path === undefined ? undefined : fileAt(path, places);
    if (found?.kind === 'file') return found;
  }
  return subpath === '.'
    ? { kind: 'folder', path: folder }
    : { kind: 'missing', path: joinRepoPath(folder, subpath) ?? folder };
}

/** `./dist/a.js` → `./src/a`: the output is not in the repository, its source is. */
function sourceOf(target: string): string {
  return target
    .replace(/^\.?\/?(?:dist|build|lib|out|esm|cjs|es)\/(?:(?:esm|cjs|es|types)\/)?/, './src/')
    .replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
}

/** `#name` in the `imports` of the nearest package. */
export function packageImport(specifier: string, folder: RepoPath, places: Places): Reached | undefined {
  const home = nearestPackage(folder, places);
  if (!home) return undefined;
  for (const target of entryTargets(home.manifest.imports, specifier, '')) {
    if (!target.startsWith('./')) return { kind: 'package', module: target };
    for (const candidate of [target, sourceOf(target)]) {
      const path = joinRepoPath(home.folder, candidate);
      const found = path === undefined ? undefined : fileAt(path, places);
      if (found?.kind === 'file') return found;
    }
    const path = joinRepoPath(home.folder, target);
    if (path !== undefined) return { kind: 'missing', path };
  }
  return undefined;
}

/** The targets of an entry of `exports` or `imports`, in the order of their conditions. */
function entryTargets(entries: unknown, key: string, root: string): readonly string[] {
  if (typeof entries === 'string' || Array.isArray(entries)) return key === root ? strings(entries) : [];
  const map = record(entries);
  const isEntries = Object.keys(map).some((name) => /^[.#]/.test(name));
  if (!isEntries) return key === root ? conditions(map) : [];
  if (map[key] !== undefined) return conditions(map[key]);
  const patterns = Object.keys(map)
    .filter((name) => name.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const [start = '', end = ''] = pattern.split('*');
    if (!key.startsWith(start) || !key.endsWith(end) || key.length < pattern.length - 1) continue;
    const star = key.slice(start.length, key.length - end.length);
    return conditions(map[pattern]).map((target) => target.replaceAll('*', star));
  }
  return [];
}

function conditions(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap(conditions);
  const map = record(target);
  const order = ['source', 'development', 'types', 'import', 'module', 'require', 'default'];
  const keys = [...order.filter((name) => name in map), ...Object.keys(map).filter((name) => !order.includes(name))];
  return keys.flatMap((name) => conditions(map[name]));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Is this a manifest of a package? */
export function isPackageManifest(path: RepoPath): boolean {
  return nameOf(path) === 'package.json';
}
