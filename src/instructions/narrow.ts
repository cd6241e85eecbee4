const WIDE = /[^\x00-\xff]/;

/** Does the text take more than one byte for some sign? */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/**
 * The same text, held in one byte per sign where that is enough. A slice of a file with a single long dash takes two,
 * and V8 compiles each pattern for either kind: the patterns of all readers, once more.
 */
export function narrow(text: string): string {
  return isWide(text) ? text : Buffer.from(text, 'latin1').toString('latin1');
}
