import picomatch from 'picomatch';
import type { Example, Step } from '../../../model/evidence.ts';
import type { Draft } from '../draft.ts';

/** Commands that a rule of one folder speaks of are run there, in its examples as well. */
export function inItsFolder(draft: Draft): Draft {
  const { check, scope, evidence } = draft;
  const worded = check.kind === 'order' && check.contract.type === 'message';
  const [first] = scope?.include ?? [];
  if ((check.kind !== 'command' && !worded) || first === undefined) return draft;
  const { base } = picomatch.scan(first);
  if (base === '' || base === '.') return draft;
  return {
    ...draft,
    evidence: {
      violating: evidence.violating.map((example) => within(base, example)),
      compliant: evidence.compliant.map((example) => within(base, example)),
    },
  };
}

function within(folder: string, example: Example): Example {
  return { ...example, steps: example.steps.map((step) => entering(folder, step)) };
}

function entering(folder: string, step: Step): Step {
  if (!('run' in step) || step.run.startsWith('cd ')) return step;
  return { ...step, run: `cd ${folder} && ${step.run}` };
}
