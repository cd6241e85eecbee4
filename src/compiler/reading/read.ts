import type { Directive } from '../../model/directive.ts';
import type { Intent, Mention, Reach } from '../../model/intent.ts';
import { folderOf, repoPath } from '../../model/path.ts';
import { readRowDuty } from './conduct/row-duties.ts';
import { bansOf, singletonsIn } from './files/single-source.ts';
import { namesNothing, withAntecedents } from './grammar/antecedents.ts';
import { remarkOnSamples, takeLeadIn } from './grammar/asides.ts';
import { type Clause, readClause, splitClauses } from './grammar/clause.ts';
import { labelledAlike } from './grammar/labels.ts';
import { withLeave } from './grammar/leave.ts';
import { saidOfSubject } from './grammar/subjects.ts';
import { tokenise } from './grammar/tokens.ts';
import { interpret, type Said } from './interpret.ts';
import type { Knowledge } from './naming/knowledge.ts';
import { readMentions } from './naming/mention.ts';
import { meet, reachOfHeading, readReach } from './naming/reach.ts';
import { inTests, ofTests } from './naming/test-sections.ts';
import { isThing, type Lead, type Setting } from './setting.ts';

export interface Reading {
  readonly intents: readonly Intent[];
  /** Was anything asked, even if it was not understood? */
  readonly normative: boolean;
  /** The clauses that ask something of which no intent came. */
  readonly missed: readonly string[];
}

type Surrounding = Omit<Setting, 'statement' | 'times'>;

/** A statement to read, with the one before it. */
interface Told {
  readonly text: string;
  readonly surrounding: Surrounding;
  readonly earlier?: string | undefined;
}

/** Reads one directive: its clauses, each an intent or more. */
export function readDirective(directive: Directive, everywhere: Knowledge): Reading {
  return readDirectives([directive], everywhere)[0] ?? NOTHING;
}

const NOTHING: Reading = { intents: [], normative: false, missed: [] };

/** Reads several directives, each as if it stood alone; reader by reader, which takes less time. */
export function readDirectives(directives: readonly Directive[], everywhere: Knowledge): readonly Reading[] {
  const surroundings = directives.map((directive) => surroundingOf(directive, everywhere));
  const parts = directives.map((directive, index) => partsOf(directive, surroundings[index]));
  const readings = readStatements(parts.flatMap((each) => each.told));
  let at = 0;
  return directives.map((directive, index) => {
    const part = parts[index] ?? { told: [] };
    const own = part.reading ?? joined(readings.slice(at, at + part.told.length), part);
    at += part.told.length;
    const knowledge = surroundings[index]?.knowledge;
    return knowledge && ofTests(directive)
      ? { ...own, intents: own.intents.map((each) => inTests(each, knowledge)) }
      : own;
  });
}

