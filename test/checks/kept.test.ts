import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { judgeExample } from '../../src/engine/proof.ts';
import type { Check } from '../../src/model/check.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

function ruleOf(check: Check): Rule {
  return ruleSchema.parse({
    id: 'kept',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'Words.' },
    severity: 'error',
    message: 'keep it',
    check,
    evidence: { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] },
  });
}

const view = memoryView({ 'AGENTS.md': 'Words.\n' });

async function messages(check: Check, path: string, before: string | undefined, after: string): Promise<string[]> {
  const engine = createEngine([ruleOf(check)], view);
  const example = {
    ...(before !== undefined && { files: { [path]: before } }),
    steps: [{ write: path, content: after }],
  };
  const { violations } = await judgeExample(example, engine, view);
  return violations.map(({ message }) => message);
}

const ASSERTS: Check = {
  kind: 'code',
  mode: 'keep',
  match: [
    {
      languages: ['python'],
      query: '(function_definition name: (identifier) @in body: (block (assert_statement) @match))',
    },
  ],
};
const PARAMETERS: Check = {
  kind: 'code',
  mode: 'append',
  match: [
    {
      languages: ['python'],
      query:
        '(function_definition name: (identifier) @of parameters: (parameters [(identifier) @name (typed_parameter . (identifier) @name)] @match))',
    },
  ],
};
const CONSTANTS: Check = { kind: 'text', mode: 'keep', pattern: '^[A-Z_]+(?:=)' };

describe('what an edit must not take away', () => {
  it.each<readonly [string, Check, string, string | undefined, string, readonly string[]]>([
    [
      'one of two of a kind',
      ASSERTS,
      'a.py',
      'def f():\n    assert a\n    assert b\n',
      'def f():\n    assert b\n',
      ['keep it: `f` was taken away.'],
    ],
    [
      'none, if only its words change',
      ASSERTS,
      'a.py',
      'def f():\n    assert a\n',
      'def f():\n    assert a, "why"\n',
      [],
    ],
    [
      'none, if it moves',
      ASSERTS,
      'a.py',
      'def f():\n    assert a\ndef g():\n    assert b\n',
      'def g():\n    assert b\ndef f():\n    assert a\n',
      [],
    ],
    ['nothing of a new file', ASSERTS, 'a.py', undefined, 'def f():\n    pass\n', []],
    ['nothing of a file that cannot be read as code', ASSERTS, 'a.txt', 'assert a\n', 'no\n', []],
    ['a line of text', CONSTANTS, '.env', 'PORT=1\nHOST=a\n', 'PORT=2\n', ['keep it: `HOST=` was taken away.']],
    ['no value of a line', CONSTANTS, '.env', 'PORT=1\nHOST=a\n', 'HOST=b\nPORT=2\nKEY=\n', []],
  ])('%s', async (_what, check, path, before, after, expected) => {
    expect(await messages(check, path, before, after)).toEqual(expected);
  });
});

describe('what an edit must only add to', () => {
  it.each<readonly [string, string, string, readonly string[]]>([
    ['put behind', 'def f(a, b): pass\n', 'def f(a, b, c: int): pass\n', []],
    ['put between', 'def f(a, b): pass\n', 'def f(a, c, b): pass\n', ['keep it: `f c` was put before `f b`.']],
    ['swapped', 'def f(a, b): pass\n', 'def f(b, a): pass\n', ['keep it: `f b` stands in the place of `f a`.']],
    ['taken away', 'def f(a, b): pass\n', 'def f(a): pass\n', ['keep it: `f b` was taken away.']],
    ['of another function', 'def f(a, b): pass\n', 'def g(c): pass\ndef f(a, b): pass\n', []],
    ['of a function that is gone', 'def f(a, b): pass\n', 'def g(b, a): pass\n', []],
  ])('%s', async (_what, before, after, expected) => {
    expect(await messages(PARAMETERS, 'a.py', before, after)).toEqual(expected);
  });
});
