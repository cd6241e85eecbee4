import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/instructions/front-matter.ts';

describe('front matter', () => {
  const cases: readonly [string, string, Record<string, unknown>][] = [
    ['strict YAML', 'globs:\n  - "*.ts"\nalwaysApply: true', { globs: ['*.ts'], alwaysApply: true }],
    ['unquoted globs', 'globs: *.ts,*.tsx\nalwaysApply: false', { globs: '*.ts,*.tsx', alwaysApply: false }],
    ['a deep glob', 'description: Rules: all\nglobs: **/*.py', { description: 'Rules: all', globs: '**/*.py' }],
    ['two quoted strings', 'globs: "a.ts", "b.ts"', { globs: '"a.ts", "b.ts"' }],
    ['unquoted items', 'globs:\n  - *.ts\n  - src/**', { globs: ['*.ts', 'src/**'] }],
    ['empty values', 'description:\nglobs:', { description: null, globs: null }],
  ];
  it.each(cases)('reads %s', (_, block, values) => {
    const reading = readFrontMatter(`---\n${block}\n---\nbody`);
    expect(reading.values).toEqual(values);
    expect(reading.problems).toEqual([]);
    expect(reading.end).toBe(`---\n${block}\n---\n`.length);
  });

  const broken: readonly [string, string, number, RegExp][] = [
    ['an open quote', '---\napplyTo: "**/*.ts\n---\n', 2, /quote is not closed in `applyTo`/],
    ['a line that is no pair', '---\nname: a\n{{ nonsense\n---\n', 3, /expected `key: value`/],
    ['no closing line', '---\nglobs: a\n\n# Text\n', 1, /not closed/],
  ];
  it.each(broken)('tells the place of %s', (_, text, line, message) => {
    expect(readFrontMatter(text).problems).toEqual([{ line, message: expect.stringMatching(message) }]);
  });

  it('leaves a rule across the page alone', () => {
    expect(readFrontMatter('---\n\n# Title\n').problems).toEqual([]);
  });
});
