/**
 * The shells' way to ask: fields that end in NUL, so that nothing needs escaping.
 *
 *     bylaw1 NUL <number of fields that follow> NUL field NUL field NUL …
 *
 * Or they end in US (unit separator, U+001F), where no field holds one: a shell can write that without a process of
 * its own. What stands behind the last field is nothing.
 *
 * The fields are: phase, session, folder (absolute), form (`argv` or `line`), exit status (or empty), the
 * commands it runs under (joined by newlines), and then the words (`argv`: program and arguments; `line`: one word).
 * The answer is a line `allow`, `warn` or `deny` (with ` tell` behind it if the exit status is wanted), then text
 * for the person or agent, then the end of the stream.
 */
const MAGIC = 'bylaw1';
const UNIT_SEPARATOR = 0x1f;
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
  const separator = bytes[MAGIC.length] === UNIT_SEPARATOR ? UNIT_SEPARATOR : 0;
  const start = MAGIC.length + 1;
  const countEnd = bytes.indexOf(separator, start);
  if (countEnd < 0) return bytes.length > start + 12 ? 'broken' : 'more';
  const count = Number(bytes.toString('latin1', start, countEnd));
  if (!Number.isInteger(count) || count < 7 || count > 1_000_000) return 'broken';
  const fields: string[] = [];
  let from = countEnd + 1;
  while (fields.length < count) {
    const end = bytes.indexOf(separator, from);
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
