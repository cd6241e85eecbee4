import { closeSync, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fdir } from 'fdir';
import ignore, { type Ignore } from 'ignore';
import type { RepoPath } from '../model/path.ts';
import { decode, MAX_FILE_BYTES } from './decode.ts';
import { git } from './git.ts';
import type { Content, RepositoryView } from './view.ts';

const NEVER = new Set(['.git', 'node_modules', '.hg', '.svn']);

/**
 * The repository as it lies on disk. File contents are read anew at each call; the list of files is
 * taken once (`refresh` takes it again). Links that leave the root are not followed.
 */
export interface DiskView extends RepositoryView {
  refresh(): void;
}

export function diskView(root: string): DiskView {
  const real = realpathSync.native(root);
  let files: readonly RepoPath[] | undefined;
  let ignored: Ignore | undefined;
  let branch: { name: string | undefined } | undefined;

  const inside = (file: RepoPath): string | undefined => {
    const absolute = path.join(real, file);
    try {
      // Asked first: most files that are asked for in vain are just not there, and a failing realpath is dear.
      if (!lstatSync(absolute, { throwIfNoEntry: false })) return undefined;
      const target = realpathSync.native(absolute);
      return target === real || target.startsWith(real + path.sep) ? target : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    root: real,
    read(file) {
      const target = inside(file);
      return target === undefined ? undefined : readContent(target);
    },
    kind(file) {
      const target = inside(file);
      if (target === undefined) return 'absent';
      return statSync(target).isDirectory() ? 'folder' : 'file';
    },
    files() {
      files ??= listFiles(real);
      return files;
    },
    ignored(file) {
      ignored ??= ignoreRules(real);
      return file !== '' && (file.split('/').some((part) => NEVER.has(part)) || ignored.ignores(file));
    },
    branch() {
      branch ??= { name: currentBranch(real) };
      return branch.name;
    },
    refresh() {
      files = undefined;
      ignored = undefined;
      branch = undefined;
    },
  };
}

function readContent(absolute: string): Content | undefined {
  let handle: number;
  try {
    handle = openSync(absolute, 'r');
  } catch {
    return lstatSync(absolute, { throwIfNoEntry: false })
      ? { kind: 'unreadable', reason: 'cannot be opened' }
      : undefined;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return undefined;
    if (stat.size > MAX_FILE_BYTES) {
      const head = Buffer.alloc(8192);
      readSync(handle, head, 0, head.length, 0);
      return head.includes(0)
        ? { kind: 'unreadable', reason: 'binary' }
        : decode(new Uint8Array(MAX_FILE_BYTES + 1).fill(32));
    }
    return decode(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

function listFiles(root: string): readonly RepoPath[] {
  const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']);
  const found = listed
    ? listed
        .toString('utf8')
        .split('\0')
        .filter((file) => file !== '' && isFile(path.join(root, file)))
    : walk(root);
  return found.sort() as RepoPath[];
}

function isFile(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === false;
}

function walk(root: string): string[] {
  const rules = ignoreRules(root);
  return new fdir()
    .withRelativePaths()
    .exclude(
      (name, folder) => NEVER.has(name) || rules.ignores(`${path.relative(root, folder).replaceAll(path.sep, '/')}/`),
    )
    .filter((file) => !rules.ignores(file.replaceAll(path.sep, '/')))
    .crawl(root)
    .sync()
    .map((file) => file.replaceAll(path.sep, '/'));
}

function ignoreRules(root: string): Ignore {
  const rules = ignore({ allowRelativePaths: true });
  for (const file of ['.gitignore', '.git/info/exclude']) {
    try {
      rules.add(readFileSync(path.join(root, file), 'utf8'));
    } catch {
      // no such file
    }
  }
  return rules;
}

function currentBranch(root: string): string | undefined {
  const head = headOf(root);
  if (head !== undefined) return /^ref: refs\/heads\/(.+)$/.exec(head)?.[1];
  return git(root, ['symbolic-ref', '--short', '-q', 'HEAD'])?.toString('utf8').trim();
}

/** What git's HEAD says, without starting git: asked for with each command. `undefined` where only git can tell. */
function headOf(root: string): string | undefined {
  try {
    const dot = path.join(root, '.git');
    // In a linked work tree `.git` is a file that names the folder.
    const folder = lstatSync(dot).isDirectory()
      ? dot
      : path.resolve(
          root,
          readFileSync(dot, 'utf8')
            .replace(/^gitdir: /, '')
            .trim(),
        );
    const head = readFileSync(path.join(folder, 'HEAD'), 'utf8').trim();
    return head === 'ref: refs/heads/.invalid' ? undefined : head;
  } catch {
    return undefined;
  }
}
