import picomatch from 'picomatch';
import { joinRepoPath, type RepoPath } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import type { Session } from '../../model/session.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Finding } from '../contract.ts';
import { type GitRun, gitRuns } from './git-invocation.ts';
import type { Judge } from './judge.ts';
import type { Selector } from './selector.ts';

/** Files that may be changed but not staged or committed. */
export function stagingJudge(rule: Rule, selector: Selector): Judge {
  return {
    act(action, { before, session }) {
      if (action.kind !== 'command') return [];
      const findings: Finding[] = [];
      for (const run of gitRuns(action.command)) {
        const path = staged(run, selector, before, session);
        if (path === undefined) continue;
        findings.push({
          rule,
          location: { path },
          found: path,
          message: `\`${run.by.text}\` would stage \`${path}\`, which must not be committed.`,
          fix: rule.instead ?? `leave \`${path}\` out: git restore --staged ${path}`,
        });
      }
      return findings;
    },
  };
}

/** The first file of the selector that a run of git stages. */
function staged(run: GitRun, selector: Selector, view: RepositoryView, session: Session): RepoPath | undefined {
  const { subcommand, by } = run;
  if (subcommand !== 'add' && subcommand !== 'stage' && subcommand !== 'commit') return undefined;
  if (run.args.some((word) => word === '--dry-run' || (subcommand !== 'commit' && word === '-n'))) return undefined;
  const waiting = changedFiles(session, selector, view);
  const folder = by.cwd ?? ('' as RepoPath);
  const all = run.args.some((word) => word === '--all' || cluster(word).includes(subcommand === 'commit' ? 'a' : 'A'));
  if (all && waiting[0] !== undefined) return waiting[0];
  if (subcommand !== 'commit' && run.args.some((word) => word === '-u' || word === '--update') && waiting[0])
    return waiting[0];
  for (const word of pathspecs(run)) {
    const path = word.startsWith(':/') ? joinRepoPath('' as RepoPath, word.slice(2)) : joinRepoPath(folder, word);
    if (path === undefined) continue;
    if (path !== '' && view.kind(path) !== 'absent' && selector.matches(path, view)) return path;
    // What is named is meant, though no list of files has it: git ignores it, or a command of the session has made it.
    if (path !== '' && view.kind(path) !== 'file' && isNamed(path, word, selector)) return path;
    const inside = waiting.find((file) => path === '' || file.startsWith(`${path}/`));
    if (inside !== undefined) return inside;
    if (/[*?[]/.test(word)) {
      const test = picomatch(path, { dot: true, bash: true });
      const hit = view.files().find((file) => test(file) && selector.matches(file, view));
      if (hit !== undefined) return hit;
    }
  }
  return undefined;
}

/** Does a path, or all that lies in such a folder, belong to the selector by its name? */
function isNamed(path: RepoPath, word: string, selector: Selector): boolean {
  if (selector.holds || /[*?[]/.test(word)) return false;
  return selector.named(path) || selector.named(`${path}/example-of-all` as RepoPath);
}

/** Files of the selector that the session changed, that are still there, and that git does not ignore. */
function changedFiles(session: Session, selector: Selector, view: RepositoryView): readonly RepoPath[] {
  const paths = [...session.happened].flatMap((happened) => (happened.kind === 'changed' ? [happened.path] : []));
  return [...new Set(paths)].filter(
    (path) => view.kind(path) === 'file' && !view.ignored(path) && selector.matches(path, view),
  );
}

/** The letters of a bundle of short options up to the first that takes a value: `-am` → `a`. */
function cluster(word: string): string {
  return /^-([A-Za-z]+)/.exec(word)?.[1]?.replace(/[mFCcutS].*$/, '') ?? '';
}

const COMMIT_VALUES =
  /^(?:-[a-zA-Z]*[mFCct]|--(?:message|file|reuse-message|reedit-message|template|author|date|fixup|squash|trailer|cleanup))$/;

function pathspecs(run: GitRun): readonly string[] {
  const found: string[] = [];
  let onlyPaths = false;
  for (let index = 0; index < run.args.length; index++) {
    const word = run.args[index] ?? '';
    if (onlyPaths) found.push(word);
    else if (word === '--') onlyPaths = true;
    else if (run.subcommand === 'commit' && COMMIT_VALUES.test(word)) index++;
    else if (word === '--chmod' || word === '--pathspec-from-file') index++;
    else if (!word.startsWith('-')) found.push(word);
  }
  return found;
}
