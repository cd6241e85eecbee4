import picomatch from 'picomatch';
import type { RepoPath } from '../../model/path.ts';
import type { ChangeKind, Session } from '../../model/session.ts';
import { globTest } from '../../repository/globs.ts';
import { type RepositoryView, textOf } from '../../repository/view.ts';
import type { Finding } from '../contract.ts';
import { gitRun, gitRuns, isCommit } from './git-invocation.ts';
import { type Compile, listed } from './judge.ts';
import { fill, fillGlob, generalised, type Parts, partsOf } from './placeholders.ts';
import { compileSelector } from './selector.ts';

interface Changed {
  readonly path: RepoPath;
  readonly change: ChangeKind;
}

/** A file that is changed asks for another one beside it: a test, a changeset, a line in a list. */
export const compileCompanion: Compile<'companion'> = (rule, contract) => {
  const selector = compileSelector(contract.files, rule.scope);
  const kinds = new Set<ChangeKind>(contract.change ?? ['create', 'modify', 'rename']);
  const moments = new Set(contract.at ?? ['commit', 'stop']);
  // A companion needs none itself: `a.test.ts` is no module without a test.
  const own = contract.need.map(generalised).filter((glob) => glob !== undefined);
  const isCompanion = own.length > 0 ? globTest(own) : () => false;

  const missing = (changed: Changed, view: RepositoryView, old: string | undefined, done: readonly Changed[]) => {
    if (!kinds.has(changed.change) || isCompanion(changed.path)) return undefined;
    const text = changed.change === 'delete' ? undefined : textOf(view, changed.path);
    if (!selector.named(changed.path) || (selector.holds && (text === undefined || !selector.holds.finds(text))))
      return undefined;
    for (const parts of asks(changed.path, text, old)) {
      const needed = contract.need.map((need) => fillGlob(need, parts));
      const holds = contract.holds === undefined ? undefined : fill(contract.holds, parts);
      const found = candidates(needed, view, contract.changed ? done : undefined);
      if (found.some((path) => holds === undefined || textOf(view, path)?.includes(holds))) continue;
      return finding(changed, parts, holds);
    }
    return undefined;
  };

  /** One set of parts a file; with groups in `holds`, one for each match that the old text does not have. */
  const asks = (path: RepoPath, text: string | undefined, old: string | undefined): readonly Parts[] => {
    const plain = partsOf(path, contract.files.include);
    const usesGroups = [...contract.need, contract.holds ?? ''].some((template) => template.includes('{holds.'));
    if (!selector.holds || !usesGroups || text === undefined) return [plain];
    const known = new Set((old === undefined ? [] : selector.holds.all(old)).map((groups) => groups.join('\0')));
    return selector.holds
      .all(text)
      .filter((groups) => !known.has(groups.join('\0')))
      .map((groups) => partsOf(path, contract.files.include, groups));
  };

  const finding = (changed: Changed, parts: Parts, holds: string | undefined): Finding => {
    const names = listed(contract.need.map((need) => fill(need, parts)));
    const what = holds !== undefined ? `${names} must hold \`${holds}\`` : `${names} must ${verb()}`;
    return {
      rule,
      location: { path: changed.path },
      found: `${changed.path}${holds === undefined ? '' : `: ${holds}`}`,
      message: `\`${changed.path}\` was ${PAST[changed.change]}: ${what}.`,
    };
  };
  const verb = () => (contract.changed ? 'be changed with it' : 'exist');

  const overSession = (session: Session, view: RepositoryView, since: number): readonly Finding[] => {
    const done = netChanges(session, view, 0);
    return netChanges(session, view, since).flatMap((changed) => missing(changed, view, undefined, done) ?? []);
  };

  return {
    act(action, { before, after, session }) {
      if (action.kind === 'stop') return moments.has('stop') ? overSession(session, after, 0) : [];
      if (action.kind === 'command') {
        const commits = moments.has('commit') && gitRuns(action.command).some(isCommit);
        return commits ? overSession(session, before, lastCommit(session)) : [];
      }
      if (action.kind !== 'change' || !moments.has('write')) return [];
      // What a command writes is not known; a rule about text cannot speak of it.
      if (action.by && action.content === undefined && selector.holds && action.change !== 'delete') return [];
      const done = [...netChanges(session, after, 0), action];
      const found = missing(action, after, textOf(before, action.from ?? action.path), done);
      return found ? [found] : [];
    },
  };
};

const PAST: Readonly<Record<ChangeKind, string>> = {
  create: 'created',
  modify: 'changed',
  delete: 'deleted',
  rename: 'renamed',
};

/** Files that fit one of the globs: in the view, and among these changes where they are asked for. */
function candidates(
  globs: readonly string[],
  view: RepositoryView,
  among: readonly Changed[] | undefined,
): readonly RepoPath[] {
  const test = picomatch([...globs], { dot: true });
  if (among) {
    return among
      .filter((changed) => changed.change !== 'delete' && test(changed.path))
      .map((changed) => changed.path)
      .filter((path) => view.kind(path) === 'file');
  }
  const literal = globs.map((glob) => glob.replace(/\\(.)/g, '$1') as RepoPath);
  const exact = literal.filter(
    (path, index) => !/(?<!\\)[*?[{(]/.test(globs[index] ?? '') && view.kind(path) === 'file',
  );
  return globs.some((glob) => /(?<!\\)[*?[{(]/.test(glob)) ? [...exact, ...view.files().filter((f) => test(f))] : exact;
}

/** What became of each file since a moment: a file made and removed again did not change. */
function netChanges(session: Session, view: RepositoryView, since: number): readonly Changed[] {
  const first = new Map<RepoPath, ChangeKind>();
  for (const happened of session.happened) {
    if (happened.kind !== 'changed' || happened.at <= since) continue;
    if (!first.has(happened.path)) first.set(happened.path, happened.change);
    if (happened.from !== undefined && !first.has(happened.from)) first.set(happened.from, 'delete');
  }
  return [...first].flatMap(([path, change]): Changed[] => {
    if (view.kind(path) !== 'absent') return [{ path, change: change === 'delete' ? 'modify' : change }];
    return change === 'create' || change === 'rename' ? [] : [{ path, change: 'delete' }];
  });
}

/** The moment of the last successful commit of the session; 0 without one. */
function lastCommit(session: Session): number {
  const last = [...session.happened].findLast((happened) => {
    if (happened.kind !== 'ran' || happened.exitCode !== 0) return false;
    const run = gitRun(happened.invocation);
    return run !== undefined && isCommit(run);
  });
  return last?.at ?? 0;
}
