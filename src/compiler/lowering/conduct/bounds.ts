import { parsePattern } from '../../../checks/command/pattern.ts';
import type { CommandCheck, CommandPattern } from '../../../model/checks/command.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';

export type Bounds = Partial<Pick<IntentOf<'forbid'>, 'on' | 'lacking' | 'spots' | 'except'>>;

/**
 * A ban of commands with what the sentence says besides: "with `--x`", "without `--y`", "outside /tmp",
 * "(`--z` is allowed)". A string says why that cannot be told.
 */
export function bounded(check: CommandCheck, bounds: Bounds, knowledge: Knowledge): CommandCheck | string {
  const given = flagsOf(bounds.on);
  const lacking = bounds.lacking ?? [];
  const strange = lacking.find((each) => flagOf(each) === undefined);
  if (strange) return `“without ${strange.text}” says more than which flags a command lacks`;
  const forbid = check.forbid.map((pattern) => narrowed(pattern, given, flagsOf(lacking), bounds));
  const allow = [
    ...(check.allow ?? []),
    ...(bounds.except ?? []).flatMap((mention) => allowed(mention, check, knowledge)),
  ];
  return { ...check, forbid, ...(allow.length > 0 && { allow }) };
}

function narrowed(
  pattern: CommandPattern,
  given: readonly string[],
  lacking: readonly string[],
  { spots }: Bounds,
): CommandPattern {
  return {
    ...pattern,
    ...(given.length > 0 && { flags: [...(pattern.flags ?? []), ...given] }),
    ...(lacking.length > 0 && { without: [...(pattern.without ?? []), ...lacking] }),
    ...(spots?.on && { operands: [...(pattern.operands ?? []), [...spots.on]] }),
    ...(spots?.outside && { operandsOutside: [...spots.outside] }),
  };
}

function allowed(mention: Mention, check: CommandCheck, knowledge: Knowledge): readonly CommandPattern[] {
  const flag = flagOf(mention);
  if (flag !== undefined) {
    const programs = [...new Set(check.forbid.flatMap((pattern) => pattern.program ?? []))];
    return [{ ...(programs.length > 0 && { program: programs }), flags: [flag] }];
  }
  return mention.kind === 'command' ? (parsePattern(mention.text, knowledge.facts.view) ?? []) : [];
}

function flagsOf(mentions: readonly Mention[] | undefined): readonly string[] {
  return (mentions ?? []).flatMap((mention) => flagOf(mention) ?? []);
}

/** The flag that a mention stands for, also where the lexicon knows it as a notion of its own. */
export function flagOf(mention: Mention): string | undefined {
  const text = mention.text.replaceAll('`', '');
  const named = mention.kind === 'flag' || mention.kind === 'concept';
  return named && /^--?[A-Za-z][\w-]*(?:=\S*)?$/.test(text) ? text : undefined;
}
