import { createEngine } from '../engine/engine.ts';
import { Failure } from '../model/failure.ts';
import type { Rule } from '../model/rule.ts';
import type { Verdict } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import { type LoadedRules, loadRules } from '../rulebook/load.ts';
import { judgeTrees } from './commit-gate.ts';
import { gateRules } from './gate.ts';
import { treeView } from './object-view.ts';
import { compareRules, type RuleChange } from './rule-changes.ts';
import { askGit } from './run.ts';

/** What a range of commits introduces, judged by the rules that stood before it. */
export interface DiffCheck {
  readonly base: string;
  readonly head: string;
  readonly verdict: Verdict;
  /** The rules it was judged by. */
  readonly rules: readonly Rule[];
  /** What the range does to the rules themselves. */
  readonly ruleChanges: readonly RuleChange[];
  /** Rules that cannot work, with why. */
  readonly rejected: ReadonlyMap<string, string>;
  /** The base has no rulebook: the one of the head was taken. */
  readonly rulesFromHead: boolean;
}

/**
 * Judges `BASE...HEAD` (since they parted), `BASE..HEAD`, or `BASE` (up to the checked-out commit). The rulebook is
 * that of the base revision, so that a change cannot disarm itself.
 */
export async function checkDiff(disk: RepositoryView, range: string): Promise<DiffCheck> {
  const { base, head } = resolveRange(disk.root, range);
  const before = await loadRules(treeView(disk, base));
  const after = await loadedOf(disk, head);
  const rulesFromHead = before.rulebook === undefined && before.written.length === 0;
  const loaded = rulesFromHead && after !== undefined ? after : before;
  if (loaded.rulebook === undefined && loaded.written.length === 0) {
    throw new Failure('no-rulebook', `there is no rulebook in ${base.slice(0, 12)} nor in ${head.slice(0, 12)}`, {
      remedy: 'compile one and commit it: bylaw compile',
    });
  }
  const engine = createEngine(gateRules(loaded.rules), treeView(disk, head));
  await engine.prepareAll();
  const verdict = await judgeTrees(disk, base, head, engine);
  const ruleChanges = rulesFromHead ? [] : compareRules(before.rules, after?.rules ?? []);
  return { base, head, verdict, rules: engine.rules, ruleChanges, rejected: engine.rejected, rulesFromHead };
}

/** The rules of the new state; `undefined` where they cannot be read: they are all gone then. */
async function loadedOf(disk: RepositoryView, head: string): Promise<LoadedRules | undefined> {
  try {
    return await loadRules(treeView(disk, head));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function resolveRange(root: string, range: string): { base: string; head: string } {
  const found = /^(.*?)(\.{2,3})(.*)$/.exec(range);
  const from = commitOf(root, found ? (found[1] ?? '') : range);
  const head = commitOf(root, found?.[3] ?? '');
  if (found?.[2] !== '...') return { base: from, head };
  const fork = askGit(root, ['merge-base', from, head]);
  if (fork === undefined) {
    throw new Failure('usage', `${range}: these have no common commit here`, {
      remedy: 'fetch more of the history (in a workflow: fetch-depth: 0)',
    });
  }
  return { base: fork, head };
}

function commitOf(root: string, name: string): string {
  const revision = name === '' ? 'HEAD' : name;
  const commit = askGit(root, ['rev-parse', '--verify', '-q', '--end-of-options', `${revision}^{commit}`]);
  if (commit === undefined) {
    throw new Failure('usage', `there is no commit \`${revision}\` here`, {
      remedy: 'name a branch, tag or commit; in a shallow clone fetch it first',
    });
  }
  return commit;
}
