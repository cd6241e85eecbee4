/** Turns offsets (UTF-16) of a text into places: 1-based lines, 1-based columns in UTF-16 code units. */
export interface Places {
  lineOf(offset: number): number;
  columnOf(offset: number): number;
}

export function placesIn(text: string): Places {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) starts.push(at + 1);
  }
  const indexOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    lineOf: (offset) => indexOf(offset) + 1,
    columnOf: (offset) => offset - (starts[indexOf(offset)] ?? 0) + 1,
  };
}
