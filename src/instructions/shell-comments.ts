/** A statement that a comment in a block of commands makes, with its line in the block, from 0 on. */
export interface CommentedDuty {
  readonly at: number;
  readonly text: string;
}

const SHELL = /^(?:bash|sh|shell|zsh|console|shell-session|terminal|text|)$/i;
/** "Quality (run before committing)", "run this after every change": when the commands beside it are to be run. */
const WHEN =
  /(?:^|[\s(:,;-])(?:(?:always|must be|please|you must)\s+)?run(?:\s+(?:this|these|it|them|both|all(?:\s+of\s+(?:these|them))?))?\s+((?:before|after|whenever|prior\s+to|every\s+time|each\s+time)\b[^()#;.]*)/i;
const MAX_COMMANDS = 5;

/**
 * "# run before committing" above commands, or behind one: "Run `npm test` before committing". Comments that only
 * tell what a command does say nothing.
 */
export function dutiesInComments(code: string, language: string | undefined): readonly CommentedDuty[] {
  if (!SHELL.test(language ?? '') || !WHEN.test(code)) return [];
  const lines = code.split('\n');
  return lines.flatMap((line, at): CommentedDuty[] => {
    const [, command = '', comment = ''] = /^\s*(?:\$\s+)?(.*?)(?:^|\s)#+\s+(.*)$/.exec(line) ?? [];
    const when = WHEN.exec(comment)?.[1]?.trim();
    if (when === undefined) return [];
    const commands = command.trim() === '' ? below(lines, at) : [command.trim()];
    if (commands.length === 0 || commands.length > MAX_COMMANDS || commands.some((each) => each.includes('`')))
      return [];
    return [{ at, text: `Run ${commands.map((each) => `\`${each}\``).join(' and ')} ${when}.` }];
  });
}

/** The commands below a comment, up to a blank line or the next comment. */
function below(lines: readonly string[], at: number): readonly string[] {
  const following = lines.slice(at + 1);
  const end = following.findIndex((line) => /^\s*(?:#|$)/.test(line));
  return following.slice(0, end < 0 ? undefined : end).map((line) =>
    line
      .replace(/\s+#\s.*$/, '')
      .replace(/^\s*\$\s+/, '')
      .trim(),
  );
}
