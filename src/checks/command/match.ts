import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';
import { type Arguments, findOption, flagTest, hasFlag, type Operand } from './arguments.ts';
import { argumentsOf, classesOf, isReadOnly } from './classes.ts';
import { operandMatches, operandOutside } from './operands.ts';
import { isNamed, type ProgramSpec, programSpec } from './programs.ts';
import { hasWildcard, wildcard } from './wildcard.ts';

/** What a pattern may ask about beside the invocation. */
export interface MatchContext {
  /** The checked-out branch. */
  readonly branch?: string | undefined;
}

/** Does an invocation look like this? All fields of the pattern must hold; what cannot be known does not match. */
export function matchesCommand(pattern: CommandPattern, invocation: Invocation, context: MatchContext = {}): boolean {
  if (pattern.program !== undefined && !some(pattern.program, (name) => programMatches(name, invocation))) return false;
  if (pattern.under && !pattern.under.some((words) => runsUnder(words, invocation))) return false;
  if (pattern.notUnder?.some((words) => runsUnder(words, invocation))) return false;
  if (pattern.timeoutBelow !== undefined && !endsWithin(pattern.timeoutBelow, invocation)) return false;
  if (pattern.folder !== undefined && !some(pattern.folder, (glob) => runsIn(glob, invocation))) return false;
  if (pattern.looped !== undefined && pattern.looped !== isLooped(invocation)) return false;
  if (pattern.background !== undefined && pattern.background !== (invocation.beside === true)) return false;
  if (pattern.branch !== undefined) {
    const { branch } = context;
    if (branch === undefined || !some(pattern.branch, (glob) => wildcard(glob)(branch))) return false;
  }
  if (pattern.env && !pattern.env.every((each) => some(each, (assignment) => assigned(assignment, invocation))))
    return false;
  if (pattern.does !== undefined && !some(pattern.does, (name) => classesOf(invocation).has(name))) return false;
  if (pattern.readOnly !== undefined && pattern.readOnly !== isReadOnly(invocation)) return false;
  if (pattern.writes !== undefined && !writes(pattern.writes, invocation)) return false;
  if (pattern.writesOutside && !writesOutside(pattern.writesOutside, invocation)) return false;
  return argumentsMatch(pattern, invocation);
}

/** Could it match if the arguments that cannot be known were what they should not be? */
export function couldMatch(pattern: CommandPattern, invocation: Invocation, context: MatchContext = {}): boolean {
  if (!argumentsOf(invocation).uncertain && invocation.program !== undefined) return false;
  const { flags: _flags, operands: _operands, operandsOutside: _outside, ...rest } = pattern;
  if (invocation.program === undefined) return pattern.program !== undefined && pattern.under === undefined;
  return matchesCommand(rest, invocation, context);
}

function argumentsMatch(pattern: CommandPattern, invocation: Invocation): boolean {
  const asksNothing =
    !pattern.subcommand &&
    !pattern.flags &&
    !pattern.without &&
    !pattern.operands &&
    !pattern.operandsOutside &&
    pattern.noOperands === undefined;
  if (asksNothing) return true;
  const parsed = argumentsOf(invocation);
  const operands = operandsBehind(pattern.subcommand ?? [], parsed, invocation);
  if (operands === undefined) return false;
  // `git stash list` is no bare `git stash`.
  const isBare = operands.length === 0 && parsed.sub.length <= (pattern.subcommand?.length ?? parsed.sub.length);
  if (pattern.noOperands !== undefined && pattern.noOperands !== isBare) return false;
  if (pattern.flags && !pattern.flags.every((each) => some(each, (flag) => flagGiven(flag, parsed)))) return false;
  if (pattern.without?.some((flag) => flagGiven(flag, parsed))) return false;
  if (
    pattern.operands &&
    !pattern.operands.every((each) =>
      operands.some((operand) => some(each, (glob) => operandMatches(glob, operand, invocation))),
    )
  )
    return false;
  if (pattern.operandsOutside) {
    const outside = pattern.operandsOutside;
    if (!operands.some((operand) => operandOutside(outside, operand, invocation))) return false;
  }
  return true;
}

/** The operands that follow the sub-command words of a pattern; `undefined` if those are not there. */
function operandsBehind(
  wanted: readonly (string | readonly string[])[],
  parsed: Arguments,
  invocation: Invocation,
): readonly Operand[] | undefined {
  let spec: ProgramSpec | undefined = invocation.program === undefined ? undefined : programSpec(invocation.program);
  const words = [...parsed.sub.map((text): Operand => ({ text, at: -1, dashed: false })), ...parsed.operands];
  for (let at = 0; at < wanted.length; at += 1) {
    const word = words[at];
    const alternatives = wanted[at] ?? [];
    if (word?.text === undefined || word.dashed) return undefined;
    const given = word.text;
    const level: ProgramSpec | undefined = spec;
    if (
      !some(
        alternatives,
        (name) =>
          name === given || level?.sub.get(name)?.name === given || (hasWildcard(name) && wildcard(name)(given)),
      )
    )
      return undefined;
    spec = spec?.sub.get(given);
  }
  return words.slice(Math.max(wanted.length, parsed.sub.length));
}

