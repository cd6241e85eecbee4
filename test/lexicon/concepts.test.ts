import { beforeAll, describe, expect, it } from 'vitest';
import { prove } from '../../src/engine/proof.ts';
import { type Arm, type Concept, conceptFinder, languagesOfArm, loadLexicon } from '../../src/lexicon/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const lexicon = loadLexicon();
const concepts = Object.values(lexicon.concepts);
const findConcepts = conceptFinder(lexicon);

/** The rule that forbids (or requires) a concept, with all samples of all languages as evidence. */
function ruleOf(concept: Concept, arm: Arm, index: number): Rule {
  return {
    id: `${concept.id}-arm-${index}`,
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: concept.id },
    severity: 'error',
    message: concept.id,
    check: arm.check,
    evidence: {
      violating: arm.samples.flatMap((sample) => sample.violating),
      compliant: arm.samples.flatMap((sample) => sample.compliant),
    },
  };
}

describe('the entries of rules/', () => {
  const failures = new Map<string, string>();

  beforeAll(async () => {
    const rules = concepts.flatMap((concept) => concept.arms.map((arm, index) => ruleOf(concept, arm, index)));
    for (const { rule, reason } of await prove(rules, memoryView({}))) failures.set(rule.id, reason);
  });

  it.each(concepts.map((concept) => [concept.id, concept] as const))(
    '%s: the engine catches what violates it and lets pass what complies',
    (_, concept) => {
      for (const [index, arm] of concept.arms.entries()) {
        expect(arm.samples, `examples of the ${arm.kind} check`).not.toHaveLength(0);
        expect(failures.get(`${concept.id}-arm-${index}`)).toBeUndefined();
      }
      expect(concept.arms.length + concept.contrary.length, 'checks or contraries').toBeGreaterThan(0);
    },
  );

  it.each(concepts.map((concept) => [concept.id, concept] as const))(
    '%s: has an example in each language it reads',
    (_, concept) => {
      for (const arm of concept.arms) {
        const shown = new Set(arm.samples.map((sample) => sample.language));
        const hosts = new Set(['vue', 'svelte', 'astro']);
        const read = (languagesOfArm(arm) ?? []).filter((language) => !hosts.has(language));
        expect(read.filter((language) => !shown.has(language))).toEqual([]);
      }
    },
  );

  it.each(concepts.map((concept) => [concept.id, concept] as const))('%s: its contraries say so too', (_, concept) => {
    for (const id of concept.contrary) expect(lexicon.concepts[id]?.contrary, id).toContain(concept.id);
  });

  it.each(concepts.map((concept) => [concept.id, concept] as const))('%s: is found by each of its names', (_, concept) => {
    for (const name of [...concept.names, ...concept.alone, ...concept.phrasings]) {
      expect(findConcepts(name).map((mention) => mention.concept), name).toContain(concept.id);
    }
  });
});
