import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { codeSpanToMatchers } from '../../../src/checks/code/code-span.ts';
import { combine } from '../../../src/checks/code/combined.ts';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { isKnownShape, shapeKey } from '../../../src/checks/code/known-shapes.ts';
import { compileMatcher } from '../../../src/checks/code/matchers.ts';
import type { Probe } from '../../../src/checks/code/skeleton.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { lexiconMatchers } from '../../../src/lexicon/matchers.ts';
import { LANGUAGES, type Language } from '../../../src/model/language.ts';

beforeAll(startSyntax);

const lexicon = lexiconMatchers(loadLexicon());
const { refused } = z
  .object({ refused: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../../../dist/shapes.json', import.meta.url), 'utf8')));

function probesOf(language: Language): readonly Probe[] {
  return lexicon
    .filter((matcher) => matcher.languages.includes(language))
    .flatMap((matcher) => {
      const { probes, filter } = compileMatcher(matcher, language);
      return [...probes, ...(filter?.queries.flatMap((query) => query.probes) ?? [])];
    });
}

describe('shapes that a grammar is known to take', () => {
  test.each(LANGUAGES.filter((language) => language !== 'markdown'))(
    'every shape of the lexicon in %s was asked about',
    (language) => {
      if (!grammarOf(language)) return;
      const no = new Set(refused[language]?.split(' '));
      const unasked = probesOf(language).filter(
        ({ skeleton }) => !isKnownShape(language, skeleton) && !no.has(shapeKey(skeleton)),
      );
      expect(unasked.map(({ skeleton }) => skeleton)).toEqual([]);
    },
  );

  test('plain code is of known shapes', () => {
    const unknown = ['dim()', 'lamp.dim()', 'Lamp', 'old_lamp', '.glow()'].flatMap((span) =>
      codeSpanToMatchers(span, ['typescript', 'python', 'go'])
        .flatMap(({ languages, query }) => languages.map((language) => ({ language, query })))
        .flatMap(({ language, query }) =>
          compileMatcher({ languages: [language], query }, language).probes.map((probe) => ({ language, probe })),
        )
        .filter(({ language, probe }) => !isKnownShape(language, probe.skeleton)),
    );
    expect(unknown).toEqual([]);
  });

  test('what the engine refuses is never among them', () => {
    const grammar = grammarOf('typescript');
    if (!grammar) throw new Error('there is no grammar');
    const { probes } = compileMatcher(
      { languages: ['typescript'], query: '(identifier (string)) @match' },
      'typescript',
    );
    expect(() => combine(grammar, probes)).toThrow();
    expect(probes.some(({ skeleton }) => isKnownShape('typescript', skeleton))).toBe(false);
  });
});
