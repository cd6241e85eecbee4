import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Intent } from '../../../model/intent.ts';
import { stretch } from '../grammar/tokens.ts';
import type { ReadClause } from '../setting.ts';

const STYLED =
  /\b(?:(?:auto-?)?formatt?(?:ed|ing)?|lint(?:ed|ing)?|code style)\b(?:(?:,| and| or|\/| &) (?:formatt?(?:ed|ing)?|lint(?:ed|ing)?))* (?:is |are |done )*(?:with|by|via|using) `?([A-Za-z][\w-]*)`?/i;
const TESTED = /\brun (?:the |all )?tests (?:with|via|using) `[^`]+` \(([A-Za-z][\w-]*)\)/i;
const RUNNERS =
  /\b(?:direct|raw|bare|underlying|individual) test runners?\b|\b(?:calling|running|invoking) (?:the )?test runners? directly\b/i;
const ADDING =
  /`(uv|poetry|pdm|npm|pnpm|yarn|bun|cargo|composer|bundle) (?:add|install|require)[^`]*`.{0,24}\bfor (?:adding |managing |new |all )?dependenc/i;

/** Which tools are used for what, told by the way: "formatted with `x`", "run tests with `y` (Z)", "`uv add` for dependencies". */
export function readTools(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const [first] = clause.body;
  const last = clause.body.at(-1);
  const text = first && last ? stretch([first, last], setting.statement) : '';
  const whole = setting.statement;
  if (read.stance === 'forbid' || clause.force === 'may') return undefined;
  const name = STYLED.exec(text)?.[1] ?? TESTED.exec(whole)?.[1];
  const known = name === undefined ? undefined : setting.knowledge.tools.get(name.toLowerCase())?.of;
  if (known && ['formatter', 'linter', 'test-runner'].includes(known.group.does) && clause.contrast.length === 0) {
    const tool = { kind: 'tool' as const, id: known.tool.id, text: name ?? known.tool.id };
    return [
      {
        ...read.common,
        reach: { ...read.common.reach, unclear: [] },
        shape: 'require',
        doing: 'use',
        things: [tool],
        subject: [],
        purpose: [],
      },
    ];
  }
  return runnersIn(read);
}

/** "Prefer package scripts over direct test runners". */
function runnersIn(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  if (!RUNNERS.test(stretch(clause.contrast, statement))) return undefined;
  const groups = Object.values(knowledge.lexicon.groups).filter(
    (group) =>
      group.does === 'test-runner' &&
      !group.of?.includes('browser') &&
      group.languages?.some((language) => knowledge.languages.has(language)),
  );
  const forbid = groups
    .flatMap(({ tools }) => tools)
    .flatMap(({ commands, programs }): CommandPattern[] =>
      commands.length > 0 ? [...commands] : programs.length > 0 ? [{ program: [...programs] }] : [],
    );
  const [program] = forbid.flatMap((pattern) => pattern.program ?? []);
  if (program === undefined) return undefined;
  const line = forbid[0]?.subcommand ? [program, ...forbid[0].subcommand].flat().join(' ') : program;
  const better = stretch(clause.object, statement);
  return [
    {
      ...read.common,
      reach: { ...read.common.reach, unclear: [] },
      shape: 'check',
      subject: 'direct test runner',
      message: `test runners are not called directly here${better === '' ? '' : `; use ${better}`}`,
      check: {
        kind: 'command',
        forbid: forbid.map((each) => ({ ...each, without: [...(each.without ?? []), '--version', '--help'] })),
        scripts: 'ignore',
      },
      violating: [{ steps: [{ run: line }] }],
      compliant: [{ steps: [{ run: 'git status' }] }, { steps: [{ run: `grep -n ${program} README.md` }] }],
    },
  ];
}

/** "`uv add` for dependencies": they do not get into the manifest by hand. */
export function dependenciesBy(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const found = ADDING.exec(setting.statement);
  const program = found?.[1];
  if (program === undefined || !clause.body.some((token) => found?.[0].includes(token.text))) return undefined;
  const manifest = MANIFESTS.get(program);
  if (manifest === undefined || /\b(?:or|also|can|may|e\.g\.)\b/i.test(setting.statement)) return undefined;
  return [
    {
      ...read.common,
      reach: { ...read.common.reach, unclear: [] },
      shape: 'check',
      subject: `${program} for dependencies`,
      message: `dependencies are changed with \`${program}\` here, not by hand`,
      check: {
        kind: 'order',
        contract: {
          type: 'before',
          trigger: [{ changed: [`**/${manifest}`], part: 'dependencies' }],
          need: [{ ran: [{ program, does: ['add-dependency', 'remove-dependency'] }] }],
        },
      },
      violating: [{ steps: [{ write: manifest, content: SAMPLES.get(manifest) ?? '' }] }],
      compliant: [{ steps: [{ run: `${program} ${program === 'composer' ? 'require' : 'add'} left` }] }],
    },
  ];
}

const MANIFESTS: ReadonlyMap<string, string> = new Map([
  ['uv', 'pyproject.toml'],
  ['poetry', 'pyproject.toml'],
  ['pdm', 'pyproject.toml'],
  ['npm', 'package.json'],
  ['pnpm', 'package.json'],
  ['yarn', 'package.json'],
  ['bun', 'package.json'],
  ['cargo', 'Cargo.toml'],
  ['composer', 'composer.json'],
  ['bundle', 'Gemfile'],
]);
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['pyproject.toml', '[project]\nname = "a"\ndependencies = ["example-left==0.0.1"]\n'],
  ['package.json', '{ "dependencies": { "example-left": "0.0.1" } }\n'],
  ['Cargo.toml', '[dependencies]\nexample-left = "0.0.1"\n'],
  ['composer.json', '{ "require": { "example/left": "0.0.1" } }\n'],
  ['Gemfile', "gem 'example-left', '0.0.1'\n"],
]);
