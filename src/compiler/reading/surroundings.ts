import type { Directive } from '../../model/directive.ts';
import type { Mention, Reach } from '../../model/intent.ts';
import { folderOf, repoPath } from '../../model/path.ts';
import { takeLeadIn } from './grammar/asides.ts';
import { type Clause, readClause, splitClauses } from './grammar/clause.ts';
import { tokenise } from './grammar/tokens.ts';
import type { Knowledge } from './naming/knowledge.ts';
import { meet, reachOfHeading, readReach } from './naming/reach.ts';
import { languagesAbout } from './naming/spoken-languages.ts';
import type { Lead, Setting } from './setting.ts';

/** What all clauses of a directive are read in. */
export type Surrounding = Omit<Setting, 'statement' | 'times'>;

export function surroundingOf(directive: Directive, everywhere: Knowledge): Surrounding {
  const knowledge = everywhere.in(folderOf(repoPath(directive.source.file)));
  const lead = leadOf(directive);
  return {
    knowledge,
    headings: directive.headings,
    reach: meet(sectionOf(directive, knowledge), reachOfLeadIn(directive.follows, knowledge)),
    polarity:
      directive.polarity ?? (asks(lead) && (lead?.object.length ?? 0) <= 6 ? orNothing(lead?.polarity) : undefined),
    force: directive.force ?? (lead?.force === 'should' && asks(lead) ? 'should' : undefined),
    follows: directive.follows,
    opening: directive.opening,
    above: directive.parents,
    earlier: directive.earlier ?? [],
    lead,
    block: directive.fence?.text,
    fence: directive.fence === undefined ? [] : fenceMentions(directive.fence, knowledge),
  };
}

/** What stands over an item and may ask for it: the lead-in above, or a heading such as "Before committing". */
function leadOf(directive: Directive): Lead | undefined {
  const text =
    directive.parents.at(-1) ??
    directive.headings.findLast((heading) => /^(before|after|when|whenever)\b/i.test(heading));
  if (text === undefined) return undefined;
  const clause = splitClauses(tokenise(text)).map(readClause).at(-1);
  if (!clause) return undefined;
  const bare = /^(before|after|when|whenever)\s/i.test(text) && clause.adjuncts.length === 0;
  return bare ? { ...readClause(tokenise(`${text}, do`)), statement: `${text}, do` } : { ...clause, statement: text };
}

function asks(clause: Clause | undefined): boolean {
  return clause !== undefined && clause.polarity !== 'neutral' && clause.force !== 'may';
}

function orNothing(polarity: Clause['polarity'] | undefined): 'forbid' | 'require' | undefined {
  return polarity === 'neutral' ? undefined : polarity;
}

/** The commands of a code block that a statement points to. */
function fenceMentions(fence: NonNullable<Directive['fence']>, knowledge: Knowledge): readonly Mention[] {
  if (fence.language !== undefined && !/^(bash|sh|shell|console|zsh|text|terminal|powershell)$/i.test(fence.language))
    return [];
  return fence.text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*[$>]\s+/, '')
        .replace(/\s+#\s.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => knowledge.typeAtom({ kind: 'code', text: line, low: line.toLowerCase(), start: 0, end: 0 }, []))
    .filter((mention) => mention.kind === 'command');
}

/** "In examples, do x. Prefer y.": where the sentence before holds, this one does too. */
function reachOfLeadIn(before: string | undefined, knowledge: Knowledge): Reach {
  // "If x, do y." says nothing of when the next sentence holds.
  const tokens = before === undefined || /^if\b/i.test(before) ? [] : tokenise(before);
  const { adjuncts } = takeLeadIn(tokens);
  const places = adjuncts.filter((each) => ['in', 'for', 'when', 'outside'].includes(each.relation));
  return readReach({ adjuncts: places }, before ?? '', knowledge).reach;
}

/** What is nearest says which language a statement is about: its own opening, else the items and headings over it. */
function sectionOf(directive: Directive, knowledge: Knowledge): Reach {
  const reach = surroundings(directive, knowledge);
  const languages = directive.languages ? undefined : languagesAbout(directive, knowledge.lexicon);
  return languages ? { ...reach, languages } : reach;
}

/** Statements of a section stand under the same headings. */
const known = new WeakMap<Knowledge, Map<string, Reach>>();

function surroundings(directive: Directive, knowledge: Knowledge): Reach {
  const reaches = known.get(knowledge) ?? new Map<string, Reach>();
  known.set(knowledge, reaches);
  const { source, scope, languages, headings } = directive;
  const place = [source.file, scope?.include, scope?.exclude, languages].join('|');
  const key = [place, ...headings].join('\n');
  const reach = reaches.get(key) ?? reachOfSection(directive, knowledge);
  reaches.set(key, reach);
  return reach;
}

function reachOfSection(directive: Directive, knowledge: Knowledge): Reach {
  const own: Reach = {
    include: directive.scope?.include ? [directive.scope.include] : [],
    exclude: directive.scope?.exclude ?? [],
    languages: directive.languages ?? [],
    unclear: [],
  };
  return directive.headings.reduce(
    (reach, heading) => meetLanguages(reach, reachOfHeading(heading, knowledge, tokenise(heading))),
    own,
  );
}

/** A nearer heading's languages replace those of an outer one ("# Web" / "## Python"). */
function meetLanguages(outer: Reach, inner: Reach): Reach {
  const met = meet(outer, inner);
  return { ...met, languages: inner.languages.length > 0 ? inner.languages : outer.languages };
}
