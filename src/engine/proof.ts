import { CHECK_KINDS } from '../model/check-kind.ts';
import type { Event } from '../model/event.ts';
import { eventSchema } from '../model/event.ts';
import type { Example, Step } from '../model/evidence.ts';
import { parseRepoPath, type RepoPath } from '../model/path.ts';
import type { Rule } from '../model/rule.ts';
import type { Verdict } from '../model/verdict.ts';
import { overlay } from '../repository/overlay.ts';
import type { RepositoryView } from '../repository/view.ts';
import { createEngine, type Engine } from './engine.ts';
import { createGuard } from './guard.ts';

/** Outcome of one example: as it should be, a false alarm on a compliant one, or a violation not caught. */
export type ProofOutcome = 'reported' | 'validated' | 'noisy' | 'missing';

export interface ProofFailure {
  readonly rule: Rule;
  readonly reason: string;
  readonly outcome: 'noisy' | 'missing' | 'rejected';
  readonly example?: Example;
}

/**
 * Runs the evidence of all rules in the real engine and returns those that fail, with why, in the order of the rules.
 * Rules of one kind are judged together, as in use; the other kinds have nothing to say about them.
 * `briefly`: queries of shapes that their grammar is known to take are not compiled, but matched by walking.
 */
export async function prove(
  rules: readonly Rule[],
  view: RepositoryView,
  { briefly = false }: { readonly briefly?: boolean } = {},
): Promise<readonly ProofFailure[]> {
  const failed = new Map<Rule, ProofFailure>();
  for (const own of CHECK_KINDS.flatMap((kind) => chunks(rules.filter((rule) => rule.check.kind === kind)))) {
    const engine = createEngine(own, view, { examplesOnly: briefly });
    await engine.completeAll();
    for (const rule of own) {
      const rejection = engine.rejected.get(rule.id);
      const failure =
        rejection === undefined
          ? await proveRule(rule, engine, view)
          : { rule, reason: rejection, outcome: 'rejected' as const };
      if (failure) failed.set(rule, failure);
    }
  }
  return rules.flatMap((rule) => failed.get(rule) ?? []);
}

/** So many rules are judged together: each example is looked at by all of them. */
const TOGETHER = 60;

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) =>
    all.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
}

async function proveRule(rule: Rule, engine: Engine, view: RepositoryView): Promise<ProofFailure | undefined> {
  for (const example of rule.evidence.violating) {
    if (!(await breaks(rule, example, engine, view)))
      return { rule, example, outcome: 'missing', reason: `does not catch its violating example: ${shown(example)}` };
  }
  for (const example of rule.evidence.compliant) {
    if (await breaks(rule, example, engine, view))
      return { rule, example, outcome: 'noisy', reason: `flags its compliant example: ${shown(example)}` };
  }
  return undefined;
}

/** Does the last step of the example break the rule? */
export async function breaks(rule: Rule, example: Example, engine: Engine, view: RepositoryView): Promise<boolean> {
  const { violations } = await judgeExample(example, engine, view);
  return violations.some((violation) => violation.rule === rule.id);
}

/** The verdict on the last step of an example, by all rules of the engine. */
export async function judgeExample(example: Example, engine: Engine, view: RepositoryView): Promise<Verdict> {
  const files = new Map<RepoPath, string>();
  for (const [file, content] of Object.entries(example.files ?? {})) {
    const path = parseRepoPath(file);
    if (path !== undefined) files.set(path, content);
  }
  const last = example.steps.at(-1);
  const rewritten = last && 'write' in last ? parseRepoPath(last.write) : undefined;
  // What stands in the tree must not decide: the ratchet would take an old violation of the same text for the example's.
  if (rewritten !== undefined && !files.has(rewritten) && view.kind(rewritten) === 'file') files.set(rewritten, '');
  const guard = createGuard(engine, overlay(view, files, example.branch));
  for (const step of example.steps.slice(0, -1)) await guard.take(eventOf(step, 'after'));
  return last ? guard.take(eventOf(last, 'before')) : { decision: 'allow', violations: [] };
}

function eventOf(step: Step, phase: 'before' | 'after'): Event {
  return eventSchema.parse({ phase, session: 'proof', ...shorthand(step, phase) });
}

function shorthand(step: Step, phase: 'before' | 'after'): object {
  if ('run' in step)
    return {
      kind: 'command',
      command: step.run,
      cwd: step.cwd,
      ...(phase === 'after' && { exitCode: step.exit ?? 0 }),
    };
  if ('write' in step) return { kind: 'write', path: step.write, content: step.content };
  if ('delete' in step) return { kind: 'delete', path: step.delete };
  if ('rename' in step) return { kind: 'rename', from: step.rename, to: step.to };
  if ('read' in step) return { kind: 'read', path: step.read };
  return { kind: 'stop' };
}

/** An example in one line, shortened. */
export function shown(example: Example): string {
  const text = example.steps
    .map((step) => ('write' in step ? `write ${step.write}: ${JSON.stringify(step.content)}` : JSON.stringify(step)))
    .join(', then ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
