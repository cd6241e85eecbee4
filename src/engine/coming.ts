import type { RepoPath } from '../model/path.ts';
import { overlay } from '../repository/overlay.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import type { Deed } from './actions.ts';

/** Files kept in mind, and UTF-16 code units of their texts; the oldest are dropped first. */
const MOST_FILES = 1000;
const MOST_TEXT = 16 << 20;

/**
 * Files as they were when a change of them was asked about: absent, or with their old text. When the change is reported
 * the new text stands on disk, and only this tells what was before. An observation of the disk, not of what a session
 * has done.
 */
export interface Coming {
  expect(asked: Deed, view: RepositoryView): void;
  /** The repository as it was before a deed that is reported as done. */
  before(done: Deed, view: RepositoryView): RepositoryView;
}

export function createComing(): Coming {
  const texts = new Map<RepoPath, string | undefined>();
  let size = 0;
  const drop = (path: RepoPath) => {
    size -= texts.get(path)?.length ?? 0;
    texts.delete(path);
  };
  return {
    expect(asked, view) {
      for (const action of asked.actions) {
        if (action.kind !== 'change') continue;
        drop(action.path);
        const old = action.change === 'modify' && action.content !== undefined ? textOf(view, action.path) : undefined;
        if (action.change !== 'create' && old === undefined) continue;
        texts.set(action.path, old);
        size += old?.length ?? 0;
      }
      for (const path of texts.keys()) {
        if (texts.size <= MOST_FILES && size <= MOST_TEXT) break;
        drop(path);
      }
    },
    before(done, view) {
      const old = new Map<RepoPath, string | undefined>();
      for (const action of done.actions) {
        if (action.kind !== 'change' || !texts.has(action.path)) continue;
        // What does not stand on disk yet has still the old text there.
        if (action.change === 'modify') old.set(action.path, texts.get(action.path));
        drop(action.path);
      }
      return overlay(view, old);
    },
  };
}
