import type { CommandLine } from '../../model/invocation.ts';
import type { RepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';

/** Reads a command line: what it runs, which files it touches, what cannot be known. Never throws. */
export function readCommandLine(text: string, _cwd: RepoPath, _view: RepositoryView): CommandLine {
  return { text, invocations: [], effects: [], unresolved: [], errors: [] };
}
