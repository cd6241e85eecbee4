import type { Span } from '../model/span.ts';

/** Turns offsets of a text (UTF-16 code units) into 1-based lines and columns. */
export interface LineIndex {
  /** The span from one offset up to another, exclusive. */
  span(start: number, end: number): Span;
}

/** Lines end at `\n`; a `\r` before it belongs to the line. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const place = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return {
    span(start, end) {
      const from = place(start);
      const to = place(end);
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
