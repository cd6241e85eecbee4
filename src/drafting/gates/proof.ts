import type { Engine } from '../../engine/engine.ts';
import { shown } from '../../engine/proof.ts';
import type { Example } from '../../model/evidence.ts';
import type { Rule } from '../../model/rule.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Objection } from '../objection.ts';
import { tryEvidence } from '../trial.ts';

/** The evidence comes out as it should in the engine that will hold the rule. */
export async function proofObjections(rule: Rule, engine: Engine, view: RepositoryView): Promise<readonly Objection[]> {
  const rejected = engine.rejected.get(rule.id);
  if (rejected !== undefined) {
    return [
      {
        gate: 'proof',
        reason: `the check cannot work: ${rejected}`,
        remedy: 'correct it; `bylaw tree FILE` shows the names of nodes that queries can use',
      },
    ];
  }
  const tried = await tryEvidence(rule, engine, view);
  return tried.flatMap(({ outcome, number, example }): readonly Objection[] => {
    if (outcome === 'missing') {
      return [
        {
          gate: 'proof',
          reason: `violating example ${number} is not caught (missing): ${shown(example)}`,
          remedy: `widen the check, or correct the example; only its last step is judged${whereabouts(rule, example)}`,
        },
      ];
    }
    if (outcome === 'noisy') {
      return [
        {
          gate: 'proof',
          reason: `compliant example ${number} is flagged (noisy): ${shown(example)}`,
          remedy: 'narrow the check, or correct the example',
        },
      ];
    }
    return [];
  });
}

function whereabouts({ scope }: Rule, { files }: Example): string {
  const where = scope?.include ? `, and only in ${scope.include.join(', ')}` : '';
  return files === undefined ? `${where}; a file that has to stand there before goes into its \`files\`` : where;
}
