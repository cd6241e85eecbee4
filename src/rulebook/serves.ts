import type { Rule } from '../model/rule.ts';
import type { Source } from '../model/span.ts';

/** Does a written rule say that it holds to this very statement? By its place and words, or by one of its other places. */
export function serves({ source, also }: Rule, statement: Source): boolean {
  return [source, ...(also ?? [])].some((place) => quotes(place, statement));
}

/** One quote may be part of a statement, or hold several. */
function quotes(place: Source, statement: Source): boolean {
  if (place.file !== statement.file || place.line > statement.endLine || statement.line > place.endLine) return false;
  const [theirs, ours] = [bare(statement.quote), bare(place.quote)];
  return theirs.includes(ours) || ours.includes(theirs);
}

function bare(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
