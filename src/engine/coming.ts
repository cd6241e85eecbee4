import type { RepoPath } from '../model/path.ts';
import { overlay } from '../repository/overlay.ts';
import type { RepositoryView } from '../repository/view.ts';
import type { Deed } from './actions.ts';

/** Files kept in mind; the oldest are dropped first. */
const MOST_FILES = 1000;

/**
 * Files that were not there when a change of them was asked about. When the change is reported they stand on disk, and
 * only this tells that they were created. An observation of the disk, not of what a session has done.
 */
export interface Coming {
  expect(asked: Deed): void;
  /** The repository as it was before a deed that is reported as done. */
  before(done: Deed, view: RepositoryView): RepositoryView;
}

export function createComing(): Coming {
  const absent = new Set<RepoPath>();
  return {
    expect(asked) {
      for (const action of asked.actions) {
        if (action.kind !== 'change') continue;
        absent.delete(action.path);
        if (action.change === 'create') absent.add(action.path);
      }
      for (const path of absent) {
        if (absent.size <= MOST_FILES) break;
        absent.delete(path);
      }
    },
    before(done, view) {
      const made = done.actions.flatMap((action) =>
        action.kind === 'change' && absent.delete(action.path) && action.change === 'modify' ? [action.path] : [],
      );
      return overlay(view, new Map(made.map((path) => [path, undefined])));
    },
  };
}
