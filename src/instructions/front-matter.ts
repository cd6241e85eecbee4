import { parse } from 'yaml';

export type FrontMatter = Readonly<Record<string, unknown>>;

export interface FrontMatterReading {
  readonly values: FrontMatter;
  /** What cannot be read; lines are 1-based in the file. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Offset (UTF-16) at which the text behind the front matter starts. */
  readonly end: number;
}

const NONE: FrontMatterReading = { values: {}, problems: [], end: 0 };

/**
 * Reads the `---` block at the head of a file. Rule files of editors are no strict YAML
 * (`globs: *.ts,*.tsx` would be an alias), so what YAML refuses is read line by line.
 */
export function readFrontMatter(text: string): FrontMatterReading {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) return NONE;
  const rest = text.slice(opening[0].length);
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (!closing) {
    return /^[\w-]+[ \t]*:/.test(rest)
      ? { ...NONE, problems: [{ line: 1, message: 'the front matter is not closed: expected a line `---`' }] }
      : NONE;
  }
  const block = rest.slice(0, closing.index);
  const end = opening[0].length + closing.index + closing[0].length;
  try {
    const values: unknown = parse(block);
    if (values === null || values === undefined) return { ...NONE, end };
    if (isRecord(values)) return { values, problems: [], end };
  } catch {
    // read leniently below
  }
  return { ...readLines(block), end };
}

function readLines(block: string): Pick<FrontMatterReading, 'values' | 'problems'> {
  const values: Record<string, unknown> = {};
  const problems: { line: number; message: string }[] = [];
  let key: string | undefined;
  block.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 2;
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    const pair = /^([\w-]+)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/.exec(raw);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(raw);
    if (pair?.[1] !== undefined) {
      key = pair[1];
      const value = readScalar(pair[2] ?? '');
      values[key] = value.value;
      if (value.problem) problems.push({ line, message: `front matter: ${value.problem} in \`${key}\`` });
    } else if (item?.[1] !== undefined && key !== undefined) {
      const value = readScalar(item[1]);
      const known = values[key];
      values[key] = [...(Array.isArray(known) ? known : []), value.value];
      if (value.problem) problems.push({ line, message: `front matter: ${value.problem} in \`${key}\`` });
    } else if (!/^[ \t]/.test(raw)) {
      problems.push({ line, message: `front matter: expected \`key: value\`, found \`${trimmed.slice(0, 60)}\`` });
    }
  });
  return { values, problems };
}

function readScalar(raw: string): { readonly value: unknown; readonly problem?: string } {
  const text = raw.trim();
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const quotes = text.split(quote).length - 1;
    if (quotes % 2 === 1) return { value: text.slice(1), problem: 'a quote is not closed' };
    if (quotes === 2 && text.endsWith(quote)) return { value: text.slice(1, -1) };
  }
  if (text.startsWith('[') && !text.endsWith(']')) return { value: text.slice(1), problem: 'a bracket is not closed' };
  return { value: text };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
