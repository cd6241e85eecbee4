import type { Condition } from './notation.ts';
import type { Option } from './options.ts';
import type { ProgramSpec } from './programs.ts';
import { wildcard } from './wildcard.ts';

/** An option as given. `value` is `undefined` where it has none, `null` where it cannot be known. */
export interface Flag {
  /** The spelling that stands for all spellings: `--force` for `-f`. */
  readonly id: string;
  readonly value: string | null | undefined;
  /** Index of the argument it stands in. */
  readonly at: number;
  /** What is known of it: an option of the program is not the one of the same name of a sub-command. */
  readonly option: Option | undefined;
}

export interface Operand {
  /** `undefined` where it cannot be known. */
  readonly text: string | undefined;
  readonly at: number;
  /** It stands behind `--`. */
  readonly dashed: boolean;
}

/** Arguments taken apart with what is known of the program. */
export interface Arguments {
  /** The sub-command as deep as the program is known, aliases resolved: `['stash', 'drop']`. */
  readonly sub: readonly string[];
  readonly spec: ProgramSpec | undefined;
  readonly flags: readonly Flag[];
  /** What is left once options and sub-command are taken away. */
  readonly operands: readonly Operand[];
  /** An argument that might be anything was among them. */
  readonly uncertain: boolean;
}

/** Takes arguments apart. Unknown programs get the conventions of most: bundled short options, `--name=value`, `--`. */
export function takeApart(spec: ProgramSpec | undefined, args: readonly (string | undefined)[]): Arguments {
  const sub: string[] = [];
  const flags: Flag[] = [];
  const operands: Operand[] = [];
  let now = spec;
  let uncertain = false;
  let open = true;
  const style = spec?.style ?? 'double';

  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === undefined) {
      uncertain = true;
      operands.push({ text: undefined, at, dashed: !open });
      if (now?.posix) open = false;
      continue;
    }
    if (open && arg === '--' && style !== 'slash') {
      open = false;
      for (let rest = at + 1; rest < args.length; rest += 1)
        operands.push({ text: args[rest], at: rest, dashed: true });
      break;
    }
    if (open && style === 'assign' && /^[a-z]+=/.test(arg)) {
      const cut = arg.indexOf('=');
      flags.push({ id: arg.slice(0, cut), value: arg.slice(cut + 1), at, option: undefined });
      continue;
    }
    if (open && style === 'bare' && at === 0 && /^[a-zA-Z]+$/.test(arg)) {
      at = bundle(`-${arg}`, at, args, now, flags);
      continue;
    }
    if (open && isOption(arg, style)) {
      at =
        style === 'double' || style === 'bare'
          ? double(arg, at, args, now, flags)
          : single(arg, at, args, now, flags, style);
      const last = flags.at(-1);
      if (last && findOption(now, last.id)?.ends) {
        for (let rest = at + 1; rest < args.length; rest += 1)
          operands.push({ text: args[rest], at: rest, dashed: false });
        break;
      }
      continue;
    }
    const child = open && operands.length === 0 ? now?.sub.get(arg) : undefined;
    if (child) {
      sub.push(child.name);
      now = child;
      continue;
    }
    operands.push({ text: arg, at, dashed: false });
    if (now?.posix) {
      for (let rest = at + 1; rest < args.length; rest += 1) {
        const text = args[rest];
        if (text === undefined) uncertain = true;
        operands.push({ text, at: rest, dashed: false });
      }
      break;
    }
  }
  return { sub, spec: now, flags, operands, uncertain };
}

function isOption(arg: string, style: ProgramSpec['style']): boolean {
  if (style === 'slash') return /^[/-][\w?-]+(:.*)?$/.test(arg);
  return arg.length > 1 && arg.startsWith('-');
}

function double(
  arg: string,
  at: number,
  args: readonly (string | undefined)[],
  spec: ProgramSpec | undefined,
  flags: Flag[],
): number {
  if (!arg.startsWith('--'))
    return findOption(spec, arg) ? single(arg, at, args, spec, flags, 'single') : bundle(arg, at, args, spec, flags);
  const cut = arg.indexOf('=');
  const name = cut < 0 ? arg : arg.slice(0, cut);
  const option = findOption(spec, name);
  const id = option?.id ?? name;
  if (cut >= 0) flags.push({ id, value: known(arg.slice(cut + 1)), at, option });
  else if (option?.value === 'next' && at + 1 < args.length) {
    flags.push({ id, value: known(args[at + 1]), at, option });
    return at + 1;
  } else flags.push({ id, value: undefined, at, option });
  return at;
}

