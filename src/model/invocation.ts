import type { RepoPath } from './path.ts';

/** One program run by a command line, with its wrappers unwrapped. Plain data: it survives JSON. */
export interface Invocation {
  /** Program name without folder and `.exe`; `undefined` where it cannot be known. */
  readonly program: string | undefined;
  /** Arguments after expansion; `undefined` stands for one that cannot be known, U+FFFC for an unknown part of one. */
  readonly args: readonly (string | undefined)[];
  /** Folder it runs in; `undefined` where it is outside the repository or unknown. */
  readonly cwd: RepoPath | undefined;
  /** Wrappers around it, outermost first, as words: `['sudo'], ['uv', 'run', '--frozen']`. */
  readonly under: readonly (readonly string[])[];
  /** How it is reached from the line, for the trace: `['npm run build', 'sh -c …']`; empty when it stands in the line itself. */
  readonly chain: readonly string[];
  /** Those links of the chain that are scripts of the repository: `npm run build`, `make test`, `scripts/x.sh`. */
  readonly scripts?: readonly string[];
  /** Environment assignments in front of it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Its own words as text, for traces: `git push --force`. */
  readonly text: string;
  /** Text fed to its standard input where known (heredoc, here-string, a pipe of known text). */
  readonly stdin?: string;
  /** The program as a file of the repository, where it is called by a path: `scripts/deploy.sh`. */
  readonly file?: RepoPath;
  /** Arguments that name a place written another way than rules do, by index: `../x`, absolute, below another folder. */
  readonly places?: Readonly<Record<number, string>>;
  /** Files it touches, inside and outside the repository, redirections included. */
  readonly touches?: readonly Touch[];
  /** Its failure goes unnoticed: another command stands behind it after `||`, and that one does not end the line (`exit`, `return`, `false`). */
  readonly orElse?: boolean;
  /** It stands in a `while` or `until`, in the condition or the body; `for x in …` does not go on for ever. */
  readonly looped?: boolean;
  /** It may run beside others: `… &`, `xargs -P`. */
  readonly beside?: boolean;
  /** It only runs other invocations of the same line (`sudo`, `sh -c`), and does nothing of its own. */
  readonly wraps?: boolean;
  /** The same deed in other words (`Remove-Item -Recurse` as `rm -r`); the original stands beside it. */
  readonly translated?: boolean;
}

/**
 * A file touched. `path` is relative to the repository root where it lies inside, otherwise absolute or
 * in the home folder (`~/x`); `undefined` where it cannot be known. A folder stands for all below it.
 */
export interface Touch {
  readonly kind: 'write' | 'append' | 'delete' | 'rename' | 'read';
  readonly path: string | undefined;
  readonly to?: string | undefined;
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
  /** What the line itself does to files. What scripts of the repository do stands in the `touches` of their invocations. */
  readonly effects: readonly Effect[];
  /** Parts that run something that cannot be known, as written. */
  readonly unresolved: readonly string[];
  /** Grammar errors, if any; what could be read is still in `invocations`. */
  readonly errors: readonly string[];
}
