import type { Engine } from '../engine/engine.ts';
import { newSession } from '../engine/session.ts';
import { decisionOf } from '../engine/verdict.ts';
import type { Event } from '../model/event.ts';
import type { RepoPath } from '../model/path.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import { type Changes, overlay } from '../repository/overlay.ts';
import { textOf } from '../repository/view.ts';
import type { Changed } from './changes.ts';
import type { ObjectView } from './object-view.ts';

/** From one state of the repository to another. */
export interface Transition {
  readonly before: ObjectView;
  readonly after: ObjectView;
  readonly changes: readonly Changed[];
  /** In a merge: what the other branches did since they parted. It is theirs, not new. */
  readonly merged?: readonly { readonly before: ObjectView; readonly after: ObjectView }[];
}

/** Judges what a change introduces: each file against what it was, in the repository as it will be. */
export async function judgeChange(transition: Transition, engine: Engine): Promise<Verdict> {
  const { before, after, changes, merged = [] } = transition;
  const [olds, news] = [
    changes.map((change) => ('from' in change ? change.from : change.path)),
    changes.map(({ path }) => path),
  ];
  before.preload(olds);
  after.preload(news);
  for (const branch of merged) {
    branch.before.preload(news);
    branch.after.preload(news);
  }
  const violations: Violation[] = [];
  const notLookedAt: { path: string; reason: string }[] = [];
  for (const change of changes) {
    const verdict = await judgeFile(change, before, after, engine);
    notLookedAt.push(...(verdict.notLookedAt ?? []));
    let found: readonly Violation[] = verdict.violations;
    for (const branch of found.length > 0 ? merged : []) {
      const theirs = await judgeFile(
        { kind: 'write', path: change.path, isNew: false },
        branch.before,
        branch.after,
        engine,
      );
      found = without(found, theirs.violations);
    }
    violations.push(...found);
  }
  violations.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return { decision: decisionOf(violations), violations, ...(notLookedAt.length > 0 && { notLookedAt }) };
}

const SESSION = newSession('commit');
const NONE: Verdict = { decision: 'allow', violations: [] };

async function judgeFile(change: Changed, was: ObjectView, after: ObjectView, engine: Engine): Promise<Verdict> {
  const judge = (event: Event, undone: Changes) => engine.judge(event, overlay(after, undone), SESSION);
  const common = { phase: 'before', session: SESSION.id } as const;
  switch (change.kind) {
    case 'other':
      return NONE;
    case 'delete':
      return was.kind(change.path) === 'absent'
        ? NONE
        : judge({ kind: 'delete', path: change.path, ...common }, undo([change.path, textOf(was, change.path) ?? '']));
    case 'write': {
      const content = textOf(after, change.path);
      if (content === undefined) return unreadable(change.path, after);
      if (textOf(was, change.path) === content) return NONE;
      return judge(
        { kind: 'write', path: change.path, content, ...common },
        undo([change.path, textOf(was, change.path)]),
      );
    }
    case 'rename': {
      const content = textOf(after, change.path);
      if (content === undefined) return unreadable(change.path, after);
      const old = textOf(was, change.from) ?? content;
      const moved = await judge(
        { kind: 'rename', from: change.from, to: change.path, ...common },
        undo([change.from, old], [change.path, undefined]),
      );
      if (old === content) return moved;
      const edited = await judge({ kind: 'write', path: change.path, content, ...common }, undo([change.path, old]));
      return { ...edited, violations: [...moved.violations, ...edited.violations] };
    }
  }
}

/** The entries of the new state put back to what they were. */
function undo(...entries: readonly (readonly [RepoPath, string | undefined])[]): Changes {
  return new Map(entries);
}

function unreadable(path: RepoPath, after: ObjectView): Verdict {
  const content = after.read(path);
  return content?.kind === 'unreadable' ? { ...NONE, notLookedAt: [{ path, reason: content.reason }] } : NONE;
}

/** The violations without those that others account for, each once. */
function without(violations: readonly Violation[], others: readonly Violation[]): readonly Violation[] {
  const left = new Map<string, number>();
  for (const violation of others) left.set(keyOf(violation), (left.get(keyOf(violation)) ?? 0) + 1);
  return violations.filter((violation) => {
    const count = left.get(keyOf(violation)) ?? 0;
    left.set(keyOf(violation), count - 1);
    return count <= 0;
  });
}

function keyOf({ rule, found, location }: Violation): string {
  return JSON.stringify([rule, found, location?.path]);
}
