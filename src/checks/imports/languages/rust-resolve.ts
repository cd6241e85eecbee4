import { folderOf, joinRepoPath, nameOf, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, Places, Reached } from '../fact.ts';

const BUILTIN = new Set(['std', 'core', 'alloc', 'proc_macro', 'test']);

/** The place of a module: `files` holds its own file, `children` the folder where its modules lie. */
interface Module {
  readonly file: RepoPath;
  readonly children: RepoPath;
}

export function resolveRust({ specifier }: ImportFact, from: RepoPath, places: Places): readonly Reached[] {
  if (specifier.startsWith('path:')) {
    const path = joinRepoPath(folderOf(from), specifier.slice(5));
    return path === undefined ? [] : [{ kind: places.isFile(path) ? 'file' : 'missing', path }];
  }
  const parts = specifier.split('::').filter((part) => part !== '');
  const own = moduleOf(from);
  const first = parts[0] ?? '';
  if (first === 'self') return [descend(own, parts.slice(1), places)];
  if (first === 'super') {
    let at: Module | undefined = own;
    let rest = parts;
    while (rest[0] === 'super') {
      at = at && parentOf(at, places);
      rest = rest.slice(1);
    }
    return at ? [descend(at, rest, places)] : [];
  }
  if (first === 'crate') {
    const root = crateRoot(from, places);
    return root ? [descend(root, parts.slice(1), places)] : [];
  }
  if (BUILTIN.has(first)) return [{ kind: 'builtin', module: parts.join('/') }];
  const crate = crates(places).get(first);
  if (crate) return [{ ...descend(crate, parts.slice(1), places), module: parts.join('/') }];
  // A path may also start at a module beside.
  const child = childOf(own, first, places);
  if (child) return [descend(child, parts.slice(1), places)];
  return [{ kind: 'package', module: parts.join('/') }];
}

/** `a/b.rs`, `a/b/mod.rs`: the modules of `b` lie in `a/b/`; those of a crate root beside it. */
function moduleOf(file: RepoPath): Module {
  const name = nameOf(file);
  const folder = folderOf(file);
  const isRoot = name === 'mod.rs' || name === 'lib.rs' || name === 'main.rs' || /(?:^|\/)src\/bin$/.test(folder);
  return { file, children: isRoot ? folder : (file.slice(0, -3) as RepoPath) };
}

function childOf(module: Module, name: string, places: Places): Module | undefined {
  const beside = join(module.children, `${name}.rs`);
  if (places.isFile(beside)) return moduleOf(beside);
  const inside = join(module.children, `${name}/mod.rs`);
  return places.isFile(inside) ? moduleOf(inside) : undefined;
}

/** Follows names down as long as they are modules; what is left are items. */
function descend(start: Module, names: readonly string[], places: Places): Reached {
  let module = start;
  for (const [index, name] of names.entries()) {
    const child = childOf(module, name, places);
    // A lower-case name with more behind it is a module that is not there yet, or one written inside the file.
    if (!child) {
      const isModule = index < names.length - 1 && /^[a-z]/.test(name) && module === start && index === 0;
      const path = join(module.children, names.slice(index, -1).join('/'));
      return isModule && !places.isFile(module.file) ? { kind: 'missing', path } : { kind: 'file', path: module.file };
    }
    module = child;
  }
  return { kind: 'file', path: module.file };
}

function parentOf(module: Module, places: Places): Module | undefined {
  const folder = module.children === folderOf(module.file) ? folderOf(module.children) : folderOf(module.file);
  const candidates = [`${folder}.rs`, join(folder, 'mod.rs'), join(folder, 'lib.rs'), join(folder, 'main.rs')];
  const file = candidates.find((path) => path !== module.file && places.isFile(path as RepoPath));
  return file === undefined ? undefined : moduleOf(file as RepoPath);
}

/** The root of the crate a file belongs to: tests, examples and binaries are crates of their own. */
function crateRoot(from: RepoPath, places: Places): Module | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    if (places.manifest(join(folder, 'Cargo.toml')) !== undefined) {
      const inside = folder === '' ? from : from.slice(folder.length + 1);
      if (!inside.startsWith('src/') || inside.startsWith('src/bin/')) return moduleOf(from);
      const roots = ['src/lib.rs', 'src/main.rs'].map((name) => join(folder, name));
      const root = roots.find((path) => places.isFile(path)) ?? join(folder, 'src/lib.rs');
      return moduleOf(root);
    }
    if (folder === '') break;
  }
  const root = ['src/lib.rs', 'src/main.rs']
    .map((name) => join('' as RepoPath, name))
    .find((path) => places.isFile(path));
  return from.startsWith('src/') ? moduleOf(root ?? ('src/lib.rs' as RepoPath)) : undefined;
}

/** The library crates of the repository by the name that code uses. */
function crates(places: Places): ReadonlyMap<string, Module> {
  return places.known('crates', () => {
    const found = new Map<string, Module>();
    for (const file of places.named('Cargo.toml')) {
      const text = places.manifest(file) ?? '';
      const named = (table: string) =>
        new RegExp(`^\\[${table}\\][^[]*?^name\\s*=\\s*"([^"]+)"`, 'm').exec(text)?.[1]?.replaceAll('-', '_');
      const name = named('lib') ?? named('package');
      if (name !== undefined) found.set(name, moduleOf(join(folderOf(file), 'src/lib.rs')));
    }
    return found;
  });
}

function join(folder: RepoPath, rest: string): RepoPath {
  return joinRepoPath(folder, rest) ?? folder;
}
