/** When a clause holds: some of `flags` present, none of `unless`, operands there, not there, or behind `--`. */
export interface Condition {
  readonly flags: readonly string[];
  readonly unless: readonly string[];
  readonly operands: 'some' | 'none' | 'dashed' | undefined;
}

/** `vcs if operands`, `write unless --dry-run`: a class of effect that an invocation has. */
export interface Clause extends Condition {
  readonly is: string;
}

/** `write last`, `delete operands from 1`, `write -o/--output`, `copy operands`: files that an invocation touches. */
export interface Touching extends Condition {
  readonly kind: 'write' | 'append' | 'delete' | 'rename' | 'read' | 'copy';
  /** `operands`, `first`, `last`, `remote` (name of the last URL), or an option whose value is meant. */
  readonly what: string;
  readonly from: number;
}

/** `rest`, `rest from 1`, `shell -c`, `shell rest`, `code python -c`, `exec -exec`: how something else is run. */
export interface Wrapping extends Condition {
  readonly how: 'rest' | 'shell' | 'each' | 'code' | 'exec' | 'file' | 'module' | 'script' | 'stdin' | 'append';
  /** The option that holds it, the language, or the kind of script. */
  readonly detail: readonly string[];
  readonly from: number;
}

const KINDS = ['write', 'append', 'delete', 'rename', 'read', 'copy'] as const;
const WAYS = ['rest', 'shell', 'each', 'code', 'exec', 'file', 'module', 'script', 'stdin', 'append'] as const;

export function readClause(text: string): Clause {
  const { words, condition } = conditionOf(text);
  return { ...condition, is: words[0] ?? '' };
}

/** Throws a RangeError for a kind of touch that does not exist. */
export function readTouching(text: string): Touching {
  const { words, from, condition } = conditionOf(text);
  const kind = KINDS.find((known) => known === words[0]);
  if (kind === undefined) throw new RangeError(`no way of touching a file: ${text}`);
  return { ...condition, kind, what: words[1] ?? 'operands', from };
}

/** Throws a RangeError for a way of running that does not exist. */
export function readWrapping(text: string): Wrapping {
  const { words, from, condition } = conditionOf(text);
  const how = WAYS.find((known) => known === words[0]);
  if (how === undefined) throw new RangeError(`no way of running something: ${text}`);
  return { ...condition, how, detail: words.slice(1), from };
}

function conditionOf(text: string): { words: string[]; from: number; condition: Condition } {
  const words: string[] = [];
  const flags: string[] = [];
  const unless: string[] = [];
  let operands: Condition['operands'];
  let from = 0;
  const all = text.split(/\s+/);
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    const next = all[at + 1] ?? '';
    if (word === 'from') from = Number(next);
    else if (word === 'if' && next === 'operands') operands = 'some';
    else if (word === 'if' && next === 'dashed') operands = 'dashed';
    else if (word === 'unless' && next === 'operands') operands = 'none';
    else if (word === 'if') flags.push(...next.split('|'));
    else if (word === 'unless') unless.push(...next.split('|'));
    else {
      words.push(word);
      continue;
    }
    at += 1;
  }
  return { words, from, condition: { flags, unless, operands } };
}
