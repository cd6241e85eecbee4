import { folderOf, parseRepoPath, type RepoPath } from '../model/path.ts';
import { decode } from '../repository/decode.ts';
import type { Content, RepositoryView } from '../repository/view.ts';
import { runGit } from './run.ts';

/** A file as git has it: what kind of thing, and which object. */
export interface Entry {
  /** `100644`, `100755`, `120000` (link), `160000` (submodule). */
  readonly mode: string;
  readonly object: string;
}
export type Entries = ReadonlyMap<RepoPath, Entry>;

/** A view of objects in git's store. Contents are fetched when they are read; `preload` fetches many in one go. */
export interface ObjectView extends RepositoryView {
  readonly entries: Entries;
  preload(paths: Iterable<RepoPath>): void;
}

const LINK = '120000';
const SUBMODULE = '160000';
/** How many links are followed one after the other. */
const MOST_LINKS = 8;

/** What git's index holds: the next commit, whatever lies in the work tree. */
export function indexView(disk: RepositoryView): ObjectView {
  const entries = new Map<RepoPath, Entry>();
  for (const record of records(runGit(disk.root, ['ls-files', '-s', '-z', '--full-name', ':/']).out)) {
    const found = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]+)$/.exec(record);
    const path = parseRepoPath(found?.[4] ?? '');
    // Stages above 0 are sides of a merge that is not resolved; git refuses to commit those.
    if (found?.[1] && found[2] && found[3] === '0' && path) entries.set(path, { mode: found[1], object: found[2] });
  }
  return objectView(entries, disk);
}

/** What a commit or tree holds. Throws a Failure for a revision that is not there. */
export function treeView(disk: RepositoryView, revision: string): ObjectView {
  const entries = new Map<RepoPath, Entry>();
  for (const record of records(runGit(disk.root, ['ls-tree', '-r', '-z', '--full-tree', revision]).out)) {
    const found = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(record);
    const path = parseRepoPath(found?.[3] ?? '');
    if (found?.[1] && found[2] && path) entries.set(path, { mode: found[1], object: found[2] });
  }
  return objectView(entries, disk);
}

/** A view of nothing: what stood before the first commit. */
export function emptyView(disk: RepositoryView): ObjectView {
  return objectView(new Map(), disk);
}

function objectView(entries: Entries, disk: RepositoryView): ObjectView {
  const contents = new Map<string, Content>();
  let files: readonly RepoPath[] | undefined;
  let folders: ReadonlySet<string> | undefined;

  const follow = (path: RepoPath): Entry | undefined => {
    let at: RepoPath | undefined = path;
    for (let step = 0; step < MOST_LINKS && at !== undefined; step++) {
      const entry = entries.get(at);
      if (entry?.mode !== LINK) return entry;
      const target = blob(entry.object);
      at =
        target.kind === 'text' && !target.text.startsWith('/')
          ? parseRepoPath(`${folderOf(at)}/${target.text}`)
          : undefined;
    }
    return undefined;
  };
  const blob = (object: string): Content => {
    if (!contents.has(object)) fetch([object]);
    return contents.get(object) ?? { kind: 'unreadable', reason: 'not in git' };
  };
  const fetch = (objects: readonly string[]): void => {
    for (const [object, content] of readBlobs(disk.root, objects)) contents.set(object, content);
  };

  return {
    root: disk.root,
    entries,
    read(path) {
      const entry = follow(path);
      return entry === undefined || entry.mode === SUBMODULE ? undefined : blob(entry.object);
    },
    kind(path) {
      const entry = entries.get(path);
      if (entry !== undefined) return entry.mode === SUBMODULE ? 'folder' : 'file';
      folders ??= foldersOf(entries);
      return path === '' || folders.has(path) ? 'folder' : 'absent';
    },
    files() {
      files ??= [...entries].flatMap(([path, { mode }]) => (mode === SUBMODULE ? [] : [path])).sort();
      return files;
    },
    ignored: (path) => !entries.has(path) && disk.ignored(path),
    branch: () => disk.branch(),
    preload(paths) {
      const wanted = [...paths].flatMap((path) => {
        const entry = entries.get(path);
        return entry && entry.mode !== SUBMODULE && !contents.has(entry.object) ? [entry.object] : [];
      });
      if (wanted.length > 0) fetch([...new Set(wanted)]);
    },
  };
}

function foldersOf(entries: Entries): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of entries.keys()) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  }
  return folders;
}

/** Contents of blobs, by one `git cat-file --batch`. */
function* readBlobs(root: string, objects: readonly string[]): Generator<readonly [string, Content]> {
  const { out } = runGit(root, ['cat-file', '--batch'], { input: `${objects.join('\n')}\n` });
  let at = 0;
  for (const object of objects) {
    const end = out.indexOf(10, at);
    const [, , size] = out.toString('latin1', at, end).split(' ');
    if (size === undefined) {
      yield [object, { kind: 'unreadable', reason: 'missing from git' }];
      at = end + 1;
      continue;
    }
    const bytes = out.subarray(end + 1, end + 1 + Number(size));
    yield [object, decode(bytes)];
    at = end + 2 + Number(size);
  }
}

function records(out: Buffer): readonly string[] {
  return out
    .toString('utf8')
    .split('\0')
    .filter((record) => record !== '');
}
