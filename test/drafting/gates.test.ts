import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { command, draft, evidence, house, ruleOf, runs, source, text, verdictOn, writes } from './house.ts';

const printing = writes('engine/a.py', 'print("hello")\n', 'x = 1\nprint(x)\n');
const quiet = writes('engine/a.py', 'log("hello")\n', 'x = 1\nlog(x)\n');

/** Bad drafts: what is wrong, the draft, the gate that must refuse it, and what it must say. */
const BAD: readonly (readonly [what: string, draft: object | string, gate: string, says: RegExp])[] = [
  ['the wrong line', draft(source(5, 'Never print to standard output from the engine.')), 'source', /on line 3/],
  ['a quote that is not there', draft(source(3, 'Never sing in the engine room.')), 'source', /does not say/],
  [
    'a file that does not govern',
    draft(source(1, 'Guide', { file: 'docs/guide.md' })),
    'source',
    /no instruction file/,
  ],
  ['a quote that says nothing', draft(source(3, 'print')), 'source', /too short/],
  ['a single violating example', draft(evidence(printing.slice(0, 1), quiet)), 'evidence', /1 different violating/],
  [
    'the same example twice',
    draft(evidence([...printing.slice(0, 1), ...printing.slice(0, 1)], quiet)),
    'evidence',
    /1 different violating/,
  ],
  [
    'no near miss',
    draft(evidence(printing, [...writes('docs/x.md', 'Words only.\n'), ...runs('ls -la')])),
    'evidence',
    /near miss/,
  ],
  [
    'evidence that is not caught',
    draft(evidence([...printing.slice(0, 1), ...writes('engine/a.py', 'sys.stdout.write("x")\n')], quiet)),
    'proof',
    /violating example 2 is not caught \(missing\)/,
  ],
  [
    'a compliant example that is flagged',
    draft(evidence(printing, [...quiet, ...writes('engine/b.py', 'print(1)\n')])),
    'proof',
    /compliant example 3 is flagged \(noisy\)/,
  ],
  [
    'a query with an error',
    draft({
      check: { kind: 'code', match: [{ languages: ['python'], query: '(call function: (no_such_node)) @match' }] },
    }),
    'proof',
    /cannot work/,
  ],
  [
    'what matches comments and strings',
    draft({ ...text({ pattern: String.raw`\bprint\(` }), ...evidence(printing, quiet) }),
    'counter-example',
    /in a comment/,
  ],
  [
    'what matches longer names',
    draft({ ...text({ pattern: 'print', in: 'code' }), ...evidence(printing, quiet) }),
    'counter-example',
    /part of a longer name/,
  ],
  [
    'what matches every kind of file',
    draft({
      ...text({ pattern: String.raw`\bprint\b` }),
      scope: { include: ['**'] },
      ...evidence(printing, quiet),
    }),
    'counter-example',
    /another kind of file/,
  ],
  [
    'a flag that is part of a longer one',
    draft({
      ...source(4, 'Crew lists are loaded with `ferry load`'),
      ...command({ program: 'ferry', subcommand: ['sync*'] }),
      ...evidence(runs('ferry sync', 'ferry sync --all'), runs('ferry load', 'ferry load sync')),
    }),
    'counter-example',
    /longer name/,
  ],
  [
    'a wall in front of every command',
    draft({
      ...command({}),
      ...evidence(runs('ferry sync', 'ferry sync -a'), [
        { steps: [{ write: 'a.py', content: 'ferry sync' }] },
        ...writes('run.md', 'run: ferry sync'),
      ]),
    }),
    'evidence',
    /near miss/,
  ],
  [
    'a wall with a hole for its near miss',
    draft({
      scope: undefined,
      check: { kind: 'command', forbid: [{}], allow: [{ program: 'ferry', subcommand: ['load'] }] },
      ...evidence(runs('ferry sync', 'ferry sync -a'), runs('ferry load', 'ferry load -a')),
    }),
    'broad',
    /nearly every command/,
  ],
  [
    'a scope without files',
    draft({
      scope: { include: ['motor/**/*.py'] },
      ...evidence(
        writes('motor/a.py', 'print(1)\n', 'print(2)\nprint(3)\n'),
        writes('motor/a.py', 'log(1)\n', 'log(2)\nlog(3)\n'),
      ),
    }),
    'vacuous',
    /no file of this repository is in its scope/,
  ],
  ['an id that is taken', draft(), 'name', /is taken by the rule of AGENTS.md:3/],
  ['a check that is there already', draft({ id: 'no-printing' }), 'duplicate', /same check and scope/],
  [
    'a check that another sentence asked for already',
    draft({ id: 'no-printing', source: 'AGENTS.md:6' }),
    'duplicate',
    /same check and scope/,
  ],
  [
    'the opposite of a rule in force',
    draft({
      id: 'sync-first',
      ...source(4, 'Crew lists are loaded with `ferry load`'),
      ...command({ program: 'ferry', subcommand: ['load'] }),
      ...evidence(runs('ferry load', 'ferry load crew.csv'), runs('ferry sync', 'ferry sync crew.csv')),
    }),
    'contradiction',
    /forbids what `no-sync`/,
  ],
  [
    'an exponential pattern',
    draft({ ...text({ pattern: '^(print+)+$|(p+)+x' }), ...evidence(printing, quiet) }),
    'pattern',
    /exponential/,
  ],
  ['a pattern with look-ahead', draft(text({ pattern: 'print(?!er)' })), 'pattern', /no RE2 pattern/],
  ['ten thousand lines', `${stringify(draft())}${'# more\n'.repeat(10_000)}`, 'size', /at most 1500/],
  ['an unknown field', draft({ severety: 'error' }), 'schema', /unknown key `severety`/],
  [
    'an unknown field of a check',
    draft({ check: { kind: 'text', pattern: 'x', regexp: true } }),
    'schema',
    /unknown key `regexp`/,
  ],
  ['no YAML', 'id: [', 'schema', /not YAML/],
  [
    'aliases that blow up',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
      .join('\n')}\nrules: *h\n`,
    'schema',
    /./,
  ],
];

const IN_FORCE = [
  ruleOf(),
  ruleOf({
    id: 'no-sync',
    ...source(4, 'Crew lists are loaded with `ferry load`'),
    ...command({ program: 'ferry', subcommand: ['sync'] }),
    ...evidence(runs('ferry sync', 'ferry sync crew.csv'), runs('ferry load', 'ferry load crew.csv')),
  }),
];

describe('a bad draft is refused for the right reason', () => {
  it.each(BAD)('%s', async (_what, bad, gate, says) => {
    const needsRivals = ['name', 'duplicate', 'contradiction'].includes(gate);
    const { examined, malformed } = await verdictOn(bad, needsRivals ? house(undefined, IN_FORCE) : house());
    const objections = [...malformed.map(({ objection }) => objection), ...examined.flatMap((each) => each.objections)];
    const found = objections.find((objection) => objection.gate === gate && says.test(objection.reason));
    expect(objections.map((each) => each.gate)).toContain(gate);
    expect(found, objections.map(({ reason }) => reason).join('\n')).toBeDefined();
    expect(found?.remedy).toMatch(/\w/);
  });
});
