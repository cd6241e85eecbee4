import type { Directive } from '../../model/directive.ts';
import type { Intent, IntentOf, Mention } from '../../model/intent.ts';
import { namesNothing, withAntecedents } from './grammar/antecedents.ts';
import { remarkOnSamples } from './grammar/asides.ts';
import { type Clause, readClause, splitClauses } from './grammar/clause.ts';
import { labelledAlike } from './grammar/labels.ts';
import { withLeave } from './grammar/leave.ts';
import { saidOfSubject } from './grammar/subjects.ts';
import { tokenise } from './grammar/tokens.ts';
import { interpret, type Said } from './interpret.ts';
import type { Knowledge } from './naming/knowledge.ts';
import { readMentions } from './naming/mention.ts';
import { inTests, ofTests } from './naming/test-sections.ts';
import type { Reading, Statements, Told } from './reading.ts';
import { statementsOfRow } from './rows.ts';
import { isThing, type Setting } from './setting.ts';
import { type Surrounding, surroundingOf } from './surroundings.ts';

/** Reads one directive: its clauses, each an intent or more. */
export function readDirective(directive: Directive, everywhere: Knowledge): Reading {
  return readDirectives([directive], everywhere)[0] ?? NOTHING;
}

const NOTHING: Reading = { intents: [], normative: false, missed: [] };

/** Reads several directives, each as if it stood alone; reader by reader, which takes less time. */
export function readDirectives(directives: readonly Directive[], everywhere: Knowledge): readonly Reading[] {
  const placed = directives.map((directive) => {
    const surrounding = surroundingOf(directive, everywhere);
    return { directive, surrounding, ...statementsOf(directive, surrounding) };
  });
  const readings = readStatements(placed.flatMap(({ told }) => told));
  let at = 0;
  return placed.map(({ directive, surrounding, told, reading }) => {
    const own = reading ?? joined(readings.slice(at, at + told.length), told);
    at += told.length;
    return ofTests(directive)
      ? { ...own, intents: own.intents.map((each) => inTests(each, surrounding.knowledge)) }
      : own;
  });
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
      const things = own.flatMap((intent) =>
        intent.shape === 'require' || intent.shape === 'only'
          ? intent.things.filter((thing) => !isAmong(thing, last))
          : [],
      );
      const means =
        things.length > 0 && last.things.every(isCommand) ? commandsWith(clause, statement, surrounding) : [];
      const instead = means.length > 0 ? means : things;
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

function isAmong(thing: Mention, { things }: IntentOf<'forbid'>): boolean {
  return things.some((each) => each.kind === thing.kind && each.text === thing.text);
}

const INSTEAD = /^(?:please |always )?(?:use|run|prefer) (`[^`]+`) instead[.!]?$/i;

/** "`a` does this and that. Use `b` instead.", where both are commands, in the words of a ban. */
function replacedBefore(text: string, earlier: string, knowledge: Knowledge): string | undefined {
  const better = INSTEAD.exec(text)?.[1];
  const other = /^(?:note(?: that)?:? )?(`[^`]+`) (?!is (?:the )?(?:preferred|recommended)\b)[a-z]/i.exec(earlier)?.[1];
  if (better === undefined || other === undefined || better === other) return undefined;
  if (/\b(?:if|when|unless|only|for|never|not|don['’]t|may|can)\b/i.test(earlier.replaceAll(/`[^`]*`/g, '')))
    return undefined;
  const isLine = (span: string) =>
    readMentions(tokenise(span), span, knowledge).every(
      ({ kind, text: name }) => kind === 'command' || (kind === 'concept' && name.startsWith('`')),
    );
  return isLine(better) && isLine(other) ? `Never run ${other}; use ${better} instead` : undefined;
}

/** "Old specs use `x`; don't add to it" tells of `x` before it rules it out. */
function isTaken(intent: Intent, all: readonly Intent[]): boolean {
  if (intent.shape !== 'require') return false;
  const banned = all.flatMap((each) => (each.shape === 'forbid' ? each.things.map((thing) => thing.text) : []));
  return intent.things.length > 0 && intent.things.every((thing) => banned.includes(thing.text));
}

/** "Generate a migration with `make x` instead": what does it. */
function commandsWith(clause: Clause, statement: string, { knowledge }: Surrounding): readonly Mention[] {
  const means = clause.adjuncts.filter(({ relation }) => relation === 'with').flatMap(({ tokens }) => tokens);
  return readMentions(means, statement, knowledge).filter(isCommand);
}

function isCommand({ kind }: Mention): boolean {
  return kind === 'command';
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

function statementsOf(directive: Directive, surrounding: Surrounding): Statements {
  if (directive.row) return statementsOfRow(directive.row, surrounding);
  const text = remarkOnSamples(directive.text) ?? directive.text;
  return { told: [{ text, surrounding, earlier: directive.follows }] };
}

function joined(readings: readonly Reading[], told: Statements['told']): Reading {
  const kept = readings.map((reading, index) => told[index]?.kept?.(reading) ?? reading);
  return {
    intents: kept.flatMap((each) => each.intents),
    normative: kept.some((each) => each.normative),
    missed: kept.flatMap((each) => each.missed),
  };
}

function asksSomething(clause: Clause, setting: Setting): boolean {
  if (clause.force === 'may') return false;
  return (
    clause.polarity !== 'neutral' ||
    (setting.polarity !== undefined && clause.object.length > 0) ||
    clause.contrast.length > 0
  );
}
