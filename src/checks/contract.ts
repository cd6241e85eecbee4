import type { CheckKind } from '../model/check-kind.ts';
import type { CommandLine, Invocation } from '../model/invocation.ts';
import type { RepoPath } from '../model/path.ts';
import type { Rule, RuleOf } from '../model/rule.ts';
import type { ChangeKind, Session } from '../model/session.ts';
import type { Location } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';

export type MaybePromise<T> = T | Promise<T>;

/** A rule found broken. `message` and `fix` replace the rule's own where the finding knows better. */
export interface Finding {
  readonly rule: Rule;
  readonly location?: Location;
  readonly message?: string;
  readonly fix?: string;
  /** The offending text; two findings of a rule with the same text are the same to the ratchet. */
  readonly found?: string;
}

/** What was found in a file, or why it was not looked at. */
export interface Inspection {
  readonly findings: readonly Finding[];
  readonly notLookedAt?: string;
}

/** Something done in the repository. A change that a command makes carries the invocation, and no content. */
export type Action =
  | { readonly kind: 'command'; readonly command: CommandLine }
  | {
      readonly kind: 'change';
      readonly change: ChangeKind;
      readonly path: RepoPath;
      readonly from?: RepoPath;
      readonly content?: string;
      readonly by?: Invocation;
    }
  | { readonly kind: 'read'; readonly path: RepoPath; readonly by?: Invocation }
  | { readonly kind: 'stop' };

export interface ActContext {
  /** The repository before and after the action. */
  readonly before: RepositoryView;
  readonly after: RepositoryView;
  /** What the session has done before. */
  readonly session: Session;
}

/** Rules of one kind, ready to judge. */
export interface PreparedChecks {
  /** Judges the state of one file. The engine compares before and after (the ratchet), and uses it for whole-tree checks. */
  inspect?(path: RepoPath, view: RepositoryView): MaybePromise<Inspection>;
  /** As `inspect` for many files at once, where a kind has a faster way (threads, a cache of results). */
  inspectAll?(paths: readonly RepoPath[], view: RepositoryView): MaybePromise<ReadonlyMap<RepoPath, Inspection>>;
  /** Judges an action as such; never compared with an earlier state. */
  act?(action: Action, context: ActContext): MaybePromise<readonly Finding[]>;
  /** Finishes preparation that is put off until needed, so that every rule that cannot work has been rejected. */
  complete?(): MaybePromise<void>;
}

export interface PrepareContext {
  readonly view: RepositoryView;
  /** Says that a rule cannot work (a query with an error, say); the rule is left out, the others go on. */
  reject(rule: Rule, reason: string): void;
  /** Only texts of a few lines will be judged, each once: what pays for large ones only is to be left out. */
  readonly examplesOnly?: boolean;
}

/** One kind of check: takes all rules of its kind at once, so that they can be judged together. */
export interface CheckModule<K extends CheckKind> {
  readonly kind: K;
  prepare(rules: readonly RuleOf<K>[], context: PrepareContext): MaybePromise<PreparedChecks>;
}
