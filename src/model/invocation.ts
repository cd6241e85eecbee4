import type { RepoPath } from './path.ts';

/** One program run by a command line, with its wrappers unwrapped. */
export interface Invocation {
  /** Program name without folder and `.exe`; `undefined` where it cannot be known. */
  readonly program: string | undefined;
  /** Arguments after expansion; `undefined` stands for one that cannot be known. */
  readonly args: readonly (string | undefined)[];
  /** Folder it runs in; `undefined` where it is outside the repository or unknown. */
  readonly cwd: RepoPath | undefined;
  /** Wrappers around it, outermost first, as words: `['sudo'], ['uv', 'run', '--frozen']`. */
  readonly under: readonly (readonly string[])[];
  /** How it is reached from the line, for the trace: `['npm run build', 'sh -c …']`; empty when it stands in the line itself. */
  readonly chain: readonly string[];
  /** Environment assignments in front of it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Its own words as text, for traces: `git push --force`. */
  readonly text: string;
  /** Text fed to its standard input where known (heredoc, here-string). */
  readonly stdin?: string;
}

/** A file touched by a command line. `path` is inside the repository. */
export interface Effect {
  readonly kind: 'write' | 'delete' | 'rename' | 'read';
  readonly path: RepoPath;
  readonly to?: RepoPath;
  readonly by: Invocation;
}

/** A command line understood. */
export interface CommandLine {
  readonly text: string;
  readonly invocations: readonly Invocation[];
  readonly effects: readonly Effect[];
  /** Parts that run something that cannot be known, as written. */
  readonly unresolved: readonly string[];
  /** Grammar errors, if any; what could be read is still in `invocations`. */
  readonly errors: readonly string[];
}
