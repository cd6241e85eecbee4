import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/compiler/compilation.ts';
import { readInstructions } from '../../src/instructions/read.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { withWritten } from '../../src/report/with-written.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const PROSE = '# Ferry\n\n- Land before dusk. Tell the harbour\n  master.\n- The deck is blue.\n';
const { directives } = readInstructions(memoryView({ 'AGENTS.md': PROSE }), {});
const READINGS: readonly Outcome[] = directives.map((directive) => ({
  directive,
  status: 'unread',
  reason: 'what it asks was not understood',
  rules: [],
}));

function ruleOf(line: number, endLine: number, quote: string, more: object = {}): Rule {
  return ruleSchema.parse({
    id: 'adopted-rule',
    source: { file: 'AGENTS.md', line, endLine, quote },
    severity: 'error',
    message: 'words',
    check: { kind: 'command', forbid: [{ program: 'land' }] },
    evidence: { violating: [{ steps: [{ run: 'land' }] }], compliant: [{ steps: [{ run: 'sail' }] }] },
    ...more,
  });
}

const enforced = (rule: Rule) =>
  withWritten(READINGS, [rule])
    .filter(({ status, rules }) => status === 'enforced' && rules.includes('adopted-rule'))
    .map(({ directive }) => directive.source.quote.split(/\s+/).slice(0, 2).join(' '));

describe('statements that written rules hold to', () => {
  it.each<readonly [string, Rule, readonly string[]]>([
    ['the one that is quoted', ruleOf(3, 3, 'Land before dusk.'), ['Land before']],
    ['one of which a part is quoted', ruleOf(3, 4, 'the harbour master'), ['Tell the']],
    [
      'all that are quoted at once',
      ruleOf(3, 4, 'Land before dusk. Tell the harbour master.'),
      ['Land before', 'Tell the'],
    ],
    ['none on another line', ruleOf(5, 5, 'Land before dusk.'), []],
    [
      'what it names as another place',
      ruleOf(3, 3, 'Land before dusk.', {
        also: [{ file: 'AGENTS.md', line: 5, endLine: 5, quote: 'The deck is blue.' }],
      }),
      ['Land before', 'The deck'],
    ],
  ])('%s', (_what, rule, expected) => {
    expect(enforced(rule)).toEqual(expected);
  });

  it('keep the rules that the compiler made of them', () => {
    const [first] = READINGS;
    const partly = first === undefined ? [] : [{ ...first, status: 'partly' as const, rules: ['compiled-rule'] }];
    expect(withWritten(partly, [ruleOf(3, 3, 'Land before dusk.')])).toMatchObject([
      { status: 'enforced', rules: ['compiled-rule', 'adopted-rule'] },
    ]);
  });
});
