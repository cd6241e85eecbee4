/** One option of a program in all its spellings. */
export interface Option {
  /** The spelling that stands for all: the first long one, otherwise the first. */
  readonly id: string;
  readonly spellings: readonly string[];
  /** `next`: takes the next argument (or what is attached); `attached`: only `--name=value` or `-nvalue`. */
  readonly value: 'none' | 'next' | 'attached';
  /** What follows belongs to something else: `python -m NAME …`. */
  readonly ends: boolean;
}

/**
 * Reads the notation of `rules/commands`: options apart by blanks, spellings of one joined by `/`;
 * a final `=` takes a value, `[=]` takes one only when attached: `-f/--force -m/--message= --color[=]`;
 * `!` behind it ends the options: `-m=!`.
 * Options of Windows programs (`/s`) are written with `|` between the spellings.
 */
export function readOptions(notation: string | undefined): readonly Option[] {
  if (notation === undefined) return [];
  return notation
    .split(/\s+/)
    .filter((item) => item !== '')
    .map((written) => {
      const ends = written.endsWith('!');
      const item = ends ? written.slice(0, -1) : written;
      const value = item.endsWith('[=]') ? 'attached' : item.endsWith('=') ? 'next' : 'none';
      const bare = item.replace(/(\[=\]|=)$/, '');
      const spellings = bare.startsWith('/') || bare.includes('|') ? bare.split('|') : bare.split('/');
      return { id: spellings.find((name) => name.startsWith('--')) ?? spellings[0] ?? bare, spellings, value, ends };
    });
}
