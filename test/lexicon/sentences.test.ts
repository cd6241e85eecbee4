import { describe, expect, it } from 'vitest';
import { intentsOf } from './sentences.ts';

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
