import type { Example, Step } from '../../model/evidence.ts';
import type { Rule } from '../../model/rule.ts';
import type { Objection } from '../objection.ts';

const FEWEST = 2;
/** Share of words that a near miss has in common with a violation. */
const NEAR = 0.3;

/** Enough examples of both kinds, no two alike, and one that a careless rule would flag. */
export function evidenceObjections({ evidence }: Rule): readonly Objection[] {
  const objections: Objection[] = [];
  for (const kind of ['violating', 'compliant'] as const) {
    const distinct = new Set(evidence[kind].map((example) => JSON.stringify(example)));
    if (distinct.size < FEWEST) {
      objections.push({
        gate: 'evidence',
        reason: `${distinct.size} different ${kind} example${distinct.size === 1 ? '' : 's'}; ${FEWEST} are needed`,
        remedy:
          kind === 'violating'
            ? 'show two ways of breaking the rule that differ in more than a name'
            : 'show what is right, and a near miss: what looks like a violation and is none',
      });
    }
  }
  if (
    objections.length === 0 &&
    !evidence.compliant.some((one) => evidence.violating.some((other) => near(one, other)))
  ) {
    objections.push({
      gate: 'evidence',
      reason: 'no compliant example is a near miss: none has much in common with a violating one',
      remedy:
        'add one that a careless rule would flag: the same program with another flag, the same name in another place, the forbidden word as part of a longer one',
    });
  }
  return objections;
}

/** Do two examples end in the same kind of step and share words? */
function near(one: Example, other: Example): boolean {
  const [last, otherLast] = [one.steps.at(-1), other.steps.at(-1)];
  if (!last || !otherLast || kindOf(last) !== kindOf(otherLast)) return false;
  const [words, otherWords] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => otherWords.has(word)).length;
  return shared / Math.max(1, Math.min(words.size, otherWords.size)) >= NEAR;
}

function kindOf(step: Step): string {
  return Object.keys(step).find((key) => ['run', 'write', 'delete', 'rename', 'read', 'stop'].includes(key)) ?? '';
}

function wordsOf({ steps }: Example): ReadonlySet<string> {
  const values = steps.flatMap((step) => Object.values(step)).map(String);
  return new Set(values.flatMap((value) => value.match(/[\p{L}\p{N}]+/gu) ?? []));
}
