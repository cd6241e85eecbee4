import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryView } from '../../src/repository/overlay.ts';
import { BUILTIN_RULES } from '../../src/rulebook/builtin.ts';
import { readRulebook } from '../../src/rulebook/files.ts';
import { printRulebook } from '../../src/rulebook/print.ts';
import { sampleRule } from './sample-rules.ts';

const source = (file: string, line: number) => ({ file, line, endLine: line, quote: 'x' });
const read = (text: string) => readRulebook(memoryView({ '.bylaw/rulebook.yaml': text }));

describe('a printed rulebook', () => {
  it('is sorted by file, line and id, whatever the order it came in', () => {
    const rules = [
      sampleRule({ id: 'd', source: source('b/AGENTS.md', 1) }),
      sampleRule({ id: 'c', source: source('AGENTS.md', 10) }),
      sampleRule({ id: 'b', source: source('AGENTS.md', 9) }),
      sampleRule({ id: 'a', source: source('AGENTS.md', 9) }),
    ];
    const text = printRulebook({ version: 1, prose: { b: '2', a: '1' }, rules });
    expect(read(text)?.rules.map((rule) => rule.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(printRulebook({ version: 1, prose: { a: '1', b: '2' }, rules: rules.toReversed() })).toBe(text);
  });

  it('begins with the lines that the built-in rules quote', () => {
    const lines = printRulebook({ version: 1, prose: {}, rules: [] }).split('\n');
    for (const { source } of BUILTIN_RULES) expect(lines[source.line - 1]).toBe(`# ${source.quote}`);
  });

  it('tells a reviewer over each rule what it does', () => {
    const text = printRulebook({ version: 1, prose: {}, rules: [sampleRule({ scope: { exclude: ['docs/**'] } })] });
    expect(text).toContain('  # denies running `npm` except in docs/**\n  - id: npm-is-forbidden\n');
  });

  it('has keys in one order, however a rule was built', () => {
    const { evidence, id, ...rest } = sampleRule();
    const turned = { evidence, ...rest, id };
    const print = (rule: typeof turned) => printRulebook({ version: 1, prose: {}, rules: [rule] });
    expect(print(turned)).toBe(print(sampleRule()));
  });

  it('reads back as what was printed', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('# x', '- a', 'a: b', '"', '\n\n', '  x\n', '---', '*a', 'null', '1', 'yes'),
    );
    fc.assert(
      fc.property(text, text, text, (quote, message, content) => {
        const rule = sampleRule({
          message: `m${message}`,
          source: { file: 'AGENTS.md', line: 1, endLine: 2, quote },
          evidence: { violating: [{ steps: [{ write: 'a.ts', content }] }], compliant: [{ steps: [{ stop: true }] }] },
        });
        const printed = printRulebook({ version: 1, prose: { 'AGENTS.md': 'ab' }, rules: [rule] });
        const back = read(printed);
        expect(back?.rules).toEqual([rule]);
        expect(printRulebook(back ?? { version: 1, prose: {}, rules: [] })).toBe(printed);
      }),
      { numRuns: 100 },
    );
  });
});
