/**
 * The shells' way to ask: fields that end in NUL, so that nothing needs escaping.
 *
 *     bylaw1 NUL <number of fields that follow> NUL field NUL field NUL …
 *
 * The fields are: phase, session, folder (absolute), form (`argv` or `line`), exit status (or empty), the
 * commands it runs under (joined by newlines), and then the words (`argv`: program and arguments; `line`: one word).
 * The answer is a line `allow`, `warn` or `deny` (with ` tell` behind it if the exit status is wanted), then text
 * for the person or agent, then the end of the stream.
 */
export const WORDS_MAGIC = 'bylaw1\0';
const MAX_BYTES = 16 * 1024 * 1024;

export interface ShellQuestion {
  readonly phase: 'before' | 'after';
  readonly session: string;
  /** Absolute. */
  readonly cwd: string;
  readonly form: 'argv' | 'line';
  readonly exitCode: number | undefined;
  readonly under: readonly string[];
  readonly words: readonly string[];
}

/** Reads a question from what has come so far: `more` until it is complete, `broken` if it never can be. */
export function readQuestion(bytes: Buffer): ShellQuestion | 'more' | 'broken' {
  if (bytes.length > MAX_BYTES) return 'broken';
  const start = WORDS_MAGIC.length;
  const countEnd = bytes.indexOf(0, start);
  if (countEnd < 0) return bytes.length > start + 12 ? 'broken' : 'more';
  const count = Number(bytes.toString('latin1', start, countEnd));
  if (!Number.isInteger(count) || count < 7 || count > 1_000_000) return 'broken';
  const fields: string[] = [];
  let from = countEnd + 1;
  while (fields.length < count) {
    const end = bytes.indexOf(0, from);
    if (end < 0) return 'more';
    fields.push(bytes.toString('utf8', from, end));
    from = end + 1;
  }
  return questionOf(fields) ?? 'broken';
}

function questionOf(fields: readonly string[]): ShellQuestion | undefined {
  const [phase, session = '', cwd = '', form, status = '', under = '', ...words] = fields;
  if ((phase !== 'before' && phase !== 'after') || (form !== 'argv' && form !== 'line')) return undefined;
  return {
    phase,
    session: session === '' ? 'default' : session,
    cwd,
    form,
    exitCode: /^\d{1,3}$/.test(status) ? Number(status) : undefined,
    under: under.split('\n').filter((line) => line !== ''),
    words,
  };
}
