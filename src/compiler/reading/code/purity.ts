import type { Intent, Mention } from '../../../model/intent.ts';
import { readClause, splitClauses } from '../grammar/clause.ts';
import { type Token, tokenise } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import { globsOf } from '../naming/reach.ts';
import { rolesIn } from '../naming/roles.ts';
import { targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

const DOES = new Set([
  undefined,
  'do',
  'perform',
  'have',
  'use',
  'make',
  'touch',
  'access',
  'contain',
  'read',
  'write',
]);

/** "`rates.go`: pure lookups; no I/O", "`core/` does no network access": what code in some place does without. */
export function readPurity(read: ReadClause): readonly Intent[] | undefined {
  const said = denial(read) ?? ban(read);
  return said && withoutNotions(read, said.what, read.setting.statement, said.places);
}

/** A ban of notions in some places, if the words name one that is ruled out only where files are named. */
export function withoutNotions(
  { common, setting }: ReadClause,
  what: readonly Token[],
  statement: string,
  places: readonly Mention[],
): readonly Intent[] | undefined {
  if (places.length === 0) return undefined;
  const { concepts } = setting.knowledge.lexicon;
  const things = readItems(what, statement, setting.knowledge).flatMap((item): readonly Mention[] => {
    const found = setting.knowledge.concepts
      .in(item.text)
      .filter((each) => concepts[each.concept]?.scoped && each.start === 0 && each.end === item.text.length);
    return found.length > 0
      ? found.map((each) => ({ kind: 'concept', id: each.concept, text: item.text }))
      : [{ kind: 'phrase', text: item.text }];
  });
  if (!things.some((thing) => thing.kind === 'concept')) return undefined;
  const reach = { ...setting.reach, include: [...setting.reach.include, places.flatMap(globsOf)] };
  return [{ ...common, reach, shape: 'forbid', doing: 'use', things, except: [], instead: [], on: [] }];
}

interface Said {
  readonly what: readonly Token[];
  readonly places: readonly Mention[];
}

function ban(read: ReadClause): Said | undefined {
  const { clause } = read;
  if (read.stance !== 'forbid' || !DOES.has(clause.verb)) return undefined;
  // "Must not read files": the verb is half of what is ruled out.
  const what = clause.verb === 'read' || clause.verb === 'write' ? clause.body : clause.object;
  return { what, places: placesOf(read) };
}

/** "`core/` does no I/O", "`core/` has no network access". */
function denial({ clause, setting, stance }: ReadClause): Said | undefined {
  const [no, ...what] = clause.body;
  const end = clause.subject.at(-1)?.end;
  if (no?.low !== 'no' || end === undefined || stance === 'forbid') return undefined;
  if (!NAMELY.test(setting.statement.slice(end, no.start).trim())) return undefined;
  const places = targetsOf(clause.subject, setting.statement, setting.knowledge);
  return { what, places: places.filter((each) => globsOf(each).length > 0) };
}

const NAMELY = /^(?:does|do|has|have|makes?|performs?|contains?)$/;

/** The files spoken of: by the subject, by the circumstances, or by the label that opens the statement. */
function placesOf(read: ReadClause): readonly Mention[] {
  const { clause, setting } = read;
  const { statement, knowledge } = setting;
  const parts = targetsOf(clause.subject, statement, knowledge);
  const own = parts.length > 0 ? parts : rolesIn(clause.subject, statement, knowledge);
  const named = [...own, ...read.places].filter((each) => globsOf(each).length > 0);
  if (named.length > 0 || clause.subject.length > 0) return named;
  const [opening = []] = splitClauses(tokenise(statement));
  const { label } = readClause(opening);
  const files = targetsOf(label, statement, knowledge).filter((each) => each.kind === 'path');
  return label.every((token) => token.kind !== 'word') ? files : [];
}
