import { parsePattern } from '../../../checks/command/pattern.ts';
import type { Tool, ToolGroup } from '../../../lexicon/lexicon.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { IntentOf, Mention, MentionOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { listed, ran } from '../code/wording.ts';
import { join, type Lowered, left, NOTHING, scopeOf, severityOf } from '../draft.ts';
import { lowerToolBan } from './command.ts';

type Demand = IntentOf<'require'>;

/** "Use `uv run` for Python": programs of that kind run under it, or not at all. */
export function lowerRunner(mention: MentionOf<'command'>, intent: Demand, knowledge: Knowledge): Lowered {
  const known = [...knowledge.tools.values()]
    .flatMap(({ of: { tool, group } }) => tool.runners.map((runner) => ({ runner, tool, group })))
    .find(
      ({ runner }) =>
        mention.text === runner ||
        (mention.text.startsWith(`${runner} `) && OPEN_END.test(mention.text.slice(runner.length))),
    );
  if (!known) return NOTHING;
  const scope = scopeOf({ ...intent.reach, languages: [], unclear: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const programs = programsUnder(known.group, known.tool, knowledge);
  const [example] = programs;
  if (example === undefined) return NOTHING;
  const line = example.startsWith('python') ? 'python scripts/example.py' : `${example} example`;
  return {
    drafts: [
      {
        subject: `${known.runner} only`,
        severity: severityOf(intent),
        message: `programs such as ${listed(shownFirst(programs))} run under \`${known.runner}\` here`,
        instead: `${known.runner} …`,
        ...(scope && { scope }),
        check: {
          kind: 'command',
          forbid: [{ program: [...programs], notUnder: [known.runner], without: ['--version', '-V', '--help', '-h'] }],
        },
        evidence: {
          violating: [ran(line)],
          compliant: [ran(`${known.runner} ${line}`), ran(`grep -n ${example} README.md`), ran('git status')],
        },
      },
    ],
    left: [],
  };
}

/** The two that a person would think of first: the language itself and its test runner. */
function shownFirst(programs: readonly string[]): readonly string[] {
  const known = programs.filter((program) =>
    /^(?:python|pytest|node|vitest|jest|ruby|rspec|php|phpunit)$/.test(program),
  );
  return (known.length > 0 ? known : programs).slice(0, 2);
}

/** What leaves open what is run: flags, a placeholder, the language's own program. */
const OPEN_END = /^(?:\s+--?[\w-]+)*(?:\s+(?:python3?|node|<[^>]*>|\.\.\.|…|\[[^\]]*\]|command|cmd|tool|script))*\s*$/;

/** Programs of the runner's language that run the project's own code or tools. */
function programsUnder(group: ToolGroup, runner: Tool, knowledge: Knowledge): readonly string[] {
  const kin = Object.values(knowledge.lexicon.groups).filter(
    (each) =>
      each.does !== 'package-manager' &&
      each.languages !== undefined &&
      each.languages.some((language) => group.languages?.includes(language)),
  );
  const programs = kin.flatMap((each) => each.tools).flatMap((tool) => tool.programs);
  return [...new Set(programs)].filter((program) => !runner.programs.includes(program)).sort();
}

/** "Always pass `--frozen` to `uv run`": such an invocation without the flag. */
export function lowerRequiredFlag(mention: MentionOf<'flag'>, intent: Demand, knowledge: Knowledge): Lowered {
  const scope = scopeOf({ ...intent.reach, languages: [], unclear: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  const hosts = [...intent.purpose, ...intent.subject].filter((each) => each.kind === 'command');
  const [host] = hosts;
  const patterns: CommandPattern[] = hosts.flatMap((each) =>
    (parsePattern(each.text, knowledge.facts.view) ?? []).map((pattern) => withoutFlag(pattern, mention.text)),
  );
  if (!host || patterns.length === 0) return left(`which command \`${mention.text}\` belongs to is not said`);
  const bare = host.text
    .replace(mention.text, '')
    .replaceAll(/<[^>]*>/g, 'example')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    drafts: [
      {
        subject: `${host.text} ${mention.text}`,
        severity: severityOf(intent),
        message: `\`${bare.replace(/ example$/, '')}\` needs \`${mention.text}\` here`,
        instead: `${bare} ${mention.text}`,
        ...(scope && { scope }),
        check: { kind: 'command', forbid: patterns },
        evidence: { violating: [ran(bare)], compliant: [ran(flagged(bare, mention.text)), ran('git status')] },
      },
    ],
    left: [],
  };
}

function withoutFlag(pattern: CommandPattern, flag: string): CommandPattern {
  const { flags, ...rest } = pattern;
  const others = flags?.filter((each) => each !== flag);
  return { ...rest, ...(others && others.length > 0 && { flags: others }), without: [...(rest.without ?? []), flag] };
}

/** The line with the flag behind its sub-command. */
function flagged(line: string, flag: string): string {
  const words = line.split(' ');
  return [...words.slice(0, 2), flag, ...words.slice(2)].join(' ');
}

/** Requiring one tool of an exclusive group bans the others. */
export function lowerExclusiveTool(mention: MentionOf<'tool'>, intent: Demand, knowledge: Knowledge): Lowered {
  const known = knowledge.tools.get(mention.id.toLowerCase())?.of;
  const forItsRole = known?.group.does === 'library' && known.group.languages !== undefined && isRole(intent);
  if (
    !known ||
    !(EXCLUSIVE.has(known.group.does) || forItsRole) ||
    !['use', 'other', 'install'].includes(intent.doing)
  ) {
    return left(`using ${mention.text} cannot be required by a check`);
  }
  const named = new Set(intent.things.flatMap((thing: Mention) => (thing.kind === 'tool' ? [thing.id] : [])));
  const others = known.group.tools.filter(
    (tool) => !named.has(tool.id) && !isInUse(tool, knowledge) && !tool.packages.some((name) => STANDARD.has(name)),
  );
  // What it is for is its role, no place.
  const unclear = forItsRole ? intent.reach.unclear.filter((text) => !text.startsWith('for ')) : intent.reach.unclear;
  const ban = {
    ...intent,
    reach: { ...intent.reach, unclear },
    shape: 'forbid' as const,
    doing: 'use' as const,
    things: [],
    except: [],
    instead: [mention],
    on: [],
  };
  return join(
    ...others.map((tool) =>
      lowerToolBan({ kind: 'tool', id: tool.id, text: tool.names[0] ?? tool.id }, ban, knowledge),
    ),
  );
}

/** "Use `x` for dates": for what is said to be its job, only one of its kind is wanted. */
function isRole({ purpose }: Demand): boolean {
  return purpose.length > 0 && purpose.every((each) => ROLE.test(each.text.toLowerCase()));
}

const ROLE =
  /^(?:(?:all|every|any|async|asynchronous|outgoing|external|http|rest|api|network|date|time|utility|client-side|server-side|data|state) ?)*(?:dates?|times?|requests?|calls?|http|networking|fetching|formatting|handling|manipulation|parsing|management|assertions?|logging|mocking|helpers?|utilities|state|validation|schemas?)$/;
/** What comes with a language serves more than one role. */
const STANDARD: ReadonlySet<string> = new Set(['asyncio', 'logging', 'unittest', 'urllib', 'http.client']);

const EXCLUSIVE: ReadonlySet<string> = new Set(['package-manager', 'test-runner', 'formatter', 'linter', 'container']);

/** A tool that the repository itself is set up with is not ruled out by the mention of another. */
function isInUse(tool: Tool, knowledge: Knowledge): boolean {
  return (
    [...tool.lockFiles, ...tool.configFiles].some((file) => knowledge.facts.find(file, knowledge.from).length > 0) ||
    tool.packages.some((name) => knowledge.facts.dependencies().has(name))
  );
}
