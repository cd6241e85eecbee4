import type { Happening } from '../../model/checks/order.ts';
import type { Rule } from '../../model/rule.ts';

/** UTF-16 code units of edited lines that are remembered of one change. */
const MOST_REMEMBERED = 16_000;

/**
 * The lines that a change takes out (`-line`) and puts in (`+line`), each as often as it does, without regard to where
 * they stand: a line that only moves is no edit. `undefined` stands for no file.
 */
export function editsOf(before: string | undefined, after: string | undefined): string {
  const left = new Map<string, number>();
  for (const line of linesOf(before)) left.set(line, (left.get(line) ?? 0) + 1);
  const edits: string[] = [];
  for (const line of linesOf(after)) {
    const there = left.get(line) ?? 0;
    if (there > 0) left.set(line, there - 1);
    else edits.push(`+${line}`);
  }
  for (const [line, count] of left) for (let each = 0; each < count; each++) edits.push(`-${line}`);
  return edits.join('\n').slice(0, MOST_REMEMBERED);
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** Does some rule ask which lines a change touches? Otherwise nobody need remember them. */
export function askForEdits(rules: readonly Rule[]): boolean {
  return rules.some(({ check }) => {
    if (check.kind !== 'order' || check.contract.type === 'message') return false;
    const { contract } = check;
    const frame =
      contract.type === 'before'
        ? [contract.need, contract.since ?? [], contract.when ?? []]
        : [contract.after, contract.until ?? []];
    return [contract.trigger, ...frame].flat(2).some(asks);
  });
}

function asks(happening: Happening): boolean {
  return 'changed' in happening && (happening.lines !== undefined || happening.adds !== undefined);
}
