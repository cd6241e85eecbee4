/** Which texts a file holds, each looked up once. */
export interface LiteralIndex {
  has(literal: string): boolean;
}

const WORD = /[A-Za-z_$][\w$]*/g;
const IS_WORD = /^[A-Za-z_$][\w$]*$/;

/**
 * Looks literals up in a text. Words are looked up among the words of the text (one pass for all of them);
 * what is no word is searched for, without regard to what stands around it.
 */
export function literalIndex(text: string): LiteralIndex {
  let words: Set<string> | undefined;
  const known = new Map<string, boolean>();
  return {
    has(literal) {
      words ??= new Set(text.match(WORD));
      if (words.has(literal)) return true;
      if (isWord(literal)) return false;
      const before = known.get(literal);
      if (before !== undefined) return before;
      const now = text.includes(literal);
      known.set(literal, now);
      return now;
    },
  };
}

const MOST_KEPT = 5000;
const wordlike = new Map<string, boolean>();

/** Rules ask after the same literals in each text. */
function isWord(literal: string): boolean {
  const before = wordlike.get(literal);
  if (before !== undefined) return before;
  if (wordlike.size >= MOST_KEPT) wordlike.clear();
  const is = IS_WORD.test(literal);
  wordlike.set(literal, is);
  return is;
}

/** Can a pattern with these clauses match in the text? (Each clause: one of its texts must be there.) */
export function mayMatch(clauses: readonly (readonly string[])[], index: LiteralIndex): boolean {
  return clauses.every((texts) => texts.some((text) => index.has(text)));
}
