import { readFileSync } from 'node:fs';
import path from 'node:path';
import { quoted } from '../checks/command/quoted.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { decisionOf } from '../engine/verdict.ts';
import type { Rule } from '../model/rule.ts';
import type { Session } from '../model/session.ts';
import type { Verdict, Violation } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import { stagedChanges, treeChanges } from './changes.ts';
import { gateRules, isMessageRule, isOrderRule, judgeCommit, judgeGitCommand } from './gate.ts';
import { emptyView, indexView, type ObjectView, treeView } from './object-view.ts';
import { askGit, runGit } from './run.ts';

/** A repository at the moment of a git hook. `session` is the agent's, where one is known to be at work. */
export interface GateContext {
  readonly disk: RepositoryView;
  readonly rules: readonly Rule[];
  readonly session?: Session | undefined;
}

/** Judges what the next commit introduces, from git's index alone. */
export async function judgeStaged(context: GateContext): Promise<Verdict> {
  const { disk } = context;
  const after = indexView(disk);
  const head = askGit(disk.root, ['rev-parse', '--verify', '-q', 'HEAD^{commit}']);
  const before = head === undefined ? emptyView(disk) : treeView(disk, head);
  const changes = stagedChanges(disk.root, head ?? emptyTree(disk.root));
  const merged = head === undefined ? [] : mergedBranches(disk, head);
  const engine = createEngine(gateRules(context.rules), after);
  const verdict = await judgeCommit({ before, after, changes, merged }, engine);
  const command = await judgeGitCommand('git commit', engine, after, commandOrOrder(context), context.session);
  return withMore(verdict, command);
}

/** Judges a commit message as the hook finds it in its file. */
export async function judgeMessage(context: GateContext, file: string): Promise<Verdict> {
  const { disk } = context;
  const message = messageIn(readFileSync(path.resolve(disk.root, file), 'utf8'), disk.root);
  if (message === '') return withMore(NONE, []);
  const engine = createEngine(context.rules.filter(isMessageRule), disk);
  return withMore(NONE, await judgeGitCommand(`git commit -m ${quoted(message)}`, engine, disk, isMessageRule));
}

/** Judges a push by the lines that git hands to the hook: `localRef localObject remoteRef remoteObject`. */
export async function judgePush(context: GateContext, remote: string, lines: string): Promise<Verdict> {
  const { disk } = context;
  const engine = createEngine(gateRules(context.rules), disk);
  let verdict: Verdict = withMore(NONE, []);
  for (const line of lines.split('\n')) {
    const [localRef, local, remoteRef, known] = line.trim().split(/\s+/);
    if (!localRef || !local || !remoteRef || !known) continue;
    const command = pushCommand(disk.root, remote, { localRef, local, remoteRef, known });
    verdict = withMore(verdict, await judgeGitCommand(command, engine, disk, commandOrOrder(context), context.session));
    const base = isZero(local) ? undefined : pushedFrom(disk.root, remote, local, known);
    if (base !== undefined) verdict = withMore(verdict, (await judgeTrees(disk, base, local, engine)).violations);
  }
  return verdict;
}

/** Judges what lies between two commits. */
export function judgeTrees(disk: RepositoryView, base: string, head: string, engine: Engine): Promise<Verdict> {
  const after = treeView(disk, head);
  const changes = treeChanges(disk.root, base, head);
  return judgeCommit({ before: treeView(disk, base), after, changes }, engine);
}

const NONE: Verdict = { decision: 'allow', violations: [] };

function withMore(verdict: Verdict, more: readonly Violation[]): Verdict {
  const violations = [...verdict.violations, ...more];
  return { ...verdict, violations, decision: decisionOf(violations) };
}

/** What must have happened before a commit is asked of agents only: of people nobody knows what they did. */
function commandOrOrder({ session }: GateContext): (rule: Rule) => boolean {
  return (rule) => rule.check.kind === 'command' || (session !== undefined && isOrderRule(rule));
}

/** What the branches that are being merged did since they parted from this one. */
function mergedBranches(disk: RepositoryView, head: string): readonly { before: ObjectView; after: ObjectView }[] {
  return mergeHeads(disk.root).map((other) => {
    const fork = askGit(disk.root, ['merge-base', head, other]);
    return { before: fork === undefined ? emptyView(disk) : treeView(disk, fork), after: treeView(disk, other) };
  });
}

function mergeHeads(root: string): readonly string[] {
  const file = askGit(root, ['rev-parse', '--git-path', 'MERGE_HEAD']);
  try {
    return file === undefined
      ? []
      : readFileSync(path.resolve(root, file), 'utf8')
          .split('\n')
          .filter((line) => line !== '');
  } catch {
    return [];
  }
}

/** The name of the tree without files, in the repository's own kind of hash. */
export function emptyTree(root: string): string {
  return runGit(root, ['hash-object', '-t', 'tree', '--stdin']).out.toString('utf8').trim();
}

/** The message as git will take it: what stands below the scissors and in comments is none of it. */
function messageIn(text: string, root: string): string {
  const cut = text.search(/^\S -{8,} >8 -{8,}$/m);
  const kept = cut < 0 ? text : text.slice(0, cut);
  return runGit(root, ['stripspace', '--strip-comments'], { input: kept }).out.toString('utf8').trim();
}

interface PushedRef {
  readonly localRef: string;
  readonly local: string;
  readonly remoteRef: string;
  readonly known: string;
}

function pushCommand(root: string, remote: string, { localRef, local, remoteRef, known }: PushedRef): string {
  const target = remoteRef.replace(/^refs\/(heads|tags)\//, '');
  if (isZero(local)) return `git push ${quoted(remote)} --delete ${quoted(target)}`;
  const source = localRef.replace(/^refs\/(heads|tags)\//, '');
  const forced =
    !isZero(known) && runGit(root, ['merge-base', '--is-ancestor', known, local], { allowed: [1, 128] }).status !== 0;
  return `git push ${forced ? '--force ' : ''}${quoted(remote)} ${quoted(source === target ? source : `${source}:${target}`)}`;
}

/** Where what is pushed begins; `undefined` where the other side has nothing that we know. */
function pushedFrom(root: string, remote: string, local: string, known: string): string | undefined {
  const there = isZero(known) ? `refs/remotes/${remote}/HEAD` : known;
  return askGit(root, ['merge-base', there, local]);
}

function isZero(object: string): boolean {
  return /^0+$/.test(object);
}
