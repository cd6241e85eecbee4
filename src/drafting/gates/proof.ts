import type { Engine } from '../../engine/engine.ts';
import { shown } from '../../engine/proof.ts';
import type { Example } from '../../model/evidence.ts';
import type { Rule } from '../../model/rule.ts';
import type { RepositoryView } from '../../repository/view.ts';
import type { Objection } from '../objection.ts';
import { commandsOf, culpritsOf, obstaclesTo } from '../obstacles.ts';
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
  const objections: Objection[] = [];
  for (const { outcome, number, example } of await tryEvidence(rule, engine, view)) {
    if (outcome === 'missing') objections.push(await missing(rule, number, example, view));
    if (outcome === 'noisy') objections.push(await noisy(rule, number, example, view));
  }
  return objections;
}

async function missing(rule: Rule, number: number, example: Example, view: RepositoryView): Promise<Objection> {
  const obstacles = await obstaclesTo(rule, example, view);
  const commands = commandsOf(example, view);
  const hints = [
    ...(obstacles.length > 0 ? [`it would be caught without ${obstacles.join(', or without ')}`] : []),
    ...(commands.length > 0 ? [`it runs ${commands.join(', ')}`] : []),
  ];
  return {
    gate: 'proof',
    reason: `violating example ${number} is not caught (missing): ${shown(example)}`,
    remedy: [
      'widen the check, or correct the example',
      ...(hints.length > 0 ? hints : [`only its last step is judged${whereabouts(rule, example)}`]),
    ].join('; '),
  };
}

async function noisy(rule: Rule, number: number, example: Example, view: RepositoryView): Promise<Objection> {
  const culprits = await culpritsOf(rule, example, view);
  return {
    gate: 'proof',
    reason: `compliant example ${number} is flagged (noisy): ${shown(example)}`,
    remedy: `narrow the check, or correct the example${culprits.length > 0 ? `; it is flagged by ${culprits.join(' and ')}` : ''}`,
  };
}

function whereabouts({ scope }: Rule, { files }: Example): string {
  const where = scope?.include ? `, and only in ${scope.include.join(', ')}` : '';
  return files === undefined ? `${where}; a file that has to stand there before goes into its \`files\`` : where;
}
