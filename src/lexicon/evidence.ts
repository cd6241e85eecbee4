import type { Check } from '../model/check.ts';
import type { CodeMatcher } from '../model/checks/code.ts';
import type { Evidence, Example, Step } from '../model/evidence.ts';
import type { Language } from '../model/language.ts';
import type { Arm, Concept } from './lexicon.ts';

/** Languages that the code check of an arm can read; `undefined` where it reads any file or none. */
export function languagesOfArm(arm: Arm): readonly Language[] | undefined {
  return arm.check.kind === 'code' ? [...new Set(arm.check.match.flatMap((one) => one.languages))] : undefined;
}

/** The arm cut down to some languages; `undefined` where nothing remains. Arms that are not about languages stay whole. */
export function armFor(arm: Arm, languages: readonly Language[]): Arm | undefined {
  if (arm.check.kind !== 'code') return arm;
  const cut = (matchers: readonly CodeMatcher[]): CodeMatcher[] =>
    matchers.flatMap((one) => {
      const kept = one.languages.filter((language) => languages.includes(language));
      return kept.length === 0 ? [] : [{ ...one, languages: kept }];
    });
  const match = cut(arm.check.match);
  if (match.length === 0) return undefined;
  const check: Check = {
    ...arm.check,
    match,
    ...(arm.check.unless && { unless: cut(arm.check.unless) }),
    ...(arm.check.when && { when: cut(arm.check.when) }),
  };
  const samples = arm.samples.filter((sample) => sample.language === undefined || languages.includes(sample.language));
  return { ...arm, check, samples };
}

/** The examples of an arm, each text once; `place` moves the files they write, so that a rule's scope can cover them. */
export function evidenceOf(arm: Arm, place: (path: string) => string = (path) => path): Evidence {
  const moved = (example: Example): Example => ({
    ...example,
    steps: example.steps.map((step): Step => ('write' in step ? { ...step, write: place(step.write) } : step)),
  });
  const samples = [...new Map(arm.samples.toReversed().map((sample) => [sample.text, sample])).values()].toReversed();
  return {
    violating: samples.flatMap((sample) => sample.violating.map(moved)),
    compliant: samples.flatMap((sample) => sample.compliant.map(moved)),
  };
}

/** What a person would call the concept: its first name without marks. */
export function titleOf(concept: Concept): string {
  return concept.names[0] ?? concept.id.replaceAll('-', ' ');
}
