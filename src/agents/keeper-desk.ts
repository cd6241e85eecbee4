import type { Keeper } from '../daemon/keeper.ts';
import { committedTexts } from '../git/committed.ts';
import type { RepoPath } from '../model/path.ts';
import type { Desk } from './answer-hook.ts';
import { standing } from './standing.ts';

/** A desk at the daemon. Its watcher finds what stands in files; an event after the fact waits until it has looked. */
export function daemonDesk(keeper: Keeper): Desk {
  const { root, view, settings } = keeper.holder.current();
  return {
    root,
    view,
    failure: settings.failure ?? 'closed',
    async take(event) {
      if (event.phase === 'after' && event.kind === 'write') await keeper.sync();
      return keeper.answer(event);
    },
    standing: () => Promise.resolve([]),
  };
}

/** A desk without a watcher: what stands in files is found by judging them against the last commit. */
export function processDesk(keeper: Keeper): Desk {
  const { root, view, engine, guard, settings } = keeper.holder.current();
  return {
    root,
    view,
    failure: settings.failure ?? 'closed',
    take: (event) => keeper.answer(event),
    standing(session, paths) {
      const files = paths ?? changedIn(guard.session(session).happened);
      return standing(files, engine, view, committedTexts(root, files));
    },
  };
}

function changedIn(happened: Iterable<{ readonly kind: string; readonly path?: RepoPath }>): readonly RepoPath[] {
  const paths = new Set<RepoPath>();
  for (const { kind, path } of happened) if (kind === 'changed' && path !== undefined) paths.add(path);
  return [...paths];
}
