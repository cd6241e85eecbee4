import picomatch from 'picomatch';
import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';
import { nameOf, type RepoPath } from '../../model/path.ts';
import type { ChangeKind } from '../../model/session.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { ActContext, Finding } from '../contract.ts';
import { matchesExempt } from './exempt.ts';
import type { Change, Compile } from './judge.ts';
import { compileSelector, type Selector } from './selector.ts';
import { stagingJudge } from './staged.ts';

const DONE: Readonly<Record<ChangeKind, string>> = {
  create: 'created',
  modify: 'edited',
  delete: 'deleted',
  rename: 'moved or renamed',
};

/** Files that may not be changed, or only in some ways, or only by some commands. */
export const compileProtected: Compile<'protected'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  if (contract.commit) return stagingJudge(rule, selector);
  const allowed = new Set<ChangeKind>(contract.allow ?? []);
  const by = contract.by ?? [];
  return {
    act(action, context) {
      if (action.kind !== 'change') return [];
      const touched = touchesOf(action, context, selector).find((touch) => !allowed.has(touch.change));
      if (!touched || isExempt(action.by, by, context.before)) return [];
      const finding: Finding = {
        rule,
        location: { path: touched.path },
        found: touched.path,
        message: `\`${touched.path}\` may not be ${DONE[touched.change]}${expectation(allowed, by)}`,
      };
      return [finding];
    },
  };
};

function expectation(allowed: ReadonlySet<ChangeKind>, by: readonly CommandPattern[]): string {
  const ways = [...allowed].map((change) => DONE[change]);
  const commands = by.map(commandText).filter((text) => text !== '');
  if (commands.length > 0) return `; only \`${commands.join('`, `')}\` may do that.`;
  return ways.length > 0 ? `; it may only be ${ways.join(' or ')}.` : '.';
}

function commandText(pattern: CommandPattern): string {
  const first = (word: string | readonly string[] | undefined) => (typeof word === 'string' ? word : word?.[0]);
  return [first(pattern.program), ...(pattern.subcommand ?? []).map(first)].filter(Boolean).join(' ');
}

interface Touch {
  readonly path: RepoPath;
  readonly change: ChangeKind;
}

/** What a change does to the files of a selector; a folder that goes takes its files along. */
function touchesOf(action: Change, { before }: ActContext, selector: Selector): readonly Touch[] {
  const { change, path, from } = action;
  if (change === 'rename' && from !== undefined) {
    return [...goneFrom(from, 'rename', before, selector), ...arrivedAt(path, from, before, selector)];
  }
  if (change === 'delete') return goneFrom(path, 'delete', before, selector);
  if (action.content !== undefined && textOf(before, path) === action.content) return [];
  return selects(path, change, before, selector) ? [{ path, change }] : [];
}

/** A file that is not there yet has no text that could ask for protection. */
function selects(path: RepoPath, change: ChangeKind, before: RepositoryView, selector: Selector): boolean {
  return change === 'create' && selector.holds ? false : selector.matches(path, before);
}

function goneFrom(
  path: RepoPath,
  change: 'delete' | 'rename',
  before: RepositoryView,
  selector: Selector,
): readonly Touch[] {
  const kind = before.kind(path);
  if (kind === 'absent') return [];
  if (kind === 'file') return selector.matches(path, before) ? [{ path, change }] : [];
  const inside = selector.below(path, before)[0];
  if (inside !== undefined) return [{ path: inside, change }];
  if (selector.holds) return [];
  if (selector.named(path)) return [{ path, change }];
  // Files that git ignores are in no list; the folder that a glob starts from stands for them.
  const base = selector.include
    .map((glob) => picomatch.scan(glob.replace(/^\.?\//, '')).base.replace(/\/$/, '') as RepoPath)
    .find((root) => root.startsWith(`${path}/`) && before.ignored(root) && before.kind(root) !== 'absent');
  return base === undefined ? [] : [{ path: base, change }];
}

function arrivedAt(to: RepoPath, from: RepoPath, before: RepositoryView, selector: Selector): readonly Touch[] {
  if (selector.holds) return [];
  const there = before.kind(to);
  // `mv file folder` puts it below the folder.
  const path = there === 'folder' ? (`${to}/${nameOf(from)}` as RepoPath) : to;
  const change: ChangeKind = before.kind(path) === 'file' ? 'modify' : 'create';
  if (selector.named(path)) return [{ path, change }];
  if (before.kind(from) !== 'folder') return [];
  const moved = before
    .files()
    .filter((file) => file.startsWith(`${from}/`))
    .map((file) => `${path}${file.slice(from.length)}` as RepoPath)
    .find((file) => selector.named(file));
  return moved === undefined ? [] : [{ path: moved, change: 'create' }];
}

/** Is the change made by a permitted command, or by something that a permitted command runs? */
function isExempt(invocation: Invocation | undefined, by: readonly CommandPattern[], view: RepositoryView): boolean {
  return invocation !== undefined && by.some((pattern) => matchesExempt(pattern, invocation, view));
}
