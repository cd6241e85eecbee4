import { parse } from 'jsonc-parser';
import { folderOf, joinRepoPath, type RepoPath } from '../../../model/path.ts';
import type { Places } from '../fact.ts';

interface Aliases {
  readonly base: RepoPath | undefined;
  /** Pattern with at most one star → paths from the root, most telling pattern first. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

/** A place where a specifier may lie; `certain` where only an alias can have been meant. */
export interface Candidate {
  readonly path: RepoPath;
  readonly certain: boolean;
}

/** Where `paths` and `baseUrl` of the nearest tsconfig or jsconfig send a specifier, best first. */
export function aliasesFor(specifier: string, folder: RepoPath, places: Places): readonly Candidate[] {
  const aliases = places.known(`aliases:${folder}`, () => nearest(folder, places));
  if (!aliases) return [];
  const found: Candidate[] = [];
  for (const [pattern, targets] of aliases.paths) {
    const star = matchStar(pattern, specifier);
    if (star === undefined) continue;
    for (const target of targets) {
      const path = joinRepoPath('' as RepoPath, target.replace('*', star));
      if (path !== undefined) found.push({ path, certain: pattern !== '*' });
    }
  }
  const based = aliases.base === undefined ? undefined : joinRepoPath(aliases.base, specifier);
  if (based !== undefined) found.push({ path: based, certain: false });
  return found;
}

function matchStar(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : undefined;
  const end = pattern.slice(star + 1);
  const fits = specifier.startsWith(pattern.slice(0, star)) && specifier.endsWith(end);
  return fits && specifier.length >= pattern.length - 1
    ? specifier.slice(star, specifier.length - end.length)
    : undefined;
}

function nearest(folder: RepoPath, places: Places): Aliases | undefined {
  for (const name of ['tsconfig.json', 'jsconfig.json']) {
    const file = joinRepoPath(folder, name);
    if (file !== undefined && places.manifest(file) !== undefined) return load(file, places, 0);
  }
  return folder === ''
    ? undefined
    : places.known(`aliases:${folderOf(folder)}`, () => nearest(folderOf(folder), places));
}

const MAX_DEPTH = 8;

function load(file: RepoPath, places: Places, depth: number): Aliases | undefined {
  const text = places.manifest(file);
  if (text === undefined || depth > MAX_DEPTH) return undefined;
  const config = record(parse(text, [], { allowTrailingComma: true }));
  const options = record(config.compilerOptions);
  const folder = folderOf(file);
  const inherited = strings(config.extends)
    .flatMap((name) => load(extended(name, folder, places), places, depth + 1) ?? [])
    .at(-1);
  const base = typeof options.baseUrl === 'string' ? joinRepoPath(folder, options.baseUrl) : inherited?.base;
  const own = Object.entries(record(options.paths)).map(
    ([pattern, targets]) =>
      [pattern, strings(targets).flatMap((target) => joinRepoPath(base ?? folder, target) ?? [])] as const,
  );
  const paths =
    options.paths === undefined ? [...(inherited?.paths ?? []), ...referenced(config, folder, places, depth)] : own;
  return { base, paths: [...paths].sort(([a], [b]) => prefixLength(b) - prefixLength(a)) };
}

/** A tsconfig that only names others (`tsconfig.app.json`, …) lends their aliases. */
function referenced(
  config: Readonly<Record<string, unknown>>,
  folder: RepoPath,
  places: Places,
  depth: number,
): Aliases['paths'] {
  const references = Array.isArray(config.references) ? config.references : [];
  return references.flatMap((reference) => {
    const path = record(reference).path;
    const target = typeof path === 'string' ? joinRepoPath(folder, path) : undefined;
    // A reference to another folder is another project, with aliases of its own.
    return target?.endsWith('.json') && folderOf(target) === folder
      ? (load(target, places, depth + 1)?.paths ?? [])
      : [];
  });
}

function extended(name: string, folder: RepoPath, places: Places): RepoPath {
  const relative = name.startsWith('.')
    ? joinRepoPath(folder, name)
    : joinRepoPath('' as RepoPath, `node_modules/${name}`);
  const path = relative ?? ('' as RepoPath);
  const candidates = [path, `${path}.json`, `${path}/tsconfig.json`] as RepoPath[];
  return (
    candidates.find((candidate) => candidate.endsWith('.json') && places.manifest(candidate) !== undefined) ?? path
  );
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? Number.POSITIVE_INFINITY : star;
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
