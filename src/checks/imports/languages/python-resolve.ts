import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, Places, Reached } from '../fact.ts';
import { PYTHON_BUILTINS } from './python-builtins.ts';

const ROOT = '' as RepoPath;

/** Absolute imports start from the roots of the projects around, relative ones from the own package. */
export function resolvePython(fact: ImportFact, from: RepoPath, places: Places): readonly Reached[] {
  const dots = /^\.*/.exec(fact.specifier)?.[0].length ?? 0;
  const parts = fact.specifier
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  if (dots > 0) {
    const base = joinRepoPath(folderOf(from), `./${'../'.repeat(dots - 1)}`);
    const path = base === undefined ? undefined : joinRepoPath(base, parts.join('/'));
    return path === undefined ? [] : membersOf(path, fact, places, undefined);
  }
  const top = parts[0] ?? '';
  for (const root of rootsFor(folderOf(from), places)) {
    if (!moduleAt(below(root, top), places)) continue;
    return membersOf(below(root, parts.join('/')), fact, places, parts.join('/'));
  }
  const module = parts.join('/');
  return [
    {
      kind: PYTHON_BUILTINS.has(top) ? 'builtin' : 'package',
      module,
      ...(fact.names[0] !== '*' && { names: fact.names }),
    },
  ];
}

/** `from a import b`: `b` may be a module of its own. */
function membersOf(path: RepoPath, fact: ImportFact, places: Places, module: string | undefined): readonly Reached[] {
  const named = module === undefined ? {} : { module };
  const itself: Reached = { ...(deepest(path, places) ?? { kind: 'missing', path }), ...named };
  const reached: Reached[] = [];
  const rest: string[] = [];
  for (const name of fact.names) {
    const member = name === '*' ? undefined : moduleAt(below(path, name), places);
    if (
      member &&
      (itself.kind !== 'file' || itself.path?.endsWith('/__init__.py') || itself.path?.endsWith('/__init__.pyi'))
    )
      reached.push({ ...member, names: [name], ...(module !== undefined && { module: `${module}/${name}` }) });
    // In a folder without `__init__.py` there is nothing but modules.
    else if (itself.kind === 'folder' && name !== '*')
      reached.push({ kind: 'missing', path: below(path, name), names: [name], ...named });
    else rest.push(name);
  }
  return rest.length > 0 ? [{ ...itself, names: rest }, ...reached] : reached;
}

/** The module at a path, or the nearest one above that is a file: `import a.b` where `b` is a name in `a.py`. */
function deepest(path: RepoPath, places: Places): Reached | undefined {
  const found = moduleAt(path, places);
  if (found || path === '') return found;
  const above = moduleAt(folderOf(path), places);
  return above?.kind === 'file' && !above.path?.includes('/__init__.py') ? above : undefined;
}

function moduleAt(path: RepoPath, places: Places): Reached | undefined {
  for (const end of ['.py', '/__init__.py', '.pyi', '/__init__.pyi']) {
    const file = `${path}${end}` as RepoPath;
    if (places.isFile(file)) return { kind: 'file', path: file };
  }
  return path !== '' && places.isFolder(path) ? { kind: 'folder', path } : undefined;
}

/** Folders that absolute imports may start from, nearest first: above the own package, projects and their `src`, the root. */
function rootsFor(folder: RepoPath, places: Places): readonly RepoPath[] {
  const roots: RepoPath[] = [];
  let top = folder;
  while (top !== '' && places.isFile(below(top, '__init__.py'))) top = folderOf(top);
  roots.push(top);
  for (let above = folder; ; above = folderOf(above)) {
    const isProject = ['pyproject.toml', 'setup.py', 'setup.cfg'].some(
      (name) => places.manifest(below(above, name)) !== undefined,
    );
    if (isProject || above === '') roots.push(below(above, 'src'), above);
    if (/(?:^|\/)src$/.test(above)) roots.push(above);
    if (above === '') break;
  }
  return [...new Set([...roots, ...projectRoots(places)])];
}

/** Projects of the repository that others may import from. */
function projectRoots(places: Places): readonly RepoPath[] {
  return places.known('python-projects', () =>
    ['pyproject.toml', 'setup.py']
      .flatMap((name) => places.named(name))
      .flatMap((file) => [below(folderOf(file), 'src'), folderOf(file)]),
  );
}

function below(folder: RepoPath, rest: string): RepoPath {
  return joinRepoPath(folder, rest) ?? ROOT;
}
