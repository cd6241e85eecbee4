import { patternsSaid } from '../../../checks/command/pattern.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { Intent } from '../../../model/intent.ts';
import type { Whole } from './whole.ts';

const WITH_FLAG =
  /^(?:always |please )?(build|test|run (?:the |all )?tests|install(?: dependencies| packages)?|commit|push|pull|merge) with (?:the )?§(?: flag)?(?: (?:so|to|because|as|since)\b.*| ?[¦;,.(].*)?$/;
const INSTALLS_NEW =
  /^(?:always )?(?:use|run|prefer) § ?,? ?\(? ?(?:not|never|instead of|over|rather than) § ?\)?,? ?(?:unless|except)\b.*\b(?:add|updat|chang|install)\w*\b.*\b(?:dependenc|package)/;
const BOUND = /\b(?:if|when|unless|in ci|on ci|only|where|may|can)\b/;

/** The command that does it in a repository with such a file. */
const BUILDS: readonly (readonly [file: string, builds: string, tests: string])[] = [
  ['Cargo.toml', 'cargo build', 'cargo test'],
  ['go.mod', 'go build', 'go test'],
  ['pyproject.toml', '', 'pytest'],
  ['global.json', 'dotnet build', 'dotnet test'],
];
const INSTALLS: readonly (readonly [file: string, installs: string])[] = [
  ['pnpm-lock.yaml', 'pnpm install'],
  ['yarn.lock', 'yarn install'],
  ['bun.lock', 'bun install'],
  ['package-lock.json', 'npm install'],
  ['uv.lock', 'uv sync'],
];

/** "Always build with `--locked`", "Use `npm ci`, not `npm install`, unless you add a package": how a command is given. */
export function readGivenFlags(whole: Whole): readonly Intent[] {
  const { text, atoms } = whole;
  const [first, second] = atoms.map((atom) => atom.text);
  if (INSTALLS_NEW.test(text) && first === 'npm ci' && /^npm (?:install|i)$/.test(second ?? ''))
    return [
      rule(
        whole,
        'npm install',
        { program: 'npm', subcommand: [['install', 'i']], noOperands: true },
        'npm install',
        'npm ci',
        'use `npm ci`; `npm install` is for adding a package',
      ),
    ];
  const deed = WITH_FLAG.exec(text)?.[1];
  if (deed === undefined || first === undefined || !/^--?[a-z][\w-]*$/.test(first) || BOUND.test(text)) return [];
  const line = commandFor(deed, whole);
  const [pattern, ...others] = line === undefined || line === '' ? [] : (patternsSaid(line) ?? []);
  if (!line || !pattern?.program || others.length > 0) return [];
  const host = { program: pattern.program, ...(pattern.subcommand && { subcommand: pattern.subcommand }) };
  const without = [first, '--help', '--version'];
  return [
    rule(
      whole,
      `${line} ${first}`,
      { ...host, without },
      line,
      `${line} ${first}`,
      `\`${line}\` needs \`${first}\` here`,
    ),
  ];
}

function commandFor(deed: string, { knowledge }: Whole): string | undefined {
  const has = (file: string) => knowledge.facts.find(file, knowledge.from).length > 0;
  if (/^(?:commit|push|pull|merge)$/.test(deed)) return `git ${deed}`;
  if (deed.startsWith('install')) return INSTALLS.find(([file]) => has(file))?.[1];
  const known = BUILDS.filter(([file]) => has(file));
  const [only, ...others] = known;
  return others.length > 0 ? undefined : deed === 'build' ? only?.[1] : only?.[2];
}

function rule(
  { common }: Whole,
  subject: string,
  pattern: CommandPattern,
  bad: string,
  good: string,
  message: string,
): Intent {
  return {
    ...common,
    shape: 'check',
    subject,
    message,
    check: { kind: 'command', forbid: [pattern] },
    violating: [{ steps: [{ run: bad }] }],
    compliant: [{ steps: [{ run: good }] }, { steps: [{ run: 'git status' }] }],
  };
}
