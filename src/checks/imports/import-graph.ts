import type { RepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Edge } from './fact.ts';

/** The imports of a repository at one moment. Answers are worked out when asked for, and kept. */
export interface ImportGraph {
  readonly view: RepositoryView;
  has(path: RepoPath): boolean;
  edges(path: RepoPath): readonly Edge[];
  /** Why not all imports of a file could be read. */
  problem(path: RepoPath): string | undefined;
  /** The files that an edge of a file leads to; those of a package that is a folder. */
  targets(edge: Edge, from: RepoPath): readonly RepoPath[];
  /** All files whose imports can be read, sorted. */
  files(): readonly RepoPath[];
  /** Something worked out from this graph once; the same key always goes with the same type. */
  kept<T>(key: unknown, make: () => T): T;
}
