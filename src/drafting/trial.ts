import { createEngine, type Engine } from '../engine/engine.ts';
import { breaks, type ProofOutcome } from '../engine/proof.ts';
import type { Example } from '../model/evidence.ts';
import type { Rule } from '../model/rule.ts';
import type { RepositoryView } from '../repository/view.ts';

/** What came of one example of a rule. */
export interface Tried {
  readonly rule: Rule;
  readonly kind: 'violating' | 'compliant';
  /** Its place among the examples of its kind, from 1. */
  readonly number: number;
  readonly example: Example;
  readonly outcome: ProofOutcome;
}

/** An engine of these rules, prepared to the end, so that what cannot work is known. */
export async function engineOf(rules: readonly Rule[], view: RepositoryView): Promise<Engine> {
  const engine = createEngine(rules, view);
  await engine.completeAll();
  return engine;
}

/** Runs all evidence of a rule in the engine that holds it. */
export async function tryEvidence(rule: Rule, engine: Engine, view: RepositoryView): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const kind of ['violating', 'compliant'] as const) {
    for (const [index, example] of rule.evidence[kind].entries()) {
      const caught = await breaks(rule, example, engine, view);
      tried.push({ rule, kind, number: index + 1, example, outcome: outcomeOf(kind, caught) });
    }
  }
  return tried;
}

function outcomeOf(kind: Tried['kind'], caught: boolean): ProofOutcome {
  if (kind === 'violating') return caught ? 'reported' : 'missing';
  return caught ? 'noisy' : 'validated';
}
