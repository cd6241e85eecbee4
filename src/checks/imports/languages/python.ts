import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { Facts, ImportFact, ImportLanguage, Places, Reached } from '../fact.ts';
import { type Lexis, mask } from '../mask.ts';
import { PYTHON_BUILTINS } from './python-builtins.ts';

const LEXIS: Lexis = {
  line: ['#'],
  block: [],
  strings: [
    { open: '"""', close: '"""', lines: true },
    { open: "'''", close: "'''", lines: true },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};

const STATEMENT =
  /(^[ \t]*|[;:][ \t]*)(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]*\bimport\b[ \t]*(\([^)]*\)|(?:[^\n;\\]|\\\r?\n)*)|import[ \t]+((?:[^\n;\\]|\\\r?\n)*))/gm;
const DYNAMIC = /\b(?:import_module|__import__)\s*\(\s*(?=["'])/g;

/** Absolute and relative imports, those under `if TYPE_CHECKING` and inside functions, and `import_module('…')`. */
export const python: ImportLanguage = {
  id: 'python',
  reads: (path) => /\.pyi?$/.test(path),
  byName: true,
  facts(_path, text) {
    if (!/\bimport/.test(text)) return { imports: [] };
    return readPython(text);
  },
  resolve: resolvePython,
};

function readPython(text: string): Facts {
  const code = mask(text, LEXIS);
  const typing = typingBlocks(code);
  const imports: ImportFact[] = [];
  for (const found of code.matchAll(STATEMENT)) {
    const [whole, lead = '', dots = '', module = '', names, modules] = found;
    const start = found.index + lead.length;
    const place = {
      typeOnly: typing.some(([from, to]) => start >= from && start < to),
      lazy: lead.trim() === '' && lead !== '' && isInFunction(code, found.index, lead.length),
      start,
      end: found.index + whole.trimEnd().length,
    };
    if (names !== undefined) {
      if (dots + module !== '') imports.push({ specifier: dots + module, names: imported(names), ...place });
    } else {
      for (const name of imported(modules ?? '')) imports.push({ specifier: name, names: ['*'], ...place });
    }
  }
  for (const found of code.matchAll(DYNAMIC)) {
    const start = found.index;
    const literal = /^["']([\w.]+)["']/.exec(text.slice(start + found[0].length));
    const end = start + found[0].length + (literal?.[0].length ?? 0);
    if (literal) imports.push({ specifier: literal[1] ?? '', names: ['*'], typeOnly: false, lazy: true, start, end });
  }
  return { imports };
}

/** `(a as b, c)` → a, c */
function imported(list: string): readonly string[] {
  return list
    .replace(/[()\\]/g, ' ')
    .split(',')
    .flatMap((item) => /^\s*([\w.]+|\*)(?:\s+as\s+\w+)?\s*$/.exec(item)?.[1] ?? []);
}

/** Where `if TYPE_CHECKING:` blocks begin and end. */
function typingBlocks(code: string): readonly (readonly [number, number])[] {
  return [...code.matchAll(/^([ \t]*)if[ \t]+(?:\w+\.)?TYPE_CHECKING[ \t]*:.*$/gm)].map((found) => {
    const indent = (found[1] ?? '').length;
    let end = found.index + found[0].length + 1;
    for (const line of code.slice(end).split('\n')) {
      if (line.trim() !== '' && line.search(/\S/) <= indent) break;
      end += line.length + 1;
    }
    return [found.index, end] as const;
  });
}

/** Is the line at an offset, indented so far, part of a function? */
function isInFunction(code: string, offset: number, indent: number): boolean {
  let depth = indent;
  for (let end = offset; end > 0 && depth > 0; ) {
    const start = code.lastIndexOf('\n', end - 2) + 1;
    const line = code.slice(start, end);
    const here = line.search(/\S/);
    if (here >= 0 && here < depth) {
      if (/^\s*(?:async[ \t]+)?def\b/.test(line)) return true;
      depth = here;
    }
    end = start;
  }
  return false;
}

const ROOT = '' as RepoPath;

function resolvePython(fact: ImportFact, from: RepoPath, places: Places): readonly Reached[] {
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
