import { parsePattern } from '../../../checks/command/pattern.ts';
import type { CommandPattern } from '../../../model/checks/command.ts';
import type { IntentOf, Mention, MentionOf } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { packageBan } from '../code/imports.ts';
import { notThere } from '../code/restraint.ts';
import { evenInLoops } from '../code/within.ts';
import { insteadOf, ran, ruledOut } from '../code/wording.ts';
import { type Draft, type Lowered, left, scopeOf, severityOf } from '../draft.ts';
import { bounded, flagOf } from './bounds.ts';

/** A ban of command lines: `git push --force`, `npm install`. */
export function lowerCommandBan(
  mentions: readonly (MentionOf<'command'> | MentionOf<'flag'>)[],
  intent: IntentOf<'forbid'>,
  knowledge: Knowledge,
): Lowered {
  const everything = mentions.every(({ qualified }) => WHOLESALE.test(qualified ?? ''));
  // What is run on everything is run on this folder, too, wherever it is run.
  const place = everything ? { ...intent.reach, include: [] } : intent.reach;
  const scope = notThere(intent.reach) ?? scopeOf({ ...evenInLoops(place), languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  if (scope?.exclude && !scope.include) return left('for which files a command is let be cannot be told of it');
  const drafts: Draft[] = [];
  const reasons: string[] = [];
  for (const mention of mentions) {
    const forbid =
      mention.kind === 'command'
        ? parsePattern(mention.text, knowledge.facts.view)
        : flagPatterns(mention, intent, knowledge);
    if (!forbid || forbid.length === 0) {
      reasons.push(`\`${mention.text}\` is not a command that could be told`);
      continue;
    }
    const bounds = {
      ...intent,
      on: mention.kind === 'command' ? intent.on : [],
      // What is to be used instead is a narrower run of the same, where it is all at once that is ruled out.
      except: [
        ...intent.except,
        ...(WHOLESALE.test(mention.qualified ?? '')
          ? []
          : intent.instead.filter(({ text }) => !isRunOf(text, mention.text))),
      ],
    };
    const under = wrappersIn(intent.instead, [mention.text], knowledge);
    const bare = adHoc(mention, forbid, intent).map((each) => (under.length > 0 ? { ...each, notUnder: under } : each));
    const check = bounded({ kind: 'command', forbid: bare }, bounds, knowledge);
    if (typeof check === 'string') {
      reasons.push(check);
      continue;
    }
    const instead = insteadOf(intent.instead);
    const wrapped = intent.instead.some(({ kind }) => kind === 'command') && check.scripts === undefined;
    const line = [lineOf(mention, forbid, intent), ...shown(mention, intent)].join(' ');
    drafts.push({
      subject: mention.text,
      severity: severityOf(intent),
      message: ruledOut(`\`${mention.text}\``, instead),
      ...(instead !== undefined && { instead }),
      ...(scope && { scope }),
      check: wrapped ? { ...check, scripts: 'ignore' } : check,
      evidence: { violating: [ran(line)], compliant: [ran(`echo '${line.replaceAll("'", '')}'`), ran('git status')] },
    });
  }
  return { drafts, left: reasons };
}

/** `--no-verify`, on the commands named beside it, or on whichever program knows it. */
function flagPatterns(mention: MentionOf<'flag'>, intent: IntentOf<'forbid'>, knowledge: Knowledge): CommandPattern[] {
  const hosts = [...intent.on, ...intent.things].filter((each) => each.kind === 'command' || each.kind === 'tool');
  const named = intent.on.filter((each) => each.kind === 'concept' && flagOf(each) === undefined);
  const on = [...hosts, ...named].flatMap((host) =>
    host.kind !== 'tool'
      ? (parsePattern(host.text.replaceAll('`', ''), knowledge.facts.view) ?? [])
      : [{ program: [...(knowledge.tools.get(host.id)?.of.tool.programs ?? [])] }],
  );
  if (on.length > 0) return on.map((pattern) => ({ ...pattern, flags: [...(pattern.flags ?? []), mention.text] }));
  if (mention.text === '--no-verify') return [{ program: 'git', flags: ['--no-verify'] }];
  const telling = /^(?:--[\w-]{3}|-[A-Z]\w{4})/.test(mention.text) && !COMMON_FLAGS.has(mention.text);
  return telling ? [{ flags: [mention.text] }] : [];
}

/** What is to be used instead and runs other programs: `uv run`, or `uv run pytest` for `pytest`. */
function wrappersIn(instead: readonly Mention[], ruledOut: readonly string[], knowledge: Knowledge): string[] {
  return instead.flatMap(({ kind, text }) => {
    const words = text.split(/\s+/);
    if (kind !== 'command' || words.length < 2) return [];
    const at = words.findIndex((word, index) => index > 0 && ruledOut.includes(word));
    if (at > 0) return [words.slice(0, at).join(' ')];
    const wraps =
      /^\S+ (?:run|exec)$/.test(text) ||
      !parsePattern(text, knowledge.facts.view)?.some((pattern) => pattern.subcommand);
    return wraps ? [text] : [];
  });
}

const RUNNING: ReadonlySet<string> = new Set(['run', 'invoke', 'call', 'execute', 'launch', 'start']);

/** "Not `make x --fast`, simply `make x`": what is ruled out is a run of what is to be used, with more to it. */
function isRunOf(whole: string, line: string): boolean {
  return line.startsWith(`${whole.replaceAll('`', '')} `);
}

/** "Ad-hoc `pip install`": naming packages; what the manifest lists may be installed. */
const AD_HOC = /^(?:ad-?hoc|random|arbitrary|one-off|direct|manual|casual|unapproved|unrequested)$/;

/** "Wholesale `go fix`": on everything at once. */
const WHOLESALE =
  /^(?:wholesale|blanket|repo-wide|repository-wide|project-wide|whole-repo|codebase-wide|global|tree-wide|mass)$/;

/** Words before a command that say which runs of it are meant. */
export function isKnownBound(words: string): boolean {
  return AD_HOC.test(words) || WHOLESALE.test(words);
}

/** Programs whose sub-commands have names of their own within them: `credentials:edit` is `credentials`, too. */
const SPACED = new Set(['rails', 'rake', 'artisan', 'heroku']);

function adHoc(mention: Mention, forbid: readonly CommandPattern[], intent: IntentOf<'forbid'>): CommandPattern[] {
  const named = isAdHoc(mention, intent);
  const everything = mention.qualified !== undefined && WHOLESALE.test(mention.qualified);
  return forbid.map((pattern) => {
    if (named) return { ...pattern, does: 'add-dependency' };
    if (everything)
      return { ...pattern, operands: [...(pattern.operands ?? []), ['.', './', './...', '...', '*[*][*]*']] };
    const [sub, ...more] = pattern.subcommand ?? [];
    const spaced = typeof pattern.program === 'string' && SPACED.has(pattern.program) && more.length === 0;
    return spaced && typeof sub === 'string' && !sub.includes(':')
      ? { ...pattern, subcommand: [[sub, `${sub}:*`]] }
      : pattern;
  });
}

/** "Ad-hoc `a` / `b`": the word before the first of them holds for all. */
function isAdHoc(mention: Mention, intent: IntentOf<'forbid'>): boolean {
  const [first] = intent.things;
  const words = mention.qualified ?? (first?.kind === mention.kind ? first.qualified : undefined);
  return words !== undefined && AD_HOC.test(words);
}

/** What a violating line needs besides the command itself. */
function shown(mention: Mention, intent: IntentOf<'forbid'>): readonly string[] {
  const flags = mention.kind === 'command' ? intent.on.flatMap((each) => flagOf(each) ?? []) : [];
  const [spot] = intent.spots?.on ?? [];
  return [
    ...flags,
    ...(isAdHoc(mention, intent) ? ['example'] : []),
    ...(mention.qualified !== undefined && WHOLESALE.test(mention.qualified) ? ['./...'] : []),
    ...(spot !== undefined ? [spot] : intent.spots?.outside ? ['example'] : []),
  ];
}

/** Flags of so many programs that they say nothing without one. */
const COMMON_FLAGS: ReadonlySet<string> = new Set(
  '--force --all --yes --verbose --debug --quiet --help --version --recursive --output --config --input --file --name --watch --global'.split(
    ' ',
  ),
);

/** A command line that shows the violation. */
function lineOf(mention: Mention, patterns: readonly CommandPattern[], intent: IntentOf<'forbid'>): string {
  const plain = mention.text
    .replaceAll(/<[^>]*>|\[[^\]]*\]/g, 'example')
    .replace(/\s*(?:\.\.\.|…)\s*$/, ' example')
    .trim();
  if (mention.kind !== 'flag') return plain;
  const host = intent.on.find((each) => each.kind === 'command' || (each.kind === 'concept' && !flagOf(each)));
  const program = patterns[0]?.program;
  const verb = mention.text === '--no-verify' ? 'git commit' : Array.isArray(program) ? program[0] : program;
  return `${host?.text.replaceAll('`', '') ?? verb ?? 'example'} ${mention.text}`;
}

/** A ban of tools: `npm`, `pip or poetry`. A tool is a program to run, and a package to import where it is one. */
export function lowerToolBan(mention: MentionOf<'tool'>, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const known = knowledge.tools.get(mention.id.toLowerCase())?.of;
  if (!known) return left(`“${mention.text}” is not a tool we know`);
  const { tool, group } = known;
  const scope = scopeOf({ ...evenInLoops(intent.reach), languages: [] }, knowledge, false);
  if (typeof scope === 'string') return left(scope);
  // "`./gradlew`, not `gradle`": of the names of one tool some are to be used.
  const right = intent.instead
    .map(({ text }) => text.replace(/^.*\//, ''))
    .filter((name) => tool.programs.includes(name));
  const wrong = tool.programs.filter((name) => !right.includes(name));
  if (right.length > 0 && !(wrong.includes(mention.text) && right.every((name) => name.includes(mention.text))))
    return left(`\`${mention.text}\` cannot be told from what is to be used instead`);
  const better = intent.instead.find((each) => each.kind === 'tool' || each.kind === 'command');
  const instead = insteadOf(intent.instead);
  const drafts: Draft[] = [];
  // Who is not to call a program may well run a script that does; nobody forbids importing it either.
  const runs = intent.verb !== undefined && RUNNING.has(intent.verb);
  if (tool.commands.length > 0 || tool.programs.length > 0) {
    // "Avoid `npx`": the runner of a package manager is not all of it.
    const runner =
      tool.runners.includes(mention.text) && tool.programs.includes(mention.text) ? [mention.text] : undefined;
    const forbid: CommandPattern[] =
      tool.commands.length > 0 ? [...tool.commands] : [{ program: runner ?? [...wrong] }];
    const program = runner?.[0] ?? wrong[0] ?? mention.text;
    const under = wrappersIn(better ? [better] : [], tool.programs, knowledge);
    const line = group.does === 'package-manager' ? `${program} install example` : program;
    drafts.push({
      subject: mention.text,
      severity: severityOf(intent),
      message: ruledOut(`\`${mention.text}\``, instead),
      ...(instead !== undefined && { instead }),
      ...(scope && { scope }),
      check: {
        kind: 'command',
        forbid: under.length > 0 ? forbid.map((pattern) => ({ ...pattern, notUnder: under })) : forbid,
        ...(right.length > 0 && { allow: [{ program: right }] }),
        ...(runs && group.does !== 'package-manager' && { scripts: 'ignore' as const }),
      },
      evidence: {
        violating: [ran(line)],
        compliant: [ran(program === 'grep' ? 'ls grep' : `grep -n ${program} README.md`), ran('git status')],
      },
    });
  }
  const imports = runs ? undefined : packageBan(tool.packages, group.languages, knowledge, scope);
  if (imports) {
    drafts.push({
      subject: `${mention.text} import`,
      severity: severityOf(intent),
      message: ruledOut(`\`${mention.text}\``, instead),
      ...(instead !== undefined && { instead }),
      ...(scope && { scope }),
      ...imports,
    });
  }
  return drafts.length > 0 ? { drafts, left: [] } : left(`“${mention.text}” is neither a program nor a package`);
}
