import { builtinModules } from 'node:module';
import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { ImportFact, Places, Reached } from '../fact.ts';
import { fileAt, folderAt } from './javascript-files.ts';
import { nearestPackage, packageImport, workspaceFile, workspacePackage } from './packages.ts';
import { aliasesFor } from './tsconfig.ts';

const ROOT = '' as RepoPath;
const BUILTINS = new Set(builtinModules.filter((name) => !name.startsWith('_')));

/** Resolves as bundlers and TypeScript do, against the files of a view instead of the disk. */
export function resolveJavaScript(fact: ImportFact, from: RepoPath, places: Places): readonly Reached[] {
  const specifier = fact.specifier.replace(/^.*!/, '').replace(/(?<=.)[?#].*$/, '');
  const folder = folderOf(from);
  if (/^\.\.?(?:\/|$)/.test(specifier)) {
    const path = joinRepoPath(folder, specifier);
    return path === undefined
      ? [{ kind: 'package', module: specifier }]
      : [at(path, places, /(?:\/|^\.{1,2}|\/\.{1,2})$/.test(specifier))];
  }
  if (specifier.startsWith('/')) return [at((joinRepoPath(ROOT, specifier.slice(1)) ?? ROOT) as RepoPath, places)];
  const scheme = /^(node|bun|deno|npm|jsr|https?|data|file|virtual):(.*)$/.exec(specifier);
  if (scheme) return [schemed(scheme[1] ?? '', scheme[2] ?? '', specifier)];
  return [bare(specifier, folder, places)];
}

/** `./x/`, `.` and `..` mean the folder, also where a file has its name. */
function at(path: RepoPath, places: Places, asFolder = false): Reached {
  return (asFolder ? folderAt(path, places) : fileAt(path, places)) ?? { kind: 'missing', path };
}

function schemed(scheme: string, rest: string, specifier: string): Reached {
  if (scheme === 'node') return { kind: 'builtin', module: rest };
  if (scheme === 'bun' || scheme === 'deno') return { kind: 'builtin', module: specifier };
  const module = scheme === 'npm' || scheme === 'jsr' ? rest.replace(/^\/|(?<=[^/])@[^/]*/g, '') : specifier;
  return { kind: 'package', module };
}

function bare(specifier: string, folder: RepoPath, places: Places): Reached {
  if (specifier.startsWith('#')) {
    const inner = packageImport(specifier, folder, places);
    if (inner) return inner.path === undefined ? inner : (fileAt(inner.path, places) ?? inner);
  }
  let fallback: RepoPath | undefined;
  for (const { path, certain } of aliasesFor(specifier, folder, places)) {
    const found = fileAt(path, places);
    if (found && (certain || found.kind === 'file')) return found;
    if (certain) fallback ??= path;
  }
  const workspace = workspacePackage(specifier, folder, places);
  if (workspace) return { ...workspaceFile(workspace, places), module: specifier };
  if (fallback !== undefined) return { kind: 'missing', path: fallback };
  if (BUILTINS.has(specifier)) return { kind: 'builtin', module: specifier };
  return customAlias(specifier, folder, places) ?? { kind: 'package', module: specifier };
}

/** `@/x`, `~/x` and `$lib/x` without an alias in sight: from the source folder, as custom has it. */
function customAlias(specifier: string, folder: RepoPath, places: Places): Reached | undefined {
  const found = /^(?:[@~]\/|(\$lib)(?:\/|$))(.*)$/.exec(specifier);
  if (!found) return undefined;
  const rest = `${found[1] ? 'lib/' : ''}${found[2]}`;
  const home = nearestPackage(folder, places)?.folder ?? ROOT;
  const roots = [`${home}/src`, `${home}/app`, home, 'src', ROOT].map((root) => joinRepoPath(ROOT, root) ?? ROOT);
  for (const root of roots) {
    const path = joinRepoPath(root, rest);
    const reached = path === undefined ? undefined : fileAt(path, places);
    if (reached?.kind === 'file') return reached;
  }
  const root = roots.find((candidate) => candidate !== ROOT && places.isFolder(candidate)) ?? ROOT;
  const path = joinRepoPath(root, rest);
  return path === undefined ? undefined : { kind: 'missing', path };
}
