import { beforeAll, describe, expect, test } from 'vitest';
import { type CombinedQuery, combine } from '../../../src/checks/code/combined.ts';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { isInterpretable } from '../../../src/checks/code/interpret-query.ts';
import { literalIndex, mayMatch } from '../../../src/checks/code/literals.ts';
import { compileMatcher } from '../../../src/checks/code/matchers.ts';
import { occurs } from '../../../src/checks/code/occurrence.ts';
import { readQuery } from '../../../src/checks/code/query-tree.ts';
import type { Probe } from '../../../src/checks/code/skeleton.ts';
import type { Grammar } from '../../../src/checks/code/syntax.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import type { Language } from '../../../src/model/language.ts';

beforeAll(startSyntax);

const lexicon = loadLexicon();
const arms = Object.values(lexicon.concepts)
  .flatMap((concept) => concept.arms)
  .flatMap((arm) => (arm.check.kind === 'code' ? [{ check: arm.check, samples: arm.samples }] : []));
const languages = [...new Set(arms.flatMap(({ check }) => check.match.flatMap((matcher) => matcher.languages)))];

function probesOf(language: Language): Probe[] {
  const matchers = arms.flatMap(({ check }) => [...check.match, ...(check.unless ?? []), ...(check.when ?? [])]);
  return matchers
    .filter((matcher) => matcher.query !== undefined && matcher.languages.includes(language))
    .flatMap((matcher) => {
      const compiled = compileMatcher(matcher, language);
      return [...compiled.probes, ...(compiled.filter?.queries.flatMap((side) => side.probes) ?? [])];
    });
}

/** Samples looked at in a language, spread over all of them. */
const MOST_SAMPLES = 60;

function samplesOf(language: Language): string[] {
  const steps = arms
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.language === language)
    .flatMap((sample) => [...sample.violating, ...sample.compliant])
    .flatMap((example) => example.steps);
  const texts = [...new Set(steps.flatMap((step) => ('write' in step ? [step.content] : [])))];
  const each = Math.ceil(texts.length / MOST_SAMPLES);
  return texts.filter((_, index) => index % each === 0);
}

/** Numbers of the probes that occur, by the engine (all in one query) and by walking the tree. */
function bothWays(
  grammar: Grammar,
  query: CombinedQuery,
  probes: readonly Probe[],
  text: string,
): [number[], number[]] {
  const tree = grammar.parse(text, 1000);
  if (!tree) throw new Error('the sample cannot be parsed');
  const hits = query.run(tree, 5000);
  const index = literalIndex(text);
  const walked = probes.flatMap((probe, number) =>
    mayMatch(probe.literals, index) && occurs(grammar, probe, tree) ? [number] : [],
  );
  tree.delete();
  return [[...hits.of.keys()].sort((a, b) => a - b), walked];
}

describe('walking a tree finds what the query engine finds', () => {
  test.each(languages)('the queries of the lexicon in its samples of %s', (language) => {
    const grammar = grammarOf(language);
    if (!grammar) return;
    const probes = probesOf(language).filter(({ skeleton }) =>
      readQuery(skeleton).every(({ item }) => isInterpretable(item, grammar)),
    );
    if (probes.length === 0) return;
    const query = combine(grammar, probes);
    const differing = samplesOf(language).flatMap((text) => {
      const [engine, walked] = bothWays(grammar, query, probes, text);
      const only = (these: number[], those: number[]) =>
        these.filter((number) => !those.includes(number)).map((number) => probes[number]?.skeleton);
      const [missing, extra] = [only(engine, walked), only(walked, engine)];
      return missing.length + extra.length > 0 ? [{ text, missing, extra }] : [];
    });
    expect(differing).toEqual([]);
  });
});
