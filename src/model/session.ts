import type { Invocation } from './invocation.ts';
import type { RepoPath } from './path.ts';

export type ChangeKind = 'create' | 'modify' | 'delete' | 'rename';

/** What has happened in a session, in order; `at` grows by one with each happening, from 1. */
export type Happened =
  | {
      readonly at: number;
      readonly kind: 'ran';
      readonly invocation: Invocation;
      /** Exit status of the whole line it stood in; `undefined` where nobody told. */
      readonly exitCode: number | undefined;
      /** The branch that was checked out. */
      readonly branch?: string;
    }
  | {
      readonly at: number;
      readonly kind: 'changed';
      readonly path: RepoPath;
      readonly change: ChangeKind;
      readonly from?: RepoPath;
      /** git ignores the file. */
      readonly ignored?: boolean;
      /** What a manifest declares as dependencies has changed with it. */
      readonly dependencies?: boolean;
      /** Lines taken out (`-line`) and put in (`+line`), where they are known and some rule asks for them. */
      readonly edits?: string;
    }
  | { readonly at: number; readonly kind: 'read'; readonly path: RepoPath };

/** What happened, before it has its place in a session. */
export type Happening = Happened extends infer H ? (H extends Happened ? Omit<H, 'at'> : never) : never;

/** A stretch of a history, oldest first, and the stretch before it. Chapters are never changed, so answers about one can be kept. */
export interface Chapter {
  readonly facts: readonly Happened[];
  readonly earlier: Chapter | undefined;
}

/** Everything that a session remembers. Iterates oldest first; `latest` walks back from the newest. */
export interface History extends Iterable<Happened> {
  readonly latest: Chapter | undefined;
  readonly length: number;
  /** `at` of the newest happening; 0 when there is none. */
  readonly end: number;
  /** Happenings up to this `at` may be missing, 0 when nothing was forgotten. What came later is complete. */
  readonly forgotten: number;
}

/** An agent's run of events. Immutable: recording an event gives a new session. */
export interface Session {
  readonly id: string;
  readonly happened: History;
}
