import type { HookQuestion } from './answer-hook.ts';

/**
 * The hook client's way to ask the daemon, in the manner of the shells' (`daemon/words.ts`): fields that end in NUL.
 *
 *     hook1 NUL agent NUL event NUL environment file NUL payload NUL
 *
 * The answer is a line with the status (`0` or `2`), then the text, then the end of the stream. With status 2 the
 * text belongs on standard error. The environment file is Claude Code's `CLAUDE_ENV_FILE`, or empty.
 */
export const HOOK_MAGIC = 'hook1\0';
const FIELDS = 4;
const MAX_BYTES = 64 * 1024 * 1024;

export interface WiredQuestion extends HookQuestion {
  readonly envFile: string;
}

/** Reads a question from what has come so far: `more` until it is complete, `broken` if it never can be. */
export function readHookQuestion(bytes: Buffer): WiredQuestion | 'more' | 'broken' {
  if (bytes.length > MAX_BYTES) return 'broken';
  const fields: string[] = [];
  let from = HOOK_MAGIC.length;
  while (fields.length < FIELDS) {
    const end = bytes.indexOf(0, from);
    if (end < 0) return 'more';
    fields.push(bytes.toString('utf8', from, end));
    from = end + 1;
  }
  const [agent = '', event = '', envFile = '', payload = ''] = fields;
  return { agent, event, envFile, payload };
}

export function writeHookQuestion({ agent, event, envFile, payload }: WiredQuestion): string {
  return `${HOOK_MAGIC}${[agent, event, envFile, payload].map((field) => `${field.replaceAll('\0', '')}\0`).join('')}`;
}

export function writeHookAnswer(answer: { readonly status: number; readonly text: string }): string {
  return `${answer.status}\n${answer.text}`;
}

export function readHookAnswer(text: string): { readonly status: 0 | 2; readonly text: string } | undefined {
  const found = /^([02])\n([\s\S]*)$/.exec(text);
  return found ? { status: found[1] === '2' ? 2 : 0, text: found[2] ?? '' } : undefined;
}
