import { describe, expect, it } from 'vitest';
import { commandsOf, culpritsOf, obstaclesTo } from '../../src/drafting/obstacles.ts';
import type { Example } from '../../src/model/evidence.ts';
import { command, draft, evidence, house, ruleOf, runs, verdictOn } from './house.ts';

const { view } = house();
const write = (path: string, content: string): Example => ({ steps: [{ write: path, content }] });
const run = (line: string): Example => ({ steps: [{ run: line }] });
const CALL = '(call function: (identifier) @name (#eq? @name "print")) @match';
const code = (where: object, more: object = {}) =>
  ruleOf({ check: { kind: 'code', match: [{ languages: ['python'], query: CALL, where }] }, ...more });

describe('what stands in the way of an example that is missed', () => {
  it.each([
    ['a condition', code({ lines: { max: 3 } }), write('engine/a.py', 'print(1)\n'), ['`check.match.0.where.lines`']],
    [
      'one of two',
      code({ topLevel: true, notText: 'zzz' }),
      write('engine/a.py', 'def f():\n    print(1)\n'),
      ['`check.match.0.where.topLevel`'],
    ],
    ['the scope', code({}), write('web/a.py', 'print(1)\n'), ['`scope.include`']],
    ['another program', ruleOf(command({ program: 'ferry' })), run('boat sail'), []],
    [
      'a flag',
      ruleOf(command({ program: 'ferry', flags: ['--all'], subcommand: ['sync'] })),
      run('ferry sync'),
      ['`check.forbid.0.flags.0`'],
    ],
    [
      'an exception',
      ruleOf({
        scope: undefined,
        check: {
          kind: 'command',
          forbid: [{ program: 'ferry' }],
          allow: [{ program: 'boat' }, { operands: ['sync'] }],
        },
      }),
      run('ferry sync'),
      ['`check.allow.1`'],
    ],
    ['a query that matches nothing', code({}), write('engine/a.py', 'log(1)\n'), []],
  ])('%s', async (_what, rule, example, parts) => {
    expect(await obstaclesTo(rule, example, view)).toEqual(parts);
  });
});

describe('what flags an example that is right', () => {
  it('is one of several alternatives', async () => {
    const rule = ruleOf(command({ program: 'boat' }, { program: 'ferry' }));
    expect(await culpritsOf(rule, run('ferry load'), view)).toEqual(['`check.forbid.1`']);
  });
  it('is not told where there is only one', async () => {
    expect(await culpritsOf(ruleOf(command({ program: 'ferry' })), run('ferry load'), view)).toEqual([]);
  });
});

describe('how a command is read', () => {
  it.each([
    ['A=1 ferry load --all', ['`A=1 ferry load --all`']],
    ['cd engine && sudo ./ferry "$X"', ['`engine/ferry ?` under sudo in engine']],
    ['ferry kill $(boat list)', ['`boat list`', '`ferry kill ?`']],
  ])('%s', (line, texts) => {
    expect(commandsOf(run(line), view).filter((text) => !text.includes('`cd'))).toEqual(texts);
  });
});

it('an author is told both', async () => {
  const { examined } = await verdictOn(
    draft({
      ...command({ program: 'ferry', flags: ['--all'] }, { program: 'boat' }),
      ...evidence(runs('ferry sync', 'ferry sync --all'), runs('boat sync', 'ferry load')),
    }),
  );
  const remedies = examined.flatMap(({ objections }) => objections.map(({ remedy }) => remedy));
  expect(remedies).toEqual([
    expect.stringContaining('it would be caught without `check.forbid.0.flags.0`; it runs `ferry sync`'),
    expect.stringContaining('it is flagged by `check.forbid.1`'),
  ]);
});
