import type { RepoPath } from '../model/path.ts';
import type { RepositoryView } from './view.ts';

/** File contents that differ from a view below; `undefined` stands for a deleted file or folder. */
export type Changes = ReadonlyMap<RepoPath, string | undefined>;

/** A view with changes laid over it. A deleted folder takes all files below it along. */
export function overlay(below: RepositoryView, changes: Changes, branch?: string): RepositoryView {
  if (changes.size === 0 && branch === undefined) return below;
  const deleted = [...changes].filter(([, content]) => content === undefined).map(([path]) => path);
  const isDeleted = (path: RepoPath) => deleted.some((gone) => path === gone || path.startsWith(`${gone}/`));
  const written = [...changes].filter(([, content]) => content !== undefined).map(([path]) => path);
  let files: readonly RepoPath[] | undefined;
  return {
    root: below.root,
    layer: { below, changes },
    read(path) {
      const content = changes.get(path);
      if (content !== undefined) return { kind: 'text', text: content };
      return isDeleted(path) ? undefined : below.read(path);
    },
    kind(path) {
      if (changes.get(path) !== undefined) return 'file';
      if (path === '' || written.some((file) => file.startsWith(`${path}/`))) return 'folder';
      return isDeleted(path) ? 'absent' : below.kind(path);
    },
    files() {
      files ??= [...new Set([...below.files().filter((path) => !isDeleted(path)), ...written])].sort();
      return files;
    },
    ignored: (path) => below.ignored(path),
    branch: () => branch ?? below.branch(),
  };
}

/** A repository that holds just these files. */
export function memoryView(files: Readonly<Record<string, string>>, branch?: string): RepositoryView {
  const nothing: RepositoryView = {
    root: '',
    read: () => undefined,
    kind: (path) => (path === '' ? 'folder' : 'absent'),
    files: () => [],
    ignored: (path) => /(^|\/)(node_modules|\.git)(\/|$)/.test(path),
    branch: () => branch,
  };
  const { layer: _layer, ...view } = overlay(nothing, new Map(Object.entries(files)) as unknown as Changes);
  return view;
}
