import { beforeAll, describe, expect, it } from 'vitest';
import { prove } from '../../src/engine/proof.ts';
import { type Arm, type Concept, languagesOfArm, loadLexicon, type Sample } from '../../src/lexicon/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const concepts = Object.values(loadLexicon().concepts).filter((concept) => concept.arms.length > 0);
const cases = concepts.map((concept) => [concept.id, concept] as const);
/** Rules proved by one engine: their queries are combined once. */
const TOGETHER = 25;

/** One sample of each text; which of its languages it is in changes from text to text. */
function oneOfEachText(samples: readonly Sample[]): Sample[] {
  const texts = [...new Set(samples.map((sample) => sample.text))];
  return texts.flatMap((text, turn) => {
    const same = samples.filter((sample) => sample.text === text);
    const chosen = same[turn % same.length];
    return chosen ? [chosen] : [];
  });
}

function ruleOf(concept: Concept, arm: Arm, index: number): Rule {
  const samples = oneOfEachText(arm.samples);
  return {
    id: `${concept.id}-arm-${index}`,
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: concept.id },
    severity: 'error',
    message: concept.id,
    check: arm.check,
    evidence: {
      violating: samples.flatMap((sample) => sample.violating),
      compliant: samples.flatMap((sample) => sample.compliant),
    },
  };
}

describe('the checks of a concept', () => {
  const failures = new Map<string, string>();

  beforeAll(async () => {
    const rules = concepts.flatMap((concept) => concept.arms.map((arm, index) => ruleOf(concept, arm, index)));
    for (let from = 0; from < rules.length; from += TOGETHER) {
      const some = rules.slice(from, from + TOGETHER);
      for (const { rule, reason } of await prove(some, memoryView({}))) failures.set(rule.id, reason);
    }
  }, 120_000);

  it.each(cases)('%s: the engine catches what violates it and lets pass what complies', (id, { arms }) => {
    for (const [index, arm] of arms.entries()) {
      expect(arm.samples, `examples of the ${arm.kind} check`).not.toHaveLength(0);
      expect(failures.get(`${id}-arm-${index}`)).toBeUndefined();
    }
  });

  it.each(cases)('%s: has an example in each language it reads', (_, { arms }) => {
    const hosts = ['vue', 'svelte', 'astro'];
    for (const arm of arms) {
      const read = (languagesOfArm(arm) ?? []).filter((language) => !hosts.includes(language));
      expect(arm.samples.map((sample) => sample.language)).toEqual(expect.arrayContaining(read));
    }
  });
});
