import type { CommandPattern } from '../../model/checks/command.ts';
import type { Invocation } from '../../model/invocation.ts';
import { parseRepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { matchesCommand } from '../command/match.ts';

/** Does the pattern mean this invocation, or one of those that led to it (`npm run codegen` → `sed -i …`)? */
export function matchesExempt(pattern: CommandPattern, invocation: Invocation, view: RepositoryView): boolean {
  const context = { branch: view.branch() };
  if (matchesCommand(pattern, invocation, context)) return true;
  const outer = [...invocation.under.map((words) => words.join(' ')), ...invocation.chain];
  return outer.some((text) => matchesCommand(pattern, invocationOf(text, invocation), context));
}

/** A link of a chain is plain text: its words are its program and arguments. */
function invocationOf(text: string, inner: Invocation): Invocation {
  const [first = '', ...args] = text.split(/\s+/).filter((word) => word !== '');
  const file = first.includes('/') ? parseRepoPath(first) : undefined;
  const program = first.slice(first.lastIndexOf('/') + 1);
  return { program, args, cwd: inner.cwd, under: [], chain: [], env: {}, text, ...(file !== undefined && { file }) };
}
