/**
 * A part of a word that cannot be known stands in it between two private characters, with its source in
 * between for traces: `U+E000 $DIR U+E001`. The characters are taken out of everything that is read.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKED = /\uE000[^\uE001]*\uE001?/g;

/** What stands in an argument for a part that cannot be known. */
export const GAP = '\uFFFC';

export function unknownPart(source: string): string {
  return `${OPEN}${source.length > 200 ? `${source.slice(0, 200)}…` : source}${CLOSE}`;
}

export function hasUnknown(value: string): boolean {
  return value.includes(OPEN);
}

/** The argument as rules see it: `undefined` if nothing of it is known. */
export function argumentOf(value: string): string | undefined {
  if (!hasUnknown(value)) return value;
  const bare = value.replace(MARKED, GAP);
  return /^\uFFFC+$/.test(bare) ? undefined : bare;
}

/** A value all of which is known. */
export function knownValue(value: string): string | undefined {
  return hasUnknown(value) ? undefined : value;
}

/** The argument as it was written, quoted where it needs it. */
export function shownArgument(value: string): string {
  if (hasUnknown(value)) {
    const written = value.replaceAll(OPEN, '').replaceAll(CLOSE, '');
    return /^[\w@%+=:,./${}-]+$/.test(written) ? written : `"${written}"`;
  }
  return /^[\w@%+=:,./*?{}~^!-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** Source text with the unknown parts as they were written, to be read as code. */
export function asCode(value: string): string {
  return value.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

export function withoutMarks(text: string): string {
  return /[\uE000\uE001]/.test(text) ? text.replace(/[\uE000\uE001]/g, ' ') : text;
}
