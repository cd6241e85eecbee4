import type { PathsCheck } from '../../model/checks/paths.ts';
import type { RepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { ActContext, Action, Finding } from '../contract.ts';

export type Contract = PathsCheck['contract'];
export type ContractOf<T extends Contract['type']> = Extract<Contract, { type: T }>;

/** One contract, ready to judge. Compiling throws a RangeError for a pattern that is no RE2. */
export interface Judge {
  /** What is wrong with a file as it stands; nothing for a file that is not there. */
  inspect?(path: RepoPath, view: RepositoryView): readonly Finding[];
  act?(action: Action, context: ActContext): readonly Finding[];
}

export type Compile<T extends Contract['type']> = (rule: Rule, contract: ContractOf<T>) => Judge;

export type Change = Extract<Action, { kind: 'change' }>;

/** A file that comes to a place where there was none. */
export interface Arrival {
  readonly path: RepoPath;
  /** Where it stood before, if it was moved. */
  readonly from?: RepoPath;
}

/**
 * Files that a command puts where there were none: new ones, moved ones, all files of a moved folder.
 * Nothing for changes that are not made by a command: these are inspected with their content.
 */
export function arrivalsByCommand(action: Action, { before }: ActContext): readonly Arrival[] {
  if (action.kind !== 'change' || action.by === undefined) return [];
  const { change, path, from } = action;
  if (change === 'create') return [{ path }];
  if (change !== 'rename' || from === undefined) return [];
  if (before.kind(from) !== 'folder') return before.kind(path) === 'absent' ? [{ path, from }] : [];
  return before
    .files()
    .filter((file) => file.startsWith(`${from}/`))
    .map((file) => ({ path: `${path}${file.slice(from.length)}` as RepoPath, from: file }));
}

/** `a`, `b` or `c`, as code. */
export function listed(items: readonly string[], word = 'or'): string {
  const shown = items.map((item) => `\`${item}\``);
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} ${word} ${last}`;
}
