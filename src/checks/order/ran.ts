import picomatch from 'picomatch';
import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';

const list = (words: string | readonly string[]): string[] => (typeof words === 'string' ? [words] : [...words]);

/** Does an invocation look like this pattern? */
export function matchesCommand(pattern: CommandPattern, { program, args, under }: Invocation): boolean {
  if (pattern.program !== undefined && !(program !== undefined && picomatch.isMatch(program, list(pattern.program))))
    return false;
  const words = args.filter((arg) => arg !== undefined && !arg.startsWith('-'));
  const sub = pattern.subcommand ?? [];
  if (!sub.every((alternatives, i) => list(alternatives).includes(words[i] ?? ''))) return false;
  if (!(pattern.flags ?? []).every((flag) => list(flag).some((spelling) => args.includes(spelling)))) return false;
  if ((pattern.without ?? []).some((flag) => args.includes(flag))) return false;
  const operands = words.slice(sub.length);
  if (pattern.noOperands && operands.length > 0) return false;
  if (!(pattern.operands ?? []).every((globs) => operands.some((word) => picomatch.isMatch(word ?? '', list(globs)))))
    return false;
  return pattern.under === undefined || under.some((wrapper) => pattern.under?.includes(wrapper.join(' ')));
}
