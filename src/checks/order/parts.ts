/** The parts of a commit message as git sees them. */
export interface Parts {
  /** The first line. */
  readonly subject: string;
  /** What stands between the subject and the trailers, with a last paragraph that may be either; `''` if nothing does. */
  readonly body: string;
  /** The last paragraph, if each of its lines is `Key: value` or continues one; `''` otherwise. */
  readonly trailers: string;
  readonly all: string;
}

const TRAILER = /^(?:[A-Za-z][A-Za-z0-9-]*:\s*\S|BREAKING CHANGE: |\(cherry picked from commit )/;
/** Keys that no sentence starts with; "Note: …" may be prose. */
const PLAIN_TRAILER =
  /^(?:[A-Za-z0-9]+-[A-Za-z0-9-]+|Fixes|Closes|Resolves|Refs?|Link|Bug|Issue|Cc|BREAKING CHANGE):|^\(cherry/;

/** Takes a message apart; leading blank lines and blanks at line ends do not count. */
export function partsOf(message: string): Parts {
  const all = message
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replace(/^\n+/, '')
    .replace(/\n+$/, '');
  const cut = all.indexOf('\n');
  if (cut < 0) return { subject: all, body: '', trailers: '', all };
  const paragraphs = all
    .slice(cut + 1)
    .replace(/^\n+/, '')
    .split(/\n{2,}/);
  const last = paragraphs.at(-1) ?? '';
  const lines = last.split('\n').filter((line, index) => index === 0 || !/^\s/.test(line));
  const isTrailers = lines.every((line) => TRAILER.test(line));
  const isPlain = isTrailers && lines.every((line) => PLAIN_TRAILER.test(line));
  return {
    subject: all.slice(0, cut),
    body: (isPlain ? paragraphs.slice(0, -1) : paragraphs).join('\n\n'),
    trailers: isTrailers ? last : '',
    all,
  };
}

/** A message file as git will take it: without comment lines and what lies below the scissors. */
export function cleaned(file: string, comment = '#'): string {
  const lines = file.replaceAll('\r\n', '\n').split('\n');
  const scissors = lines.findIndex((line) => line.startsWith(`${comment} ------------------------ >8 -----`));
  return (scissors < 0 ? lines : lines.slice(0, scissors)).filter((line) => !line.startsWith(comment)).join('\n');
}

/** Subjects that git words itself: merges, reverts, and commits to be squashed. */
const GENERATED =
  /^(?:Merge (?:branch|branches|tag|tags|commit|commits|pull request|remote-tracking branch|remote-tracking branches) |Revert "|Reapply "|(?:fixup|squash|amend)! )/;

export function isGenerated(subject: string): boolean {
  return GENERATED.test(subject);
}
