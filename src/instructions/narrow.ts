const WIDE = /[^\x00-\xff]/;

/**
 * The same text, held in one byte per sign where that is enough. A slice of a file with a single long dash takes two,
 * and V8 compiles each pattern for either kind: the patterns of all readers, once more.
 */
export function narrow(text: string): string {
  return WIDE.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1');
}
