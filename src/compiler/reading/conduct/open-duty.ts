import type { Adjunct } from '../grammar/segment.ts';
import { stretch } from '../grammar/tokens.ts';
import type { Knowledge } from '../naming/knowledge.ts';
import { readItems } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import type { ReadClause } from '../setting.ts';
import { changeIn } from './changes.ts';
import { atTimes } from './sequence.ts';

const WEIGHED = /\b(?:relevant|applicable|appropriate|necessary|needed|useful|helpful|desired|in doubt|unsure)\b/i;
const OF_CHANGES = /\b(?:changes?|edits?|updates?|modifications?|work)$/i;

/** Does a duty leave open what is to be run, or when? "(or the relevant file)", "if needed", "for provider changes". */
export function leavesOpen(read: ReadClause): boolean {
  const { clause, setting } = read;
  // "(or a targeted subset)" is less of the same, "(or `x`)" does as well; other remarks leave it open.
  const remark = /\((?:or|and\/or)\b([^()]*)\)/i.exec(setting.statement)?.[1];
  if (remark !== undefined && !/`|\bsubset\b/.test(remark)) return true;
  if (/\([^()]*\boptional\b[^()]*\)/i.test(setting.statement)) return true;
  const inherits = clause.adjuncts.every(({ relation }) => !['before', 'after', 'when'].includes(relation));
  if (inherits && (WEIGHED.test(setting.lead?.statement ?? '') || atTimes(setting.statement))) return true;
  return clause.adjuncts.some((adjunct) => {
    const text = stretch(adjunct.tokens, setting.statement);
    if (adjunct.relation === 'when') return WEIGHED.test(text);
    // "`x` for pure logic" says of what it is asked, "run `x` for safety" why.
    const bare = clause.verb === undefined && clause.body[0]?.kind === 'code' && adjunct.relation === 'for';
    if (bare && changeIn(adjunct.tokens, setting.statement, setting.knowledge) === undefined) return true;
    return (
      adjunct.relation === 'for' && OF_CHANGES.test(text) && !isPlaced(adjunct, setting.statement, setting.knowledge)
    );
  });
}

const ALL = /^(?:(?:all|any|every|each|your|the|these|code|source|such|non-trivial|nontrivial|local|new) )*\S+$/i;

/** Are the changes told by files or languages, or are all meant? */
function isPlaced(adjunct: Adjunct, statement: string, knowledge: Knowledge): boolean {
  const mentions = readItems(adjunct.tokens, statement, knowledge).flatMap((item) => item.mentions);
  const placed = mentions.some((mention) => mention.kind === 'language' || globsOf(mention).length > 0);
  return placed || ALL.test(stretch(adjunct.tokens, statement));
}

/** Words beside a language that leave it whole: "Python files", "any changed Go code". */
const WHOLE =
  /^(?:you|we|any|all|every|each|your|the|a|an|to|of|some|or|and|have|has|been|is|are|making|make|made|diff|pr|branch|code|sources?|files?|modules?|packages?|tests?|something|anything|\/|,|\w*(?:chang|edit|modif|touch|updat|add|writ|implement|creat|delet|remov)\w*)$/;

/** "A rendered TSX snippet changes" means less than all files of the language. */
export function isWholeLanguage(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((words, name) => words.replaceAll(name.toLowerCase(), ' '), text.toLowerCase());
  return rest
    .split(/[\s/,`*]+/)
    .filter((word) => word !== '')
    .every((word) => WHOLE.test(word));
}
