/** Quotes a word for a POSIX shell where it needs it; globs are quoted too. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
