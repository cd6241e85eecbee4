import type { ImportsCheck } from '../../model/checks/imports.ts';
import type { RepoPath } from '../../model/path.ts';
import type { PathTest } from '../../repository/globs.ts';
import type { Edge } from './fact.ts';
import type { ImportGraph } from './import-graph.ts';

export type Contract = ImportsCheck['contract'];
export type ContractOf<T extends Contract['type']> = Extract<Contract, { type: T }>;

/** What breaks a contract in a file. */
export interface Break {
  /** The import to point at; absent where an import is missing. */
  readonly edge?: Edge;
  readonly message: string;
  /** What makes two breaks the same, whatever the way the import is written. */
  readonly found: string;
}

export interface BreakElsewhere extends Break {
  readonly path: RepoPath;
}

/** One contract, ready to judge the imports of one file. */
export interface Judge {
  /** What the file's own imports break. */
  breaks(path: RepoPath, graph: ImportGraph): readonly Break[];
  /** What they break for others: a file in the middle of a chain. Only asked for changes. */
  passesOn?(path: RepoPath, graph: ImportGraph): readonly Break[];
  /** What breaks elsewhere when files go or move. */
  leavesBehind?(gone: readonly RepoPath[], before: ImportGraph, after: ImportGraph): readonly BreakElsewhere[];
}

/** `inScope` says which importing files the rule holds for. */
export type Compile<T extends Contract['type']> = (contract: ContractOf<T>, inScope: PathTest) => Judge;

/** An import as a person reads it: as written, and where it leads if that says more. */
export function shown({ fact, to }: Edge): string {
  const leads = to.path !== undefined && to.path !== fact.specifier ? ` (${to.path})` : '';
  return `\`${fact.specifier}\`${leads}`;
}

/** What is reached, the same for every way to write it. */
export function reachedName({ fact, to }: Edge): string {
  return to.path ?? to.module ?? fact.specifier;
}

/** `a`, `b` or `c` as code. */
export function anyOf(globs: readonly string[] | undefined): string {
  return (globs ?? []).map((glob) => `\`${glob}\``).join(' or ');
}

/** What a target means, in words. */
export function targetText(target: ContractOf<'only'>['to']): string {
  const kinds = [target.paths, target.packages, target.builtins, target.specifiers];
  const names = target.symbols ? `${anyOf(target.symbols)} of ` : '';
  return `${names}${kinds.flatMap((globs) => (globs ? [anyOf(globs)] : [])).join(' or ') || 'anything'}`;
}
