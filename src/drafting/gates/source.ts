import type { Rule } from '../../model/rule.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { standingOf } from '../../rulebook/quote.ts';
import type { Objection } from '../objection.ts';

/** Shorter quotes stand everywhere and say nothing. */
const SHORTEST = 8;

/** The quote really stands at its line, in a file of prose that governs. */
export function sourceObjections(
  { source }: Rule,
  view: RepositoryView,
  instructions: ReadonlySet<string>,
): readonly Objection[] {
  const place = `${source.file}:${source.line}`;
  const told = (reason: string, remedy: string): readonly Objection[] => [{ gate: 'source', place, reason, remedy }];
  if (!instructions.has(source.file)) {
    const known = [...instructions].slice(0, 8).join(', ');
    return told(
      `\`${source.file}\` is no instruction file of this repository`,
      known === '' ? 'there is none; write the prose first' : `name the file that the directive stands in: ${known}`,
    );
  }
  if (source.endLine < source.line) return told(`ends on line ${source.endLine}, before it begins`, 'swap the lines');
  if (source.quote.trim().length < SHORTEST) {
    return told(`the quote ${JSON.stringify(source.quote)} is too short`, 'quote the whole sentence or item');
  }
  const standing = standingOf(source, view);
  const quote = JSON.stringify(source.quote);
  switch (standing.kind) {
    case 'there':
      return [];
    case 'moved':
      return told(
        `the quote does not stand there, but on line ${standing.line}: ${quote}`,
        `say line: ${standing.line}, endLine: ${standing.endLine}`,
      );
    default:
      return told(`the file does not say ${quote}`, 'copy the words of the work order, `source` as it stands there');
  }
}
