import type { RepoPath } from '../model/path.ts';

/** A file's content, or why there is none to judge. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A repository at one moment: on disk, with a proposed change, in git's index, or made up for a proof. */
export interface RepositoryView {
  /** Absolute path of the root; `''` for a view that is not on disk. */
  readonly root: string;
  /** `undefined` where there is no such file. A byte order mark is taken off; line ends stay as they are. */
  read(path: RepoPath): Content | undefined;
  kind(path: RepoPath): 'file' | 'folder' | 'absent';
  /** All files that git does not ignore, sorted. */
  files(): readonly RepoPath[];
  /** Does git (or the fallback walk) leave this path out? */
  ignored(path: RepoPath): boolean;
  /** The checked-out branch; `undefined` without git or with a detached head. */
  branch(): string | undefined;
  /** For a view with changes laid over another: those two. Lets what was worked out below be kept. */
  readonly layer?: { readonly below: RepositoryView; readonly changes: ReadonlyMap<RepoPath, string | undefined> };
}

/** The text of a file; `undefined` if there is none or it is not text. */
export function textOf(view: RepositoryView, path: RepoPath): string | undefined {
  const content = view.read(path);
  return content?.kind === 'text' ? content.text : undefined;
}
