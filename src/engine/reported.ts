import { createHash } from 'node:crypto';
import type { RepoPath } from '../model/path.ts';
import { type Changes, overlay } from '../repository/overlay.ts';
import { type RepositoryView, textOf } from '../repository/view.ts';

/** Files and UTF-16 code units of content kept for one session; the oldest reports are dropped first. */
const MOST_FILES = 1000;
const MOST_TEXT = 16 << 20;

interface Report {
  readonly content: string | undefined;
  /** What stood on disk when the report came: once that changes, the disk knows better. */
  readonly stood: string;
}

/** Contents that were reported as written or deleted but do not stand so on disk (yet). */
export interface Reported {
  /** The disk with the reports laid over it, as far as it has not changed since. */
  over(disk: RepositoryView): RepositoryView;
  add(changes: Changes, disk: RepositoryView): void;
}

export function createReported(): Reported {
  const reports = new Map<RepoPath, Report>();
  let size = 0;
  const drop = (path: RepoPath) => {
    size -= reports.get(path)?.content?.length ?? 0;
    reports.delete(path);
  };
  return {
    over(disk) {
      for (const [path, { stood }] of reports) if (standing(disk, path) !== stood) drop(path);
      return overlay(disk, new Map([...reports].map(([path, { content }]) => [path, content])));
    },
    add(changes, disk) {
      for (const [path, content] of changes) {
        drop(path);
        if (content === undefined ? disk.kind(path) === 'absent' : textOf(disk, path) === content) continue;
        reports.set(path, { content, stood: standing(disk, path) });
        size += content?.length ?? 0;
      }
      for (const path of reports.keys()) {
        if (reports.size <= MOST_FILES && size <= MOST_TEXT) break;
        drop(path);
      }
    },
  };
}

function standing(disk: RepositoryView, path: RepoPath): string {
  const text = textOf(disk, path);
  return text === undefined ? disk.kind(path) : createHash('sha1').update(text).digest('base64');
}
