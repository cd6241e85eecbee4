import type { Action, Finding, PreparedChecks } from '../checks/contract.ts';
import type { Check } from '../model/check.ts';
import { CHECK_KINDS, type CheckKind } from '../model/check-kind.ts';
import type { Event } from '../model/event.ts';
import type { RepoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import type { Session } from '../model/session.ts';
import type { Verdict } from '../model/verdict.ts';
import type { RepositoryView } from '../repository/view.ts';
import { type Deed, deedOf } from './actions.ts';
import { introduced } from './ratchet.ts';
import { prepareKind } from './registry.ts';
import { verdictOf } from './verdict.ts';

/** Which kinds of check can have something to say about an action. Only these are prepared for it. */
const ACTING: Readonly<Record<Action['kind'], readonly CheckKind[]>> = {
  command: ['command', 'paths', 'order'],
  change: ['paths', 'order', 'imports', 'config'],
  read: ['paths', 'order'],
  stop: ['order', 'paths'],
};
/** Kinds that judge changes only for rules about what an edit takes away, or about texts as they were before. */
const KEEPING: readonly CheckKind[] = ['code', 'text'];
const INSPECTING: readonly CheckKind[] = ['code', 'text', 'config', 'imports', 'paths'];

export interface Engine {
  readonly rules: readonly Rule[];
  /** Rules that could not be prepared, with why. Complete after `completeAll`. */
  readonly rejected: ReadonlyMap<string, string>;
  /** Prepares every kind of check; what a kind puts off until a file needs it stays put off. */
  prepareAll(): Promise<void>;
  /** Prepares everything to the end: all grammars loaded, all queries compiled. */
  completeAll(): Promise<void>;
  /** All findings about an event: what it introduces, and what it is. Throws a Failure for a path outside the repository. */
  find(event: Event, view: RepositoryView, session: Session, deed?: Deed): Promise<Found>;
  /** `deed`: the event taken apart in this view, for a caller that needs it too. */
  judge(event: Event, view: RepositoryView, session: Session, deed?: Deed): Promise<Verdict>;
  /** All violations that stand in these files, old ones too. `advance` hears of files (or parts of one) done. */
  inspect(paths: readonly RepoPath[], view: RepositoryView, advance?: (files: number) => void): Promise<Verdict>;
}

export interface Found {
  readonly findings: readonly Finding[];
  readonly notLookedAt: readonly { path: string; reason: string }[];
}

/** An engine over rules. `view` is what repository facts are taken from when a kind of check is first needed. */
export function createEngine(
  rules: readonly Rule[],
  view: RepositoryView,
  { examplesOnly = false }: { readonly examplesOnly?: boolean } = {},
): Engine {
  const rejected = new Map<string, string>();
  const prepared = new Map<CheckKind, Promise<PreparedChecks>>();
  const kindsInUse = new Set(rules.map((rule) => rule.check.kind));

  const keeping = KEEPING.filter((kind) => rules.some(({ check }) => check.kind === kind && isOfEdit(check)));
  const inspecting = INSPECTING.filter((kind) =>
    rules.some(({ check }) => check.kind === kind && speaksOfStanding(check)),
  );
  const acting = (action: Action): readonly CheckKind[] =>
    action.kind === 'change' ? [...ACTING.change, ...keeping] : ACTING[action.kind];

  const ready = (kinds: readonly CheckKind[]): Promise<PreparedChecks[]> =>
    Promise.all(
      kinds
        .filter((kind) => kindsInUse.has(kind))
        .map((kind) => {
          const known =
            prepared.get(kind) ??
            prepareKind(kind, rules, { view, reject: (rule, reason) => rejected.set(rule.id, reason), examplesOnly });
          prepared.set(kind, known);
          return known;
        }),
    );

  const look = async (path: RepoPath, at: RepositoryView): Promise<Found> => {
    const findings: Finding[] = [];
    const notLookedAt: { path: string; reason: string }[] = [];
    for (const checks of await ready(inspecting)) {
      const inspection = await checks.inspect?.(path, at);
      if (inspection) findings.push(...inspection.findings);
      if (
        inspection?.notLookedAt !== undefined &&
        !notLookedAt.some((other) => other.reason === inspection.notLookedAt)
      ) {
        notLookedAt.push({ path, reason: inspection.notLookedAt });
      }
    }
    return { findings, notLookedAt };
  };

  const find = async (event: Event, before: RepositoryView, session: Session, known?: Deed): Promise<Found> => {
    const deed = known ?? (await deedOf(event, before));
    const findings: Finding[] = [];
    const notLookedAt: { path: string; reason: string }[] = [];
    for (const action of deed.actions) {
      for (const checks of await ready(acting(action))) {
        const acted = await checks.act?.(action, { before, after: deed.after, session });
        if (acted) findings.push(...acted);
      }
    }
    for (const { path, was } of deed.rewritten) {
      const now = await look(path, deed.after);
      notLookedAt.push(...now.notLookedAt);
      if (now.findings.length > 0) findings.push(...introduced((await look(was, before)).findings, now.findings));
    }
    return { findings, notLookedAt };
  };

  return {
    rules,
    rejected,
    prepareAll: async () => {
      await ready(CHECK_KINDS);
    },
    completeAll: async () => {
      for (const checks of await ready(CHECK_KINDS)) await checks.complete?.();
    },
    find,
    judge: async (event, before, session, deed) => {
      const { findings, notLookedAt } = await find(event, before, session, deed);
      return verdictOf(findings, event, notLookedAt);
    },
    inspect: async (paths, at, advance) => {
      const findings: Finding[] = [];
      const notLookedAt = new Map<string, { path: string; reason: string }>();
      const kinds = await ready(inspecting);
      for (const checks of kinds) {
        const together = await checks.inspectAll?.(paths, at);
        for (const path of paths) {
          const inspection = together ? together.get(path) : await checks.inspect?.(path, at);
          findings.push(...(inspection?.findings ?? []));
          const reason = inspection?.notLookedAt;
          if (reason !== undefined) notLookedAt.set(`${path}\0${reason}`, { path, reason });
          advance?.(1 / kinds.length);
        }
      }
      return verdictOf(findings, undefined, [...notLookedAt.values()]);
    },
  };
}

/** Who may change a file, and what changes along with it, says nothing of a file as it stands. */
function speaksOfStanding(check: Check): boolean {
  return check.kind !== 'paths' || !['protected', 'companion'].includes(check.contract.type);
}

function isOfEdit(check: Check): boolean {
  if (check.kind === 'code') return check.mode === 'keep' || check.mode === 'append';
  return check.kind === 'text' && (check.mode === 'keep' || check.unlessBefore !== undefined);
}
