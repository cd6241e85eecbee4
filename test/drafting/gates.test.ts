import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { draft, house, ruleOf, verdictOn } from './house.ts';

const evidence = (violating: readonly object[], compliant: readonly object[]) => ({
  evidence: { violating, compliant },
});
const runs = (...lines: readonly string[]) => lines.map((run) => ({ steps: [{ run }] }));
const writes = (write: string, ...contents: readonly string[]) =>
  contents.map((content) => ({ steps: [{ write, content }] }));
const text = (check: object) => ({ check: { kind: 'text', ...check } });
const command = (...forbid: readonly object[]) => ({ scope: undefined, check: { kind: 'command', forbid } });
const source = (line: number, quote: string, more: object = {}) => ({
  source: { file: 'AGENTS.md', line, endLine: line, quote, ...more },
});
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

/** Drafts that are right, though a careless gate would refuse them. */
const GOOD: readonly (readonly [what: string, draft: object])[] = [
  ['the plain one', draft()],
  [
    'a command',
    draft({
      ...source(4, 'Crew lists are loaded with `ferry load`, never with `ferry sync`.'),
      ...command({ program: 'ferry', subcommand: ['sync'] }),
      ...evidence(runs('ferry sync', 'cd engine && ferry sync crew.csv'), runs('ferry load', 'ferry synchronise')),
    }),
  ],
  [
    'comments that are meant',
    draft({
      ...source(6, 'Mark unfinished work with a ticket.'),
      ...text({
        pattern: String.raw`\bTODO\b(?!)`.replace('(?!)', ''),
        unless: String.raw`TODO\(FER-\d+\)`,
        in: 'comment',
      }),
      ...evidence(
        writes('engine/a.py', '# TODO later\n', 'x = 1  # TODO: tidy\n'),
        writes('engine/a.py', '# TODO(FER-1) later\n', 'todo = 1\n'),
      ),
    }),
  ],
  [
    'a class of names',
    draft({
      ...text({ pattern: String.raw`\bprint_[a-z]+\(`, in: 'code' }),
      ...evidence(
        writes('engine/a.py', 'print_deck(1)\n', 'print_crew(2)\n'),
        writes('engine/a.py', 'blueprint_deck(1)\n', 'printer = 2\n'),
      ),
    }),
  ],
  [
    'a key that must be there',
    draft({
      id: 'season-key',
      ...source(5, 'Timetables carry the `season` key.'),
      scope: undefined,
      check: { kind: 'config', files: ['tables/*.yaml'], key: 'season', expect: { present: true } },
      ...evidence(
        writes('tables/a.yaml', 'name: x\n', 'seasons: [x]\n'),
        writes('tables/a.yaml', 'season: x\n', 'name: x\nseason: y\n'),
      ),
    }),
  ],
  [
    'a name with hyphens in its pattern',
    draft({
      id: 'kebab-tables',
      ...source(5, 'Timetables carry the `season` key.'),
      scope: undefined,
      check: {
        kind: 'paths',
        contract: { type: 'named', files: { include: ['tables/*.yaml'] }, pattern: '^[a-z]+(-[a-z]+)*\\.yaml$' },
      },
      ...evidence(
        [
          { steps: [{ write: 'tables/Summer.yaml', content: 'a: 1\n' }] },
          { steps: [{ write: 'tables/low_tide.yaml', content: 'a: 1\n' }] },
        ],
        [
          { steps: [{ write: 'tables/low-tide.yaml', content: 'a: 1\n' }] },
          { steps: [{ write: 'docs/Summer.yaml', content: 'a: 1\n' }] },
        ],
      ),
    }),
  ],
];

describe('a good draft is proven', () => {
  it.each(GOOD)('%s', async (_what, good) => {
    const { examined, malformed } = await verdictOn(good);
    expect(malformed).toEqual([]);
    expect(examined.map(({ objections }) => objections)).toEqual([[]]);
  });

  it('and told how the present tree stands to it', async () => {
    const many = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [`engine/${name}.py`, 'print(1)\nprint(2)\n']),
    );
    const { examined } = await verdictOn(
      draft(),
      house({ 'AGENTS.md': '\n\n- Never print to standard output from the engine.\n', ...many }),
    );
    const [one] = examined;
    expect(one?.standing).toMatchObject({ places: 10, files: 5, looked: 5, wide: true });
    expect(one?.standing?.samples).toHaveLength(3);
    expect(one?.standing?.samples[0]).toMatch(/^engine\/a\.py:1: print/);
  });

  it('beside another that must be met before the same step', async () => {
    const reading = (id: string, file: string) => {
      const boat = { write: 'engine/boat.py', content: 'boat = 2\n' };
      const contract = { type: 'before', trigger: [{ changed: ['engine/**'] }], need: [{ read: [file] }] };
      return draft({
        id,
        scope: undefined,
        check: { kind: 'order', contract },
        ...evidence(
          [{ steps: [boat] }, { steps: [{ read: 'docs/other.md' }, boat] }],
          [{ steps: [{ read: file }, boat] }, { steps: [{ write: 'web/app.ts', content: 'boat = 2\n' }] }],
        ),
      });
    };
    const { examined } = await verdictOn({
      rules: [reading('read-guide', 'docs/guide.md'), reading('read-log', 'docs/log.md')],
    });
    expect(examined.map(({ objections }) => objections)).toEqual([[], []]);
  });

  it('even beside a neighbour in the same file that is malformed', async () => {
    const { examined, malformed } = await verdictOn({ rules: [draft(), { id: 'half-a-rule' }] });
    expect(examined.map(({ objections }) => objections)).toEqual([[]]);
    expect(malformed).toMatchObject([{ id: 'half-a-rule', objection: { gate: 'schema' } }]);
  });
});
