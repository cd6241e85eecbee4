import type { Span } from '../model/span.ts';

/** Offsets of the starts of lines. Lines end with LF, CR LF or a lone CR. */
export interface LineIndex {
  /** The 1-based span of a range of offsets; columns count UTF-16 code units. */
  spanOf(start: number, end: number): Span;
  /** The text of the line an offset lies on, without its end. */
  lineAt(offset: number): string;
  /** Offset at which the 1-based line starts; the text's length past the last line. */
  startOf(line: number): number;
  /** Number of lines. */
  count(): number;
}

/** The lines are counted when first asked for: most texts have nothing to be placed in them. */
export function lineIndex(text: string): LineIndex {
  let counted: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    counted ??= startsIn(text);
    return counted;
  };
  /** 0-based. */
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts().length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts()[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const columnOf = (offset: number): number => offset - (starts()[lineOf(offset)] ?? 0) + 1;
  return {
    count: () => starts().length,
    startOf: (line) => starts()[line - 1] ?? text.length,
    spanOf: (start, end) => ({
      line: lineOf(start) + 1,
      column: columnOf(start),
      endLine: lineOf(end) + 1,
      endColumn: columnOf(end),
    }),
    lineAt: (offset) => {
      const line = lineOf(offset);
      return text.slice(starts()[line], starts()[line + 1]).replace(/[\r\n]+$/, '');
    },
  };
}

function startsIn(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
