import type { Invocation } from './invocation.ts';
import type { RepoPath } from './path.ts';

export type ChangeKind = 'create' | 'modify' | 'delete' | 'rename';

/** What has happened in a session, in order; `at` grows by one with each happening. */
export type Happened =
  | {
      readonly at: number;
      readonly kind: 'ran';
      readonly invocations: readonly Invocation[];
      readonly exitCode: number | undefined;
    }
  | {
      readonly at: number;
      readonly kind: 'changed';
      readonly path: RepoPath;
      readonly change: ChangeKind;
      readonly from?: RepoPath;
    }
  | { readonly at: number; readonly kind: 'read'; readonly path: RepoPath };

/** An agent's run of events. Immutable: recording an event gives a new session. */
export interface Session {
  readonly id: string;
  readonly happened: readonly Happened[];
}
