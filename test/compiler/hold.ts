import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import type { Rule } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/** An event in short: what is written where, a command with its exit status, or a change of place. */
export type Step =
  | { readonly write: string; readonly content?: string }
  | { readonly run: string; readonly exit?: number }
  | { readonly delete: string }
  | { readonly rename: string; readonly to: string }
  | { readonly stop: true };

export interface Hold {
  readonly rules: readonly Rule[];
  /** The quotes of what the last step breaks, the others having happened. */
  broken(steps: readonly Step[]): Promise<readonly string[]>;
}

/** A repository with these instructions, and a guard over it. */
export async function hold(tree: Readonly<Record<string, string>>, text: string): Promise<Hold> {
  const view = memoryView({ ...tree, 'AGENTS.md': text }, 'main');
  const { rules } = await compile(view, {});
  const guard = createGuard(createEngine(rules, view), view);
  let sessions = 0;
  return {
    rules,
    async broken(steps) {
      sessions += 1;
      let quotes: readonly string[] = [];
      for (const [index, step] of steps.entries()) {
        const last = index === steps.length - 1;
        const event = { ...eventOf(step), phase: last ? 'before' : 'after', session: `s${sessions}` };
        const verdict = await guard.take(eventSchema.parse(event));
        if (last) quotes = verdict.violations.map((violation) => violation.source.quote);
      }
      return quotes;
    },
  };
}

function eventOf(step: Step): Record<string, unknown> {
  if ('write' in step) return { kind: 'write', path: step.write, content: step.content ?? 'x\n' };
  if ('run' in step) return { kind: 'command', command: step.run, exitCode: step.exit ?? 0 };
  if ('delete' in step) return { kind: 'delete', path: step.delete };
  if ('rename' in step) return { kind: 'rename', from: step.rename, to: step.to };
  return { kind: 'stop' };
}
