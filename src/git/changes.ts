import { parseRepoPath, type RepoPath } from '../model/path.ts';
import { runGit } from './run.ts';

/** One file that differs between two states. `from` is its old name. */
export type Changed =
  | { readonly kind: 'write'; readonly path: RepoPath; readonly isNew: boolean }
  | { readonly kind: 'rename'; readonly from: RepoPath; readonly path: RepoPath }
  | { readonly kind: 'delete'; readonly path: RepoPath }
  /** Nothing with content of its own: a submodule, a link, or what only changed its mode. */
  | { readonly kind: 'other'; readonly path: RepoPath };

const SUBMODULE = '160000';
const LINK = '120000';

/** What the index changes against a tree. */
export function stagedChanges(root: string, base: string): readonly Changed[] {
  return parseRaw(runGit(root, ['diff-index', '--cached', '--raw', '-z', '-M', '--no-abbrev', base, '--']).out);
}

/** What lies between two commits or trees. */
export function treeChanges(root: string, base: string, head: string): readonly Changed[] {
  return parseRaw(runGit(root, ['diff-tree', '-r', '--raw', '-z', '-M', '--no-abbrev', base, head, '--']).out);
}

/** Reads `--raw -z` output: `:oldmode newmode oldobject newobject status NUL path NUL [path NUL]`. */
export function parseRaw(out: Buffer): readonly Changed[] {
  const fields = out.toString('utf8').split('\0');
  const changes: Changed[] = [];
  for (let at = 0; at < fields.length; ) {
    const head = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at] ?? '');
    if (!head) break;
    const [, oldMode, newMode, oldObject, newObject, status] = head;
    const renamed = status === 'R' || status === 'C';
    const first = parseRepoPath(fields[at + 1] ?? '');
    const second = renamed ? parseRepoPath(fields[at + 2] ?? '') : undefined;
    at += renamed ? 3 : 2;
    const path = second ?? first;
    if (path === undefined || first === undefined) continue;
    if (newMode === SUBMODULE || oldMode === SUBMODULE || newMode === LINK) changes.push({ kind: 'other', path });
    else if (status === 'D') changes.push({ kind: 'delete', path });
    else if (status === 'R') changes.push({ kind: 'rename', from: first, path });
    else if (status === 'M' && oldObject === newObject) changes.push({ kind: 'other', path });
    else changes.push({ kind: 'write', path, isNew: status === 'A' || status === 'C' });
  }
  return changes;
}
