/** Lines longer than this (bytes) are refused: a file's content of 2 MiB fits, escaped. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Cuts a stream of bytes into lines. `onLine` gets each without its end; `onOverflow` is called once for a line that is too long. */
export function lineCutter(onLine: (line: string) => void, onOverflow: () => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let length = 0;
  let broken = false;
  return (chunk) => {
    if (broken) return;
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      parts.push(chunk.subarray(from, end));
      const line = parts.length === 1 ? chunk.subarray(from, end) : Buffer.concat(parts);
      parts = [];
      length = 0;
      from = end + 1;
      onLine(line.toString('utf8').replace(/\r$/, ''));
    }
    if (from < chunk.length) {
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
    }
    if (length > MAX_LINE_BYTES) {
      broken = true;
      parts = [];
      onOverflow();
    }
  };
}
