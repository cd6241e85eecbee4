import picomatch from 'picomatch';
import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';
import type { RepositoryView } from '../../repository/view.ts';

/** Does the pattern mean this invocation, or one of those that led to it (`npm run codegen` → `sed -i …`)? */
export function matchesExempt(pattern: CommandPattern, invocation: Invocation, _view: RepositoryView): boolean {
  if (matches(pattern, invocation)) return true;
  const outer = [...invocation.under.map((words) => words.join(' ')), ...invocation.chain];
  return outer.some((text) => matches(pattern, invocationOf(text, invocation)));
}

function invocationOf(text: string, inner: Invocation): Invocation {
  const [program, ...args] = text.split(/\s+/).filter((word) => word !== '');
  return { program, args, cwd: inner.cwd, under: [], chain: [], env: {}, text };
}

function matches(pattern: CommandPattern, { program, args }: Invocation): boolean {
  if (program === undefined || (pattern.program && !oneOf(pattern.program, program))) return false;
  const operands = args.filter((word) => word !== undefined && !word.startsWith('-'));
  const subcommand = pattern.subcommand ?? [];
  return (
    subcommand.every((word, index) => oneOf(word, operands[index])) &&
    (pattern.flags ?? []).every((flag) => args.some((word) => oneOf(flag, word))) &&
    !(pattern.without ?? []).some((flag) => args.includes(flag)) &&
    (pattern.operands ?? []).every((glob) => operands.slice(subcommand.length).some((word) => oneOf(glob, word)))
  );
}

function oneOf(globs: string | readonly string[], word: string | undefined): boolean {
  return word !== undefined && picomatch.isMatch(word, typeof globs === 'string' ? globs : [...globs], { bash: true });
}
