import { quoted } from '../checks/command/quoted.ts';
import type { Event } from '../model/event.ts';
import type { RepoPath } from '../model/path.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';
import type { Occasion } from './adapter.ts';
import { locate, type Place } from './place.ts';
import { applyBlocks } from './tools/apply-blocks.ts';
import { applyCell } from './tools/apply-cell.ts';
import { applyEdits, insertLines } from './tools/apply-edits.ts';
import { applyPatch, patchIn, patchTargets } from './tools/apply-patch.ts';
import type { ToolCall } from './tools/call.ts';

type Deed =
  | { readonly kind: 'command'; readonly command: string; readonly cwd: string; readonly exitCode?: number | undefined }
  | { readonly kind: 'write'; readonly path: RepoPath; readonly content: string }
  | { readonly kind: 'delete' | 'read'; readonly path: RepoPath }
  | { readonly kind: 'rename'; readonly from: RepoPath; readonly to: RepoPath };

/**
 * The protocol's events for a host's call. Before the fact edits are applied in memory, so that the resulting
 * file is judged; an edit that does not apply gives no event. After the fact the content is what stands in the view.
 */
export function eventsOf(occasion: Occasion, view: RepositoryView, root: string): readonly Event[] {
  const { moment } = occasion;
  const session = occasion.session;
  if (moment === 'stop') return [{ kind: 'stop', phase: 'before', session }];
  if (moment === 'start') return occasion.resumed ? [] : [{ kind: 'session-start', phase: 'after', session }];
  if (moment === 'none' || moment === 'report') return [];
  const place: Place = { root, base: occasion.base, cwd: occasion.cwd };
  const after = moment === 'after';
  return occasion.calls
    .flatMap((call) => (after ? doneDeeds(call, view, place) : deedsOf(call, view, place)))
    .map((deed): Event => ({ ...deed, phase: after ? 'after' : 'before', session }));
}

/** Repository paths that an occasion's calls have changed and that hold a file now. */
export function changedPaths(occasion: Occasion, view: RepositoryView, root: string): readonly RepoPath[] {
  const place: Place = { root, base: occasion.base, cwd: occasion.cwd };
  const paths = occasion.calls
    .flatMap((call) => doneDeeds(call, view, place))
    .flatMap((deed) => (deed.kind === 'write' ? [deed.path] : deed.kind === 'rename' ? [deed.to] : []));
  return [...new Set(paths)];
}

/** What a call has done, with the contents that stand now. */
function doneDeeds(call: ToolCall, view: RepositoryView, place: Place): readonly Deed[] {
  switch (call.kind) {
    case 'command': {
      const patch = patchOf(call.command);
      return patch === undefined ? commandDeeds(call, view, place) : donePatch(patch, view, place);
    }
    case 'delete':
    case 'read':
    case 'rename':
      return deedsOf(call, view, place);
    case 'patch':
      return donePatch(patchIn(call.text) ?? call.text, view, place);
    case 'write':
    case 'edit':
    case 'blocks':
    case 'insert':
    case 'cell':
      return written(locate(call.path, place), view);
  }
}

function donePatch(patch: string, view: RepositoryView, place: Place): readonly Deed[] {
  return patchTargets(patch).flatMap(({ verb, path, moveTo }): readonly Deed[] => {
    const from = locate(path, place);
    if (from === undefined) return [];
    if (verb === 'Delete') return [{ kind: 'delete', path: from }];
    const to = moveTo === undefined ? undefined : locate(moveTo, place);
    return to === undefined ? written(from, view) : [{ kind: 'rename', from, to }, ...written(to, view)];
  });
}

function written(path: RepoPath | undefined, view: RepositoryView): readonly Deed[] {
  const content = path === undefined ? undefined : textOf(view, path);
  return path === undefined || content === undefined ? [] : [{ kind: 'write', path, content }];
}

function deedsOf(call: ToolCall, view: RepositoryView, place: Place): readonly Deed[] {
  const at = (path: string) => locate(path, place);
  const textAt = (path: RepoPath | undefined) => (path === undefined ? undefined : textOf(view, path));
  const write = (path: RepoPath | undefined, content: string | undefined): readonly Deed[] =>
    path === undefined || content === undefined ? [] : [{ kind: 'write', path, content }];
  switch (call.kind) {
    case 'command':
      return commandDeeds(call, view, place);
    case 'write':
      return write(at(call.path), call.content);
    case 'edit':
      return write(at(call.path), applyEdits(textAt(at(call.path)), call.edits));
    case 'blocks':
      return write(at(call.path), applyBlocks(textAt(at(call.path)), call.diff));
    case 'insert':
      return write(at(call.path), insertLines(textAt(at(call.path)) ?? '', call.afterLine, call.text));
    case 'cell':
      return write(at(call.path), applyCell(textAt(at(call.path)), call.change));
    case 'patch':
      return patchDeeds(patchIn(call.text) ?? call.text, view, place);
    case 'delete':
    case 'read': {
      const path = at(call.path);
      return path === undefined ? [] : [{ kind: call.kind, path }];
    }
    case 'rename': {
      const [from, to] = [at(call.from), at(call.to)];
      if (from !== undefined && to !== undefined) return [{ kind: 'rename', from, to }];
      return from === undefined ? [] : [{ kind: 'delete', path: from }];
    }
  }
}

function commandDeeds(
  call: Extract<ToolCall, { kind: 'command' }>,
  view: RepositoryView,
  place: Place,
): readonly Deed[] {
  const patch = patchOf(call.command);
  if (patch !== undefined) return patchDeeds(patch, view, place);
  const folder = call.cwd === undefined || call.cwd === '' ? place.cwd : call.cwd;
  const exit = call.exitCode === undefined ? {} : { exitCode: call.exitCode };
  if (folder === undefined || folder === '') return [{ kind: 'command', command: call.command, cwd: '.', ...exit }];
  const cwd = locate(folder, { ...place, cwd: place.cwd ?? place.root });
  if (cwd !== undefined) return [{ kind: 'command', command: call.command, cwd: cwd === '' ? '.' : cwd, ...exit }];
  // Outside the repository: said in the line itself, so that rules about folders know.
  return [{ kind: 'command', command: `cd ${quoted(folder)} && ${call.command}`, cwd: '.', ...exit }];
}

/** Codex runs this word itself: the patch is applied, no program is run. */
function patchOf(command: string): string | undefined {
  return /^\s*(?:applypatch|apply_patch)\b/.test(command) ? patchIn(command) : undefined;
}

function patchDeeds(patch: string, view: RepositoryView, place: Place): readonly Deed[] {
  const read = (path: string) => {
    const inside = locate(path, place);
    return inside === undefined ? undefined : textOf(view, inside);
  };
  return applyPatch(patch, read).flatMap((change): readonly Deed[] => {
    if (change.kind === 'move') {
      const [from, to] = [locate(change.from, place), locate(change.to, place)];
      if (from === undefined || to === undefined) return [];
      // The new content is judged against the old, so it is said under the old name.
      const edited =
        read(change.from) === change.content ? [] : [{ kind: 'write' as const, path: from, content: change.content }];
      return [...edited, { kind: 'rename', from, to }];
    }
    const path = locate(change.path, place);
    if (path === undefined) return [];
    return change.kind === 'delete' ? [{ kind: 'delete', path }] : [{ kind: 'write', path, content: change.content }];
  });
}
