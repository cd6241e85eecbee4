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

/** A state of the repository and those it comes from: two where branches are merged, none before the first commit. */
export interface Transition {
  readonly before: readonly ObjectView[];
  readonly after: ObjectView;
  readonly changes: readonly Changed[];
}

/**
 * Judges what a change introduces: each file against what it was, in the repository as it will be.
 * In a merge only what stands in none of the merged states is new.
 */
export async function judgeChange({ before, after, changes }: Transition, engine: Engine): Promise<Verdict> {
  after.preload(changes.map((change) => change.path));
  for (const side of before) side.preload(changes.map((change) => ('from' in change ? change.from : change.path)));
  const violations: Violation[] = [];
  const notLookedAt = new Map<string, { path: string; reason: string }>();
  for (const change of changes) {
    const verdicts: Verdict[] = [];
    for (const side of before) verdicts.push(await judgeFile(change, side, after, engine));
    violations.push(...inAll(verdicts.map((verdict) => verdict.violations)));
    for (const missed of verdicts[0]?.notLookedAt ?? []) notLookedAt.set(missed.path, missed);
  }
  violations.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return {
    decision: decisionOf(violations),
    violations,
    ...(notLookedAt.size > 0 && { notLookedAt: [...notLookedAt.values()] }),
  };
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

/** Violations of the first list that all others hold too, each as often as the list that holds it least. */
function inAll(lists: readonly (readonly Violation[])[]): readonly Violation[] {
  const [first = [], ...others] = lists;
  return others.reduce((kept, other) => {
    const left = new Map<string, number>();
    for (const violation of other) left.set(keyOf(violation), (left.get(keyOf(violation)) ?? 0) + 1);
    return kept.filter((violation) => {
      const count = left.get(keyOf(violation)) ?? 0;
      left.set(keyOf(violation), count - 1);
      return count > 0;
    });
  }, first);
}

function keyOf({ rule, found, location }: Violation): string {
  return JSON.stringify([rule, found, location?.path]);
}
