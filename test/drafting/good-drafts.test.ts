import { describe, expect, it } from 'vitest';
import { command, draft, evidence, house, ruleOf, runs, source, text, verdictOn, writes } from './house.ts';

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
    'a key that must be there and stay, in a file that is there',
    draft({
      id: 'season-kept',
      ...source(5, 'Timetables carry the `season` key.'),
      scope: undefined,
      check: {
        kind: 'config',
        files: ['tables/summer.yaml'],
        key: 'season',
        expect: { present: true, equals: 'summer' },
      },
      ...evidence(
        writes('tables/summer.yaml', 'name: x\n', 'season: winter\n'),
        writes('tables/summer.yaml', 'season: summer\n', 'name: x\nseason: summer\n'),
      ),
    }),
  ],
  [
    'markup in a template',
    draft({
      id: 'no-bare-buttons',
      scope: { include: ['web/**/*.blade.php'] },
      ...text({ pattern: '<button\\b', in: 'source' }),
      ...evidence(
        writes('web/a.blade.php', '<p><button>Sail</button></p>\n', '<button type="submit">Land</button>\n'),
        writes('web/a.blade.php', '<x-button>Sail</x-button>\n', '{{-- <button> --}}\n'),
      ),
    }),
  ],
  [
    'a file that the prose names, and that is not there yet',
    draft({
      id: 'guide-short',
      ...source(8, 'Keep `ferry.config.js` short.'),
      scope: undefined,
      check: {
        kind: 'paths',
        contract: { type: 'size', files: { include: ['ferry.config.js'] }, measure: 'lines', max: 2 },
      },
      ...evidence(
        writes('ferry.config.js', 'a();\nb();\nc();\n', 'a();\n\nb();\n'),
        writes('ferry.config.js', 'a();\nb();\n', '// a(); b(); c();\n'),
      ),
    }),
  ],
  [
    'what git ignores',
    draft({
      id: 'no-installed',
      ...source(9, 'Never commit what was installed.'),
      scope: undefined,
      check: {
        kind: 'paths',
        contract: { type: 'protected', files: { include: ['node_modules/**'] }, commit: true },
      },
      ...evidence(
        [
          { files: { 'node_modules/a.js': 'a();\n' }, steps: [{ run: 'git add -f node_modules/a.js' }] },
          { files: { 'node_modules/b/c.js': 'a();\n' }, steps: [{ run: 'git add --force node_modules' }] },
        ],
        [{ steps: [{ run: 'git add engine' }] }, { steps: [{ run: 'npm ci' }] }],
      ),
    }),
  ],
  [
    'a short flag that takes a value',
    draft({
      id: 'no-jobs',
      ...command({ program: 'make', flags: [['-j', '--jobs']], operands: ['ferry'] }),
      ...evidence(runs('make -j 4 ferry', 'make ferry -j'), runs('make ferry', 'make -j 4 boat')),
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

  it('in the place of an adopted rule of its name, if it catches what that one does', async () => {
    const adopted = ruleOf({ origin: 'adopted' });
    const wider = draft({
      ...evidence(
        writes('engine/a.py', 'print("hello")\n', 'import pprint\nprint(pprint)\n'),
        writes('engine/a.py', 'log.print("hello")\n', 'blueprint("hello")\n'),
      ),
    });
    const narrower = draft({
      check: {
        kind: 'code',
        match: [{ languages: ['python'], pattern: 'print("hello")' }],
      },
      ...evidence(
        writes('engine/a.py', 'print("hello")\n', 'if x:\n    print("hello")\n'),
        writes('engine/a.py', 'log("hello")\n', 'print("other")\n'),
      ),
    });
    const objectionsTo = async (rule: object) =>
      (await verdictOn(rule, house(undefined, [adopted]))).examined.flatMap(({ objections }) => objections);
    expect(await objectionsTo(wider)).toEqual([]);
    expect(await objectionsTo(narrower)).toMatchObject([{ gate: 'name', reason: expect.stringMatching(/misses/) }]);
  });

  it('beside one in force that says the same, if it names its place', async () => {
    const twice = draft({ id: 'no-printing', source: 'AGENTS.md:6', also: ['AGENTS.md:3'] });
    const { examined } = await verdictOn(twice, house(undefined, [ruleOf()]));
    expect(examined.map(({ objections }) => objections)).toEqual([[]]);
  });

  it('beside another that asks for something else in the same file', async () => {
    const asking = (id: string, key: string) =>
      draft({
        id,
        ...source(5, 'Timetables carry the `season` key.'),
        scope: undefined,
        check: { kind: 'config', files: ['tables/*.yaml'], key, expect: { present: true } },
        ...evidence(
          writes('tables/a.yaml', 'name: x\n', 'other: y\n'),
          writes('tables/a.yaml', `${key}: x\n`, `name: x\n${key}: y\n`),
        ),
      });
    const { examined } = await verdictOn({ rules: [asking('season-key', 'season'), asking('port-key', 'port')] });
    expect(examined.map(({ objections }) => objections)).toEqual([[], []]);
  });

  it('even beside a neighbour in the same file that is malformed', async () => {
    const { examined, malformed } = await verdictOn({ rules: [draft(), { id: 'half-a-rule' }] });
    expect(examined.map(({ objections }) => objections)).toEqual([[]]);
    expect(malformed).toMatchObject([{ id: 'half-a-rule', objection: { gate: 'schema' } }]);
  });
});
