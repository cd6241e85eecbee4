import type { Invocation } from '../../model/invocation.ts';
import type { RuleOf } from '../../model/rule.ts';
import { argumentsOf } from './classes.ts';
import { equivalentOf } from './equivalents.ts';
import { programName } from './run.ts';
import { GAP, shownArgument } from './unknown.ts';

/** The allowed command with the arguments of the forbidden one; `undefined` where the rule's own words have to do. */
export function fixFor(rule: RuleOf<'command'>, invocation: Invocation): string | undefined {
  const { instead } = rule.check;
  if (instead === undefined) return equivalentByWords(rule.instead, invocation);
  const program = programName(instead.split(/\s+/)[0] ?? '');
  const bare = instead.replace(/\s*\{\w+\}/g, '');
  if (bare === program && !instead.includes('{')) return equivalentOf(invocation, program) ?? instead;
  if (!instead.includes('{')) return instead;
  const equivalent = bare === program ? equivalentOf(invocation, program) : undefined;
  if (equivalent !== undefined) return equivalent;
  return instead
    .replaceAll('{program}', invocation.program ?? '')
    .replaceAll('{command}', invocation.text)
    .replaceAll('{args}', remaining(rule, invocation))
    .replace(/\s+$/, '');
}

/** `use pnpm` in words: the same deed by the program that is named there. */
function equivalentByWords(words: string | undefined, invocation: Invocation): string | undefined {
  for (const [name] of words?.matchAll(/[\w.-]+/g) ?? []) {
    const found = equivalentOf(invocation, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Arguments behind the sub-command that the rule names. */
function remaining(rule: RuleOf<'command'>, invocation: Invocation): string {
  const named = Math.max(0, ...rule.check.forbid.map((pattern) => pattern.subcommand?.length ?? 0));
  const parsed = argumentsOf(invocation);
  const taken = new Set(parsed.sub.slice(0, named));
  const isTaken = (arg: string): boolean => {
    const name = parsed.spec?.parent?.sub.get(arg)?.name;
    return taken.has(arg) || (name !== undefined && taken.has(name));
  };
  return invocation.args
    .filter((arg) => arg === undefined || !isTaken(arg))
    .map((arg) => (arg === undefined || arg.includes(GAP) ? '…' : shownArgument(arg)))
    .join(' ');
}