/** A flag of a pattern: `--force`, `-f`, `--depth=1`, `-c=core.*`, or bundled `-rf`. */
function flagGiven(flag: string, parsed: Arguments): boolean {
  for (let level = parsed.spec; level?.parent; level = level.parent) {
    if (hasFlag(parsed, flag, level)) return true;
  }
  if (hasFlag(parsed, flag, rootOf(parsed.spec))) return true;
  const cut = flag.indexOf('=');
  const name = cut < 0 ? flag : flag.slice(0, cut);
  if (cut < 0 && parsed.flags.some((given) => isCutShort(given.id, name, parsed) && given.value !== 'false'))
    return true;
  const bundled = /^-([a-zA-Z]{2,})$/.exec(name)?.[1];
  return (
    bundled !== undefined &&
    !findOption(parsed.spec, name) &&
    [...bundled].every((letter) => parsed.flags.some(flagTest(parsed.spec, `-${letter}`)))
  );
}

function rootOf(spec: ProgramSpec | undefined): ProgramSpec | undefined {
  let level = spec;
  while (level?.parent) level = level.parent;
  return level;
}

/** `--har` for `--hard`, where the program takes long options cut short and knows none of that name. */
function isCutShort(given: string, wanted: string, parsed: Arguments): boolean {
  return (
    parsed.spec?.abbreviates === true &&
    given.length >= 5 &&
    given.startsWith('--') &&
    wanted.startsWith(given) &&
    !findOption(parsed.spec, given)
  );
}

function isLooped({ looped, under }: Invocation): boolean {
  return looped === true || under.some(([wrapper]) => wrapper === 'watch');
}

function runsIn(glob: string, { cwd }: Invocation): boolean {
  if (cwd === undefined) return false;
  if (glob === '.' || cwd === '') return glob === '**' || (glob === '.') === (cwd === '');
  return wildcard(glob.replace(/^\.\//, '').replace(/(.)\/$/, '$1'))(cwd);
}

function programMatches(name: string, invocation: Invocation): boolean {
  const { program, file } = invocation;
  if (program === undefined) return false;
  if (name.includes('/')) return file !== undefined && wildcard(name.replace(/^\.\//, ''))(file);
  if (hasWildcard(name)) return wildcard(name)(program);
  return name === program || name.toLowerCase() === program.toLowerCase() || isNamed(program, name);
}

/** `HUSKY=0` or `SKIP`: an assignment in front of the command, or given to it by `env`. */
function assigned(assignment: string, { env }: Invocation): boolean {
  const cut = assignment.indexOf('=');
  if (cut < 0) return assignment in env;
  const value = env[assignment.slice(0, cut)];
  return value !== undefined && wildcard(assignment.slice(cut + 1))(value);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Is it cut off before so many seconds? `timeout -k 5 2m make`: the limit is the last word before the command. */
function endsWithin(seconds: number, { under }: Invocation): boolean {
  return under.some((wrapper) => {
    if (wrapper[0] === undefined || !isNamed(wrapper[0], 'timeout')) return false;
    const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(wrapper.at(-1) ?? '') ?? [];
    return count !== undefined && Number(count) > 0 && Number(count) * (SECONDS[unit || 's'] ?? 1) < seconds;
  });
}

/** `uv run` holds for something run by `uv run --frozen`. */
function runsUnder(words: string, invocation: Invocation): boolean {
  const wanted = words.split(/\s+/);
  return invocation.under.some((wrapper) => {
    const given = wrapper.filter((word, at) => at === 0 || !word.startsWith('-') || wanted.includes(word));
    return wanted.every(
      (word, at) => given[at] !== undefined && (isWord(word, given[at]) || (at === 0 && isNamed(given[at], word))),
    );
  });
}

function isWord(wanted: string, given: string): boolean {
  return wanted === given || (hasWildcard(wanted) && wildcard(wanted)(given));
}

function writes(globs: string | readonly string[], invocation: Invocation): boolean {
  return (invocation.touches ?? []).some(
    (touch) =>
      touch.kind !== 'read' &&
      [touch.path, touch.to].some((path) => path !== undefined && some(globs, (glob) => writtenMatches(glob, path))),
  );
}

function writesOutside(globs: readonly string[], invocation: Invocation): boolean {
  return (invocation.touches ?? []).some((touch) => {
    if (touch.kind === 'read') return false;
    const paths = touch.kind === 'rename' ? [touch.path, touch.to] : [touch.path];
    return paths.some((path) => path === undefined || !globs.some((glob) => writtenMatches(glob, path)));
  });
}

/** Globs over repository paths, as everywhere: a name without wildcards means the folder with all below it. */
function writtenMatches(glob: string, path: string): boolean {
  const bare = glob.replace(/^\.\//, '').replace(/(?<=.)\/+$/, '');
  if (bare === '**' || bare === '**/*') return !path.startsWith('/') && !path.startsWith('~');
  if (wildcard(bare)(path)) return true;
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return !hasWildcard(last) && wildcard(`${bare}/**`)(path);
}

function some<T extends string>(oneOrMore: T | readonly T[], test: (item: T) => boolean): boolean {
  return typeof oneOrMore === 'string' ? test(oneOrMore) : oneOrMore.some(test);
}
