import { describe, expect, it } from 'vitest';
import { readDirective } from '../../src/compiler/reading/read.ts';
import { type Concept, loadLexicon } from '../../src/lexicon/index.ts';
import { inflections } from '../../src/lexicon/phrases.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { Intent } from '../../src/model/intent.ts';
import { knowledgeOf } from '../compiler/told.ts';

/** One file of each language: no notion is out of place. */
const ENDINGS = 'ts tsx js vue py go rs java kt c cpp cs rb php swift sh css html md'.split(' ');
const knowledge = knowledgeOf(Object.fromEntries(ENDINGS.map((ending) => [`src/file.${ending}`, ''])));

/** Commands, messages and files have readers of their own, which tell what is asked in other shapes. */
const concepts = Object.values(loadLexicon().concepts).filter(({ arms }) =>
  arms.every((arm) => arm.kind === 'code' || arm.kind === 'text'),
);

type Frame = readonly [write: (wording: string) => string, polarity?: Directive['polarity']];
const never = (write: Frame[0]): Frame => [write, 'forbid'];
const always = (write: Frame[0]): Frame => [write, 'require'];
const ing = (deed: string) => inflections(deed).find((form) => /^[a-z-]+ing\b/.test(form)) ?? deed;

const FRAMES: Readonly<Record<'forbid' | 'require', Readonly<Record<'name' | 'deed', readonly Frame[]>>>> = {
  forbid: {
    name: [[(x) => `Never use ${x}.`], [(x) => `Do not use ${x}.`], [(x) => `${x} is forbidden.`], never((x) => x)],
    deed: [[(x) => `Never ${x}.`], [(x) => `Do not ${x}.`], [(x) => `Avoid ${ing(x)}.`], never((x) => x)],
  },
  require: {
    name: [[(x) => `Always use ${x}.`], [(x) => `You must use ${x}.`], [(x) => `${x} is required.`], always((x) => x)],
    deed: [[(x) => `Always ${x}.`], [(x) => `You must ${x}.`], [(x) => `Make sure to ${x}.`], always((x) => x)],
  },
};

function intentsOf(text: string, polarity?: Directive['polarity']): readonly Intent[] {
  const headings = polarity === undefined ? [] : [polarity === 'forbid' ? 'Never' : 'Always'];
  return readDirective(
    {
      id: 'AGENTS.md:1',
      source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: text },
      column: 1,
      text,
      headings,
      parents: [],
      ...(polarity && { polarity }),
    },
    knowledge,
  ).intents;
}

/** What a sentence asks about a notion: to have it, not to have it, or nothing. */
function asked(text: string, id: string, polarity?: Directive['polarity']): 'forbid' | 'require' | undefined {
  const about = intentsOf(text, polarity).find(
    (intent) => 'things' in intent && intent.things.some((thing) => thing.kind === 'concept' && thing.id === id),
  );
  if (!about) return undefined;
  return about.shape === 'forbid' ? 'forbid' : 'require';
}

