import { createEngine } from '../../../src/engine/engine.ts';
import { createGuard } from '../../../src/engine/guard.ts';
import type { PathsCheck } from '../../../src/model/checks/paths.ts';
import { eventSchema } from '../../../src/model/event.ts';
import type { Evidence, Step } from '../../../src/model/evidence.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { Rule } from '../../../src/model/rule.ts';
import type { Violation } from '../../../src/model/verdict.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

const EVIDENCE: Evidence = { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] };

export function pathsRule(contract: PathsCheck['contract'], extra: Partial<Rule> = {}): Rule {
  return {
    id: 'paths-rule',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'as it says' },
    severity: 'error',
    message: 'the rule is broken',
    check: { kind: 'paths', contract },
    evidence: EVIDENCE,
    ...extra,
  };
}

/** Plays steps over files; all but the last have happened. Returns the violations of the last. */
export async function play(
  rules: Rule | readonly Rule[],
  files: Readonly<Record<string, string>>,
  steps: readonly Step[],
): Promise<readonly Violation[]> {
  const view = memoryView(files);
  const engine = createEngine(Array.isArray(rules) ? rules : [rules], view);
  await engine.prepareAll();
  if (engine.rejected.size > 0) throw new Error([...engine.rejected.values()].join('; '));
  const guard = createGuard(engine, view);
  for (const [index, step] of steps.entries()) {
    const verdict = await guard.take(eventSchema.parse(eventOf(step, index < steps.length - 1)));
    if (index === steps.length - 1) return verdict.violations;
  }
  return [];
}

/** All violations that stand in the files. */
export async function inspectAll(rule: Rule, files: Readonly<Record<string, string>>): Promise<readonly Violation[]> {
  const view = memoryView(files);
  return (await createEngine([rule], view).inspect(Object.keys(files).map(repoPath), view)).violations;
}

function eventOf(step: Step, happened: boolean): object {
  const phase = happened ? 'after' : 'before';
  if ('run' in step)
    return {
      kind: 'command',
      phase,
      command: step.run,
      cwd: step.cwd ?? '.',
      ...(happened && { exitCode: step.exit ?? 0 }),
    };
  if ('write' in step) return { kind: 'write', phase, path: step.write, content: step.content };
  if ('delete' in step) return { kind: 'delete', phase, path: step.delete };
  if ('rename' in step) return { kind: 'rename', phase, from: step.rename, to: step.to };
  if ('read' in step) return { kind: 'read', phase, path: step.read };
  return { kind: 'stop', phase };
}
