import { expect } from 'vitest';
import type { Finding } from '../../../src/checks/contract.ts';
import { changed, happeningsOf } from '../../../src/checks/order/line.ts';
import { orderChecks } from '../../../src/checks/order/module.ts';
import { newSession, remember } from '../../../src/engine/session.ts';
import { type OrderCheck, orderCheckSchema } from '../../../src/model/checks/order.ts';
import type { CommandLine, Effect, Invocation } from '../../../src/model/invocation.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { RuleOf, Scope } from '../../../src/model/rule.ts';
import type { ChangeKind, Happening, Session } from '../../../src/model/session.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import type { RepositoryView } from '../../../src/repository/view.ts';

/** A made-up invocation from words split at spaces. */
export function invocation(words: string, more: Partial<Invocation> = {}): Invocation {
  const [program, ...args] = words.split(' ');
  return { program, args, cwd: repoPath('.'), under: [], chain: [], env: {}, text: words, ...more };
}

/** A line of commands joined by `&&`; `>FILE`, `<FILE` and `-FILE` behind a command are its effects. */
export function line(...parts: readonly (string | Invocation)[]): CommandLine {
  const invocations: Invocation[] = [];
  const effects: Effect[] = [];
  for (const part of parts) {
    const words = typeof part === 'string' ? part.split(' ') : [];
    const run = typeof part === 'string' ? invocation(words.filter((word) => !/^[<>]./.test(word)).join(' ')) : part;
    invocations.push(run);
    for (const word of words) {
      if (/^[<>]./.test(word))
        effects.push({ kind: word.startsWith('>') ? 'write' : 'read', path: repoPath(word.slice(1)), by: run });
    }
  }
  const text = invocations.map((run) => run.text).join(' && ');
  return { text, invocations, effects, unresolved: [], errors: [] };
}

export type Step =
  | { readonly run: string | CommandLine; readonly exit?: number }
  | { readonly change: string; readonly how?: ChangeKind; readonly from?: string }
  | { readonly read: string }
  | 'stop';

const lineOf = (run: string | CommandLine) => (typeof run === 'string' ? line(run) : run);

function happenings(step: Step, view: RepositoryView): readonly Happening[] {
  if (step === 'stop') return [];
  if ('run' in step) return happeningsOf(lineOf(step.run), step.exit, view);
  if ('read' in step) return [{ kind: 'read', path: repoPath(step.read) }];
  const from = step.from === undefined ? undefined : repoPath(step.from);
  return [changed(repoPath(step.change), step.how ?? 'modify', from, view)];
}

export function sessionOf(steps: readonly Step[], view: RepositoryView = memoryView({})): Session {
  return steps.reduce((session, step) => remember(session, happenings(step, view)), newSession('s'));
}

export function ruleOf(contract: object, scope?: Scope): RuleOf<'order'> {
  const check: OrderCheck = orderCheckSchema.parse({ kind: 'order', contract });
  return {
    id: 'the-rule',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'So it is written.' },
    severity: 'error',
    message: 'the rule is broken',
    ...(scope && { scope }),
    check,
    evidence: { violating: [], compliant: [] },
  };
}

/** Judges the last step after the others have happened. */
export async function judged(
  rule: RuleOf<'order'>,
  steps: readonly Step[],
  view: RepositoryView = memoryView({}),
): Promise<readonly Finding[]> {
  return judgedIn(rule, sessionOf(steps.slice(0, -1), view), steps.at(-1) ?? 'stop', view);
}

export async function judgedIn(
  rule: RuleOf<'order'>,
  session: Session,
  step: Step,
  view: RepositoryView = memoryView({}),
): Promise<readonly Finding[]> {
  const rejected: string[] = [];
  const checks = await orderChecks.prepare([rule], { view, reject: (_, reason) => rejected.push(reason) });
  expect(rejected).toEqual([]);
  const context = { before: view, after: view, session };
  if (step === 'stop') return (await checks.act?.({ kind: 'stop' }, context)) ?? [];
  if ('run' in step) return (await checks.act?.({ kind: 'command', command: lineOf(step.run) }, context)) ?? [];
  if ('read' in step) return (await checks.act?.({ kind: 'read', path: repoPath(step.read) }, context)) ?? [];
  const from = step.from === undefined ? {} : { from: repoPath(step.from) };
  const change = { kind: 'change', change: step.how ?? 'modify', path: repoPath(step.change), ...from } as const;
  return (await checks.act?.(change, context)) ?? [];
}