function surroundingOf(directive: Directive, everywhere: Knowledge): Surrounding {
  const knowledge = everywhere.in(folderOf(repoPath(directive.source.file)));
  const lead = leadOf(directive);
  return {
    knowledge,
    headings: directive.headings,
    reach: meet(surroundings(directive, knowledge), reachOfLeadIn(directive.follows, knowledge)),
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

interface Clauses {
  readonly statement: string;
  readonly clauses: readonly Clause[];
  readonly surrounding: Surrounding;
  readonly said: readonly Said[];
}

function readStatements(told: readonly Told[]): readonly Reading[] {
  const parted = told.map(clausesOf);
  const intents = interpret(parted.flatMap(({ said }) => said));
  let at = 0;
  return parted.map((each) => {
    const own = intents.slice(at, at + each.said.length);
    at += each.said.length;
    return readingOf(each, own);
  });
}

function clausesOf({ text, surrounding, earlier }: Told): Clauses {
  // "`x` is generated. Never edit it.": the statement before says what is meant.
  const own = splitClauses(tokenise(text));
  // "`npm run a` watches files. Use `npm run b` instead.": the first is what not to run.
  const replaced = earlier === undefined ? undefined : replacedBefore(text, earlier, surrounding.knowledge);
  if (replaced !== undefined) return clausesOf({ text: replaced, surrounding });
  const leans = earlier !== undefined && own.some((tokens) => namesNothing(readClause(tokens)));
  const statement = leans ? `${earlier}; ${text}` : text;
  const clauses = withAntecedents(
    labelledAlike(splitClauses(tokenise(statement)), statement),
    statement.length - text.length,
  );
  let times: Clause['adjuncts'] = [];
  const said: Said[] = [];
  for (const clause of clauses) {
    said.push({ clause, setting: { ...surrounding, statement, times } });
    times = [...times, ...clause.adjuncts.filter((each) => ['before', 'after', 'when'].includes(each.relation))];
  }
  return { statement, clauses, surrounding, said };
}

/** What the clauses of a statement ask together. */
function readingOf({ statement, clauses, surrounding, said }: Clauses, read: readonly (readonly Intent[])[]): Reading {
  const intents: Intent[] = [];
  const missed: string[] = [];
  const unread: Clause[] = [];
  let normative = false;
  for (const [index, { clause, setting }] of said.entries()) {
    const own = (read[index] ?? []).map((intent) =>
      saidOfSubject(intent, clause, clauses[index - 1], statement, setting.knowledge),
    );
    const asked = asksSomething(clause, setting);
    normative ||= asked;
    const last = intents.at(-1);
    if (
      last?.shape === 'forbid' &&
      last.instead.length === 0 &&
      clause.polarity === 'require' &&
      (clause.replaces || clauses.length === 2)
    ) {
      const instead = own.flatMap((intent) =>
        intent.shape === 'require' || intent.shape === 'only' ? intent.things : [],
      );
      if (instead.length > 0) intents[intents.length - 1] = { ...last, instead };
      if (clause.replaces || last.things.some(isThing)) continue;
    }
    if (asked && own.length === 0) missed.push(statement);
    if (own.length === 0) unread.push(clause);
    intents.push(...own);
  }
  const meant = withLeave(intents, unread, statement, surrounding.knowledge).filter(
    (intent, _, all) => !isTaken(intent, all),
  );
  return { intents: meant.map((intent) => withMaker(intent, clauses, surrounding, statement)), normative, missed };
}

const INSTEAD = /^(?:please |always )?(?:use|run|prefer) (`[^`]+`) instead[.!]?$/i;

/** "`a` does this and that. Use `b` instead.", where both are commands, in the words of a ban. */
function replacedBefore(text: string, earlier: string, knowledge: Knowledge): string | undefined {
  const better = INSTEAD.exec(text)?.[1];
  const other = /^(?:note(?: that)?:? )?(`[^`]+`) (?!is (?:the )?(?:preferred|recommended)\b)[a-z]/i.exec(earlier)?.[1];
  if (better === undefined || other === undefined || better === other) return undefined;
  if (/\b(?:if|when|unless|only|for|never|not|don['’]t|may|can)\b/i.test(earlier.replaceAll(/`[^`]*`/g, '')))
    return undefined;
  const isCommand = (span: string) =>
    readMentions(tokenise(span), span, knowledge).every(
      ({ kind, text: name }) => kind === 'command' || (kind === 'concept' && name.startsWith('`')),
    );
  return isCommand(better) && isCommand(other) ? `Never run ${other}; use ${better} instead` : undefined;
}

/** "Old specs use `x`; don't add to it" tells of `x` before it rules it out. */
function isTaken(intent: Intent, all: readonly Intent[]): boolean {
  if (intent.shape !== 'require') return false;
  const banned = all.flatMap((each) => (each.shape === 'forbid' ? each.things.map((thing) => thing.text) : []));
  return intent.things.length > 0 && intent.things.every((thing) => banned.includes(thing.text));
}

const MAKING = new Set(['run', 'regenerate', 'use', 'execute', 'rerun', 're-run', 'generate', 'update', 'produce']);

/** "Never edit `gen/`; run `make gen` instead": the command may do what nobody else may. New ones may be added where it says so. */
function withMaker(
  intent: Intent,
  clauses: readonly Clause[],
  { knowledge }: Pick<Setting, 'knowledge'>,
  statement: string,
): Intent {
  if (intent.shape !== 'protect') return intent;
  const makers = clauses.filter((clause) => clause.polarity !== 'forbid' && MAKING.has(clause.verb ?? ''));
  const by = makers
    .flatMap((clause) => readMentions(clause.body, statement, knowledge))
    .filter((mention) => mention.kind === 'command');
  const adds = clauses.some(
    (clause) =>
      clause.polarity === 'require' &&
      ['add', 'create', 'write', 'make', 'generate'].includes(clause.verb ?? '') &&
      clause.body.some((token) => token.low === 'new'),
  );
  return { ...intent, by, existingOnly: intent.existingOnly || adds };
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

const BAD =
  /^(?:❌|🚫|⛔|✗|don'?t|do not|avoid|bad|wrong|never|instead of|not|incorrect|forbidden|deprecated|no|old|banned)\b/i;
const GOOD =
  /^(?:✅|✓|do|use|good|prefer|preferred|instead|right|correct|replacement|new|use instead|alternative|yes)\b/i;

/** Most tables tell: what a command does, what an error means. Words of asking make a cell a statement of its own. */
const ASKING =
  /\b(?:never|do not|don['’]t|must|always|avoid|only|forbidden|use|prefer|required?|should|not allowed|no)\b/i;

/** The statements of a directive. Those of a row may say less than they would alone. */
interface Parts {
  readonly told: readonly (Told & { readonly kept?: (reading: Reading) => Reading })[];
  /** Where it is known without them. */
  readonly reading?: Reading;
}

function partsOf(directive: Directive, surrounding: Surrounding | undefined): Parts {
  if (!surrounding) return { told: [] };
  if (directive.row) return partsOfRow(directive.row, { ...surrounding, polarity: undefined }, surrounding);
  const text = remarkOnSamples(directive.text) ?? directive.text;
  return { told: [{ text, surrounding, earlier: directive.follows }] };
}

/** A table row of a Don't and a Do column forbids the one in favour of the other; other rows are read cell by cell. */
function partsOfRow(row: Readonly<Record<string, string>>, surrounding: Surrounding, within: Surrounding): Parts {
  const cells = Object.entries(row);
  const bad = cells.find(([heading]) => BAD.test(plain(heading)));
  const good = cells.find(([heading, cell]) => GOOD.test(plain(heading)) && cell !== bad?.[1]);
  if (bad) {
    const [, cell] = bad;
    const text = good ? `Never use ${cell}; use ${good[1]} instead` : `Never use ${cell}`;
    return { told: [{ text, surrounding }] };
  }
  const duty = readRowDuty(cells, within);
  if (duty.length > 0) return { told: [], reading: { intents: duty, normative: true, missed: [] } };
  // What the first cell says of the others ("Docs only | run x") is read only where it is a name.
  const asking = cells.filter(([, cell]) => ASKING.test(cell));
  return {
    told: [
      ...asking.map(([, text]) => ({ text, surrounding, kept: withoutDuties })),
      ...singletonsIn(cells).map((text) => ({ text, surrounding, kept: bansOf })),
    ],
  };
}

function joined(readings: readonly Reading[], { told }: Parts): Reading {
  const kept = readings.map((reading, index) => told[index]?.kept?.(reading) ?? reading);
  return {
    intents: kept.flatMap((each) => each.intents),
    normative: kept.some((each) => each.normative),
    missed: kept.flatMap((each) => each.missed),
  };
}

function withoutDuties(reading: Reading): Reading {
  return {
    ...reading,
    intents: reading.intents.filter((intent) => intent.shape !== 'order' && intent.shape !== 'companion'),
  };
}

function plain(heading: string): string {
  return heading.replaceAll(/[*_`]/g, '').replaceAll('’', "'").trim();
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

function asksSomething(clause: Clause, setting: Setting): boolean {
  if (clause.force === 'may') return false;
  return (
    clause.polarity !== 'neutral' ||
    (setting.polarity !== undefined && clause.object.length > 0) ||
    clause.contrast.length > 0
  );
}

/** "In examples, do x. Prefer y.": where the sentence before holds, this one does too. */
function reachOfLeadIn(before: string | undefined, knowledge: Knowledge): Reach {
  // "If x, do y." says nothing of when the next sentence holds.
  const tokens = before === undefined || /^if\b/i.test(before) ? [] : tokenise(before);
  const { adjuncts } = takeLeadIn(tokens);
  const places = adjuncts.filter((each) => ['in', 'for', 'when', 'outside'].includes(each.relation));
  return readReach({ adjuncts: places }, before ?? '', knowledge).reach;
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
