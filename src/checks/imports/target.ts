import type { ImportTarget } from '../../model/checks/imports.ts';
import type { RepoPath } from '../../model/path.ts';
import { globTest, type PathTest } from '../../repository/globs.ts';
import { type Edge, namesOf, type Reached } from './fact.ts';
import { moduleTest, nameTest, specifierTest } from './glob-text.ts';

/** What an import may reach, ready to test. Without paths, packages and built-ins, anything. */
export interface Target {
  /** Some of what the edge takes is meant. */
  meets(edge: Edge): boolean;
  /** All of what the edge takes is meant. */
  covers(edge: Edge): boolean;
  /** The names that are meant, where the target asks for names. */
  symbols(edge: Edge): readonly string[];
  /** Does a file of the repository lie in it? */
  holds: PathTest;
}

export function compileTarget(target: ImportTarget): Target {
  const paths = target.paths ? globTest(target.paths) : () => false;
  const packages = target.packages ? packageTest(target.packages) : () => false;
  const builtins = target.builtins
    ? moduleTest(target.builtins.map((glob) => glob.replace(/^node:/, '')))
    : () => false;
  const specifier = target.specifiers ? specifierTest(target.specifiers) : () => true;
  const symbol = target.symbols ? nameTest(target.symbols) : undefined;
  const anywhere = !target.paths && !target.packages && !target.builtins;

  const reaches = (edge: Edge): boolean =>
    specifier(edge.fact.specifier) &&
    (anywhere ||
      reachesPath(edge.to, paths) ||
      (edge.to.module !== undefined && packages(edge.to)) ||
      (edge.to.kind === 'builtin' && edge.to.module !== undefined && builtins(edge.to.module)));

  const symbols = (edge: Edge): readonly string[] => (symbol ? namesOf(edge).filter((name) => symbol(name)) : []);
  return {
    meets: (edge) => reaches(edge) && (!symbol || symbols(edge).length > 0),
    covers: (edge) => reaches(edge) && (!symbol || symbols(edge).length === namesOf(edge).length),
    symbols,
    holds: (path) => (target.paths ? paths(path) : false),
  };
}

/** Does a path target mean what is reached? A file that is not there (yet) may have any usual extension. */
export function reachesPath(to: Reached, test: PathTest): boolean {
  return to.path !== undefined && spellings(to).some(test);
}

/** The paths that what is reached may have. */
export function spellings({ kind, path }: Reached): readonly RepoPath[] {
  if (path === undefined) return [];
  if (kind !== 'missing') return [path];
  return [path, ...['.ts', '.tsx', '.js', '.jsx', '.py', '.rs', '/index.ts'].map((end) => `${path}${end}` as RepoPath)];
}

/** Packages by name; built-in modules only where they are named without a star. */
function packageTest(globs: readonly string[]): (to: Reached) => boolean {
  const all = moduleTest(globs.map(bare));
  const named = moduleTest(globs.map(bare).filter((glob) => !/[*?[{]/.test(glob)));
  return (to) => {
    const test = to.kind === 'builtin' ? named : all;
    const module = to.module ?? '';
    // `from os import path` is an import of `os.path`.
    return test(module) || (to.names ?? []).some((name) => test(`${module}/${name}`));
  };
}

function bare(glob: string): string {
  return glob.replace(/^node:/, '');
}