/** Wordings that carry a circumstance or a style, or open with a word that opens sentences: not every frame takes them. */
const OF_ITS_OWN =
  /\b(?:when|where|unless|only|if|max|minimal|be|prefix|prefixed|starting|suffix|follow|start|use|all|case|shapes|than|over|instead|with is|in go|and documentation)\b|^[!`.]|-snake|snake-|camelCase|Async|::|=|^(?:important|warning|then|using|silently|always|banned|manually|imperative|unchecked|explicitly|one-|name)\b/i;

const meaning = ({ means, arms }: Concept) => (means === 'require' || arms.length === 0 ? 'require' : 'forbid');

describe.each(['forbid', 'require'] as const)('sentences about what is to be: %s', (polarity) => {
  const own = concepts.filter((concept) => meaning(concept) === polarity);

  it.each([0, 1, 2, 3])('frame %i: each wording gives its notion, asked for the right way', (frame) => {
    const wrong = own.flatMap(({ id, names, phrasings }) => {
      const wordings = [
        ...names.filter((name) => !OF_ITS_OWN.test(name)).map((name) => ['name', name] as const),
        ...phrasings.filter((deed) => !OF_ITS_OWN.test(deed)).map((deed) => ['deed', deed] as const),
      ];
      // Each wording is read in one frame, and each notion in all: the frames go round.
      return wordings.flatMap(([kind, wording], turn) => {
        if (turn > 0 && (turn + frame) % 4 !== 0) return [];
        const [write, inherited] = FRAMES[polarity][kind][frame] ?? [(x: string) => x];
        const sentence = write(wording);
        const got = asked(sentence, id, inherited);
        return got === polarity ? [] : [`${id}: ${sentence} → ${got ?? 'nothing'}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('paraphrases of one sentence ask the same', () => {
  const told = (text: string) =>
    intentsOf(text).flatMap((intent) => {
      const things = 'things' in intent ? intent.things : [];
      const ids = things.map((thing) => (thing.kind === 'concept' ? thing.id : thing.text));
      return `${intent.shape === 'forbid' ? 'forbid' : 'require'} ${ids.join(' ')}`;
    });

  it.each([
    [
      'forbid empty-catch',
      'Never swallow errors.',
      'Do not swallow errors.',
      'Errors must not be swallowed.',
      'Errors may not be swallowed.',
      'Errors must never be swallowed, please.',
      'You must not swallow errors.',
      '**Errors**: never swallow errors.',
      'In this repo, never swallow errors.',
      'Swallowing errors is forbidden.',
      'Swallowed errors are not allowed in this repo.',
      'Never, ever swallow errors in this codebase.',
    ],
    [
      'forbid secret-logging',
      'Never log secrets.',
      "Don't log secrets, please.",
      'Secrets must never be logged.',
      'Secrets may not be logged.',
      'Agents must not log secrets.',
      'Logging secrets is prohibited.',
      'In this repository, secrets must not be logged.',
    ],
    [
      'require top-level-import',
      'Imports go at the top of the file.',
      'All imports must be at the top of the file.',
      'Place imports at the top of the file.',
      'Always put imports at the top of the file, please.',
      'IMPORTANT: imports belong at the top of the file.',
      'Keep all imports at the top of the file.',
      'In this repo, imports must live at the top of the file.',
    ],
    [
      'require session-closed',
      'Always close database sessions.',
      'Database sessions must be closed.',
      'Make sure to close database sessions.',
      'Please always close database sessions.',
      'Ensure that database sessions are closed.',
    ],
    [
      'forbid hard-wrapped-prose',
      'Do not hard-wrap prose.',
      'Prose must not be hard-wrapped.',
      'Hard-wrapped prose is forbidden.',
      'Never hard-wrap prose in Markdown.',
      '**Docs**: never hard-wrap prose.',
    ],
    [
      'require sentence-per-line',
      'Put one sentence per line.',
      'One sentence per line in Markdown files.',
      'Docs must have one sentence per line.',
      'Write one sentence per line, please.',
    ],
    [
      'forbid default-export',
      'No default exports.',
      'Default exports are forbidden.',
      'Default exports are not allowed.',
      'Avoid default exports, please.',
      'You may not use default exports.',
      'Default exports prohibited.',
    ],
    [
      'require type-hints',
      'All functions must have type hints.',
      'Type hints are required on all functions.',
      'Type hints required for all code.',
      'Always use type hints.',
      'You must use type hints in this repo.',
    ],
  ])('%s', (expected, ...sentences) => {
    expect(sentences.map((sentence) => [sentence, told(sentence)])).toEqual(
      sentences.map((sentence) => [sentence, [expected]]),
    );
  });

  it.each([
    ['The build may swallow errors of the old tool.'],
    ['Swallowed errors are listed in the report.'],
    ['Imports at the top of the file are sorted by the formatter.'],
    ['You can close database sessions with the helper.'],
    ['Type hints are shown by the editor.'],
  ])('and what only tells asks nothing: %s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});
