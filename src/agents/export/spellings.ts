import type { CommandPattern } from '../../model/checks/command.ts';
import type { Rule } from '../../model/rule.ts';

/** A command as words in order; each word lists its alternatives. */
export type Words = readonly (readonly string[])[];

/** What of a rule a list of command prefixes can say. */
export type Spelled =
  | { readonly kind: 'words'; readonly words: readonly Words[]; readonly lost?: string }
  | { readonly kind: 'none'; readonly why: string };

/**
 * The beginnings of command lines that a rule forbids. Prefix lists know nothing of where a flag stands, of
 * operands, branches or wrappers: a rule that needs those is not said, as a half-said one would forbid too much.
 */
export function spell(rule: Rule): Spelled {
  const { check } = rule;
  if (check.kind !== 'command') return { kind: 'none', why: `it is about ${check.kind}, not about commands` };
  if (rule.severity === 'warning') return { kind: 'none', why: 'it only warns' };
  if (rule.scope?.include || rule.scope?.exclude) return { kind: 'none', why: 'it holds in some folders only' };
  if (check.allow?.length) return { kind: 'none', why: 'it has exceptions' };
  const spelled = check.forbid.map(wordsOf);
  const words = spelled.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const [lost] = spelled.filter((one) => typeof one === 'string');
  if (words.length === 0) return { kind: 'none', why: lost ?? 'it names no command' };
  return { kind: 'words', words, ...(lost !== undefined && { lost }) };
}

function wordsOf(pattern: CommandPattern): Words | string {
  const { program, subcommand = [], flags = [], ...rest } = pattern;
  if (program === undefined) return 'it names no program';
  const more = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (more.length > 0) return `a prefix cannot say: ${more.map(([key]) => key).join(', ')}`;
  const words = [program, ...subcommand, ...flags].map((word) => (typeof word === 'string' ? [word] : word));
  if (words.some((word) => word.some((one) => /[*?[{]/.test(one)))) return 'a prefix cannot say a pattern';
  return words;
}
