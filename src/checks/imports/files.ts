import { folderOf, nameOf, type RepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';

/** Which files a repository has. */
export interface FileIndex {
  isFile(path: RepoPath): boolean;
  isFolder(path: RepoPath): boolean;
  named(name: string): readonly RepoPath[];
  inFolder(folder: RepoPath): readonly RepoPath[];
}

/** Taking the list of files pays from so many questions on. */
const QUESTIONS = 300;

/** The files of a view. A few questions are put to the view itself; the list is taken when it is worth it. */
export interface ViewIndex extends FileIndex {
  /** The list this index was made from; `undefined` as long as there is none. */
  readonly list: readonly RepoPath[] | undefined;
  /** Takes the list now. */
  take(): void;
  /** Number of files below a folder. */
  count(folder: RepoPath): number;
}

export function viewIndex(view: RepositoryView, list?: readonly RepoPath[]): ViewIndex {
  let listed = list && listIndex(list);
  let asked = 0;
  const all = () => {
    listed ??= listIndex(view.files());
    return listed;
  };
  const known = () => (listed || ++asked > QUESTIONS ? all() : undefined);
  return {
    get list() {
      return listed?.list;
    },
    take: () => void all(),
    isFile: (path) => known()?.files.has(path) ?? view.kind(path) === 'file',
    isFolder: (path) => (known() ? (all().folders.get(path) ?? 0) > 0 : view.kind(path) === 'folder'),
    named: (name) => all().named(name),
    inFolder: (folder) => all().inFolder(folder),
    count: (folder) => all().folders.get(folder) ?? 0,
  };
}

function listIndex(list: readonly RepoPath[]) {
  const files = new Set(list);
  const folders = new Map<RepoPath, number>();
  for (const file of list) {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
      if (folder === '') break;
    }
  }
  const byName = lazily(() => grouped(list, nameOf));
  const byFolder = lazily(() => grouped(list, folderOf));
  return {
    list,
    files,
    folders,
    named: (name: string) => byName().get(name) ?? [],
    inFolder: (folder: RepoPath) => byFolder().get(folder) ?? [],
  };
}

function grouped<K>(list: readonly RepoPath[], keyOf: (path: RepoPath) => K): ReadonlyMap<K, RepoPath[]> {
  const groups = new Map<K, RepoPath[]>();
  for (const path of list) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return groups;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An index with files added and taken away. */
export function changedIndex(below: ViewIndex, added: readonly RepoPath[], removed: ReadonlySet<RepoPath>): FileIndex {
  const more = new Set(added);
  const adjust = (list: readonly RepoPath[], extra: readonly RepoPath[]): readonly RepoPath[] =>
    [...list.filter((path) => !removed.has(path) && !more.has(path)), ...extra].sort();
  return {
    isFile: (path) => more.has(path) || (!removed.has(path) && below.isFile(path)),
    isFolder(path) {
      if (added.some((file) => file.startsWith(`${path}/`))) return true;
      const gone = [...removed].filter((file) => file.startsWith(`${path}/`)).length;
      return gone === 0 ? below.isFolder(path) : below.count(path) > gone;
    },
    named: (name) =>
      adjust(
        below.named(name),
        added.filter((path) => nameOf(path) === name),
      ),
    inFolder: (folder) =>
      adjust(
        below.inFolder(folder),
        added.filter((path) => folderOf(path) === folder),
      ),
  };
}