/** `-rf` is `-r -f`; the rest behind an option that takes a value is its value. */
function bundle(
  arg: string,
  at: number,
  args: readonly (string | undefined)[],
  spec: ProgramSpec | undefined,
  flags: Flag[],
): number {
  for (let index = 1; index < arg.length; index += 1) {
    const option = findOption(spec, `-${arg[index]}`);
    const id = option?.id ?? `-${arg[index]}`;
    const rest = arg.slice(index + 1);
    if (option?.value === 'next') {
      const value = rest === '' ? args[at + 1] : rest.replace(/^=/, '');
      flags.push({ id, value: known(value), at, option });
      return rest === '' && at + 1 < args.length ? at + 1 : at;
    }
    if (option?.value === 'attached') {
      flags.push({ id, value: rest === '' ? undefined : rest, at, option });
      return at;
    }
    if (rest.startsWith('=')) {
      flags.push({ id, value: rest.slice(1), at, option });
      return at;
    }
    flags.push({ id, value: undefined, at, option });
  }
  return at;
}

function single(
  arg: string,
  at: number,
  args: readonly (string | undefined)[],
  spec: ProgramSpec | undefined,
  flags: Flag[],
  style: ProgramSpec['style'],
): number {
  const cut = arg.search(style === 'slash' ? /:/ : /[=:]/);
  const name = (cut < 0 ? arg : arg.slice(0, cut)).replace(/^--(?=.)/, (dashes) =>
    findOption(spec, arg) ? dashes : '-',
  );
  const option = findOption(spec, style === 'slash' ? name.toLowerCase().replace(/^-/, '/') : name);
  const id = option?.id ?? name;
  if (cut >= 0) flags.push({ id, value: known(arg.slice(cut + 1)), at, option });
  else if (option?.value === 'next' && at + 1 < args.length) {
    flags.push({ id, value: known(args[at + 1]), at, option });
    return at + 1;
  } else flags.push({ id, value: undefined, at, option });
  return at;
}

function known(value: string | undefined): string | null {
  return value ?? null;
}

/** An option by a spelling, by an unambiguous beginning of one, of this sub-command or of what stands above it. */
export function findOption(spec: ProgramSpec | undefined, name: string): Option | undefined {
  for (let level = spec; level; level = level.parent) {
    const exact = level.options.get(name);
    if (exact) return exact;
  }
  if (!spec?.abbreviates) return undefined;
  const lower = name.toLowerCase();
  const insensitive = spec.style === 'single';
  if (!insensitive && (!name.startsWith('--') || name.length < 4)) return undefined;
  const found = new Set<Option>();
  for (let level: ProgramSpec | undefined = spec; level; level = level.parent) {
    for (const [spelling, option] of level.options) {
      if (insensitive ? spelling.toLowerCase().startsWith(lower) : spelling.startsWith(name)) {
        if (insensitive && spelling.length === name.length) return option;
        found.add(option);
      }
    }
    if (found.size > 0) break;
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** Does a condition of `rules/commands` hold for these arguments? `spec`: the level of the program that states it. */
export function holds(condition: Condition, parsed: Arguments, spec: ProgramSpec | undefined = parsed.spec): boolean {
  if (condition.operands === 'some' && parsed.operands.length === 0) return false;
  if (condition.operands === 'none' && parsed.operands.length > 0) return false;
  if (condition.operands === 'dashed' && !parsed.operands.some((operand) => operand.dashed)) return false;
  const has = (flag: string): boolean => hasFlag(parsed, flag, spec);
  return (condition.flags.length === 0 || condition.flags.some(has)) && !condition.unless.some(has);
}

/** Is an option there, in any spelling, and not switched off (`--force=false`)? `-c=core.*` also asks for its value. */
export function hasFlag(parsed: Arguments, flag: string, spec: ProgramSpec | undefined = parsed.spec): boolean {
  const cut = flag.indexOf('=');
  const is = flagTest(spec, cut < 0 ? flag : flag.slice(0, cut));
  const wanted = cut < 0 ? undefined : flag.slice(cut + 1);
  return parsed.flags.some(
    (given) =>
      is(given) &&
      (wanted === undefined
        ? given.value !== 'false'
        : typeof given.value === 'string' && wildcard(wanted)(given.value)),
  );
}

/** A test for an option by one of its spellings, as a level of the program knows it. */
export function flagTest(spec: ProgramSpec | undefined, name: string): (flag: Flag) => boolean {
  const option = findOption(spec, name);
  return option ? (flag) => flag.option === option : (flag) => flag.id === name;
}

/** The value of an option, the last one given; `null` where it cannot be known. */
export function flagValue(parsed: Arguments, flag: string): string | null | undefined {
  return parsed.flags.findLast(flagTest(parsed.spec, flag))?.value;
}
