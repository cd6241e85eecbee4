import { describe, expect, test } from 'vitest';
import { prove } from '../../src/engine/proof.ts';
import type { CodeMatcher } from '../../src/model/checks/code.ts';
import type { Rule } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const view = memoryView({ 'src/lamp.ts': 'export const lamp = 1;\n' });

function ruleOf(id: string, matcher: Omit<CodeMatcher, 'languages'>, violating: string, compliant: string): Rule {
  const wrote = (content: string) => ({ steps: [{ write: 'src/new.ts', content }] });
  return {
    id,
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: id },
    severity: 'error',
    message: id,
    check: { kind: 'code', match: [{ languages: ['typescript'], ...matcher }] },
    evidence: { violating: [wrote(violating)], compliant: [wrote(compliant)] },
    origin: 'compiled',
  };
}

const CALLS = '(call_expression function: (identifier) @name) @match';
const NAMED = `(${CALLS} (#eq? @name "dim"))`;

/** A rule and what its proof says of it; nothing where it holds. */
const CASES: readonly (readonly [Rule, string | undefined])[] = [
  [ruleOf('holds', { query: NAMED }, 'dim(1);\n', 'glow(1);\n'), undefined],
  [ruleOf('misses', { query: NAMED }, 'glow(1);\n', 'glow(2);\n'), 'missing'],
  [ruleOf('alarms', { query: CALLS }, 'dim(1);\n', 'glow(1);\n'), 'noisy'],
  [
    ruleOf('inside', { query: NAMED, where: { inside: '(for_statement) @l' } }, 'for (;;) { dim(); }\n', 'dim();\n'),
    undefined,
  ],
  [
    ruleOf(
      'has-not',
      { query: CALLS, where: { hasNot: '(await_expression) @a' } },
      'dim(on);\n',
      'await 1;\nif (dim) { off = await on; }\n',
    ),
    undefined,
  ],
  [
    ruleOf(
      'counts',
      { query: CALLS, where: { children: { query: '(string) @s', max: 1 } } },
      'f("a", "b");\n',
      'f("a");\n',
    ),
    undefined,
  ],
  [
    ruleOf(
      'style',
      { query: CALLS, where: { nameStyle: { capture: '@name', not: ['camelCase'] } } },
      'Dim();\n',
      'dim();\n',
    ),
    undefined,
  ],
  [ruleOf('unknown-kind', { query: '(lampshade) @match' }, 'dim();\n', 'glow();\n'), 'rejected'],
  [ruleOf('unknown-field', { query: '(call_expression lamp: (_)) @match' }, 'dim();\n', 'glow;\n'), 'rejected'],
  [ruleOf('impossible', { query: '(identifier (string)) @match' }, 'dim();\n', 'glow;\n'), 'rejected'],
];

describe('proof by evidence', () => {
  test.each([false, true])('tells the rules apart; without compiling known shapes: %s', async (briefly) => {
    const failures = await prove(
      CASES.map(([rule]) => rule),
      view,
      { briefly },
    );
    const told = new Map(failures.map(({ rule, outcome }) => [rule.id, outcome]));
    expect(CASES.map(([rule]) => [rule.id, told.get(rule.id)])).toEqual(
      CASES.map(([rule, outcome]) => [rule.id, outcome]),
    );
  });
});
