import type { Invocation } from '../../model/invocation.ts';
import { type Flag, hasFlag } from './arguments.ts';
import { argumentsOf } from './classes.ts';
import { loadEquivalents } from './load.ts';
import { familyOf } from './programs.ts';
import { GAP, shownArgument } from './unknown.ts';

/**
 * The same deed by another program, with the same arguments: `npm install -D x` by `pnpm` is `pnpm add -D x`.
 * `undefined` where `rules/commands` knows no equivalent, or an argument cannot be known.
 */
export function equivalentOf(invocation: Invocation, toProgram: string): string | undefined {
  const from = invocation.program === undefined ? undefined : familyOf(invocation.program);
  const to = familyOf(toProgram);
  if (from === undefined || from === to || invocation.args.some((arg) => arg === undefined || arg.includes(GAP)))
    return undefined;
  const parsed = argumentsOf(invocation);
  for (const { deeds, flags } of Object.values(loadEquivalents())) {
    for (const deed of deeds) {
      const source = deed.by[from];
      const target = deed.by[to];
      if (source === undefined || target === undefined) continue;
      const [form, ...needed] = split(source);
      if ((form ?? '') !== parsed.sub.join(' ') || !needed.every((flag) => hasFlag(parsed, flag))) continue;
      if (deed.operands !== undefined && deed.operands !== parsed.operands.length > 0) continue;
      const kept = parsed.flags.filter((flag) => !needed.some((name) => hasFlag({ ...parsed, flags: [flag] }, name)));
      const translated = kept.map((flag) => translatedFlag(flag, from, to, flags));
      const operands = parsed.operands.map((operand) => shownArgument(operand.text ?? ''));
      return [toProgram, target, ...translated, ...operands].filter((part) => part !== '').join(' ');
    }
  }
  return undefined;
}

/** `install --global` asks for the sub-command `install` with the flag. */
function split(form: string): string[] {
  const words = form.split(' ');
  const flags = words.filter((part) => part.startsWith('-'));
  return [words.filter((part) => !part.startsWith('-')).join(' '), ...flags];
}

function translatedFlag(
  flag: Flag,
  from: string,
  to: string,
  flags: readonly Readonly<Record<string, string>>[],
): string {
  const row = flags.find((candidate) => candidate[from] === flag.id);
  const name = row ? (row[to] ?? '') : flag.id;
  if (name === '' || flag.value === undefined || flag.value === null) return name;
  return name.startsWith('--') ? `${name}=${shownArgument(flag.value)}` : `${name} ${shownArgument(flag.value)}`;
}
