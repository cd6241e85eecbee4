import type { Intent, Mention, Trigger } from '../../../model/intent.ts';
import { stretch, tokenise } from '../grammar/tokens.ts';
import { readItems } from '../naming/mention.ts';
import type { ReadClause } from '../setting.ts';
import { type Time, timesOf, triggersOf } from './occasions.ts';
import { leavesOpen } from './open-duty.ts';
import { inSequence, stepBefore } from './sequence.ts';
import { commandsToRun } from './to-run.ts';
import { needsTold } from './told-needs.ts';

/** Verbs that want something run, and done with success. */
const RUNS = new Set(
  'run execute rerun re-run use invoke pass ensure perform call verify confirm prove check issue launch trigger regenerate'.split(
    ' ',
  ),
);
/** Those after which even a program that nobody knows is one. */
const RUNS_PLAINLY = new Set(['run', 'execute', 'rerun', 're-run', 'invoke']);
const READS = new Set(['read', 'consult', 'review', 'check', 'see']);
const UPDATES = new Set(['update', 'add', 'edit', 'change', 'modify', 'bump', 'create']);

/** "Run `make lint` before committing", "After changing the schema, run `pnpm gen`", "Read X before editing Y". */
export function readOrder(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  const times = timesAround(read);
  if ((times.length === 0 && !verifies(clause, setting)) || leavesOpen(read)) return undefined;
  const befores = times.filter(({ adjunct }) => adjunct.relation === 'before');
  const afters = times.filter(({ adjunct }) => adjunct.relation !== 'before');
  const named = clause.object.length > 0 ? read.object : read.subject;
  const runs = clause.verb === undefined ? !isTold(read) : RUNS.has(clause.verb);
  const meant = needsTold(read);
  const need = meant.length > 0 ? meant : needsOf(read, named);
  const asksToRun = (runs || meant.length > 0) && need.length > 0;
  const paths = named.filter((mention) => mention.kind === 'path' && mention.qualified === undefined);
  const verb = clause.verb ?? '';
  if (!asksToRun && (paths.length === 0 || !(READS.has(verb) || UPDATES.has(verb)))) return undefined;
  const due = befores.map((time) => triggersOf(time, read));
  const before = due.flatMap((all) =>
    all[0]?.kind === 'changed' ? all : all.filter((each) => each.kind !== 'changed'),
  );
  const concerning = due.flatMap((all) => all.slice(1)).filter((each) => each.kind === 'changed');
  const told = [...afters.flatMap((time) => triggersOf(time, read)), ...concerning].filter(
    (trigger) => trigger.kind === 'changed' || trigger.kind === 'ran',
  );
  const since: readonly Trigger[] = times.length === 0 ? [{ kind: 'changed', globs: ['**'] }] : ofPlace(told, setting);
  const reach = { ...read.common.reach, unclear: [], include: setting.reach.include };
  const stepwise = times.some(({ statement }) => statement !== setting.statement && inSequence(statement));
  const first = stepwise ? stepBefore(read) : [];
  const ordered = first.length > 0 || inSequence(setting.statement);
  if (asksToRun && (before.length > 0 || since.length > 0))
    return [
      { ...read.common, reach, shape: 'order', need: [...first, ...need], before, since, ordered },
      ...madeBy(need, read),
    ];
  if (READS.has(verb) && paths.length > 0 && before.length > 0)
    return [{ ...read.common, reach, shape: 'order', need: paths, before, since: [], ordered: false }];
  if (UPDATES.has(verb) && paths.length > 0 && since.length > 0)
    return [{ ...read.common, reach, shape: 'companion', when: since, need: paths }];
  return undefined;
}

const ANY_CHANGE =
  /^(?:after|on|upon|when|whenever) (?:you )?(?:mak(?:e|ing) )?(?:any|every|each|a) (?:change|edit|modification)s?,? (?!to\b|in\b|of\b|under\b)/i;

/** "Schemas are in `proto/`. After any change run `make proto`": of the place that the sentence before tells of. */
function ofPlace(
  told: readonly Trigger[],
  { statement, follows, knowledge }: ReadClause['setting'],
): readonly Trigger[] {
  if (follows === undefined || !ANY_CHANGE.test(statement)) return told;
  const [place, ...others] = readItems(tokenise(follows), follows, knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'path');
  if (place?.kind !== 'path' || !place.exists || others.length > 0) return told;
  return told.map((each) => (each.kind === 'changed' ? { kind: 'changed', globs: place.globs } : each));
}

/** "CI runs `x` before …" tells what others do. */
function isTold({ clause, setting }: ReadClause): boolean {
  const span = clause.body.findIndex((token) => token.kind === 'code');
  return /\b(?:runs|executes|calls|invokes|triggers|does)\b/i.test(
    stretch(clause.body.slice(0, Math.max(span, 0)), setting.statement),
  );
}

/** What is to be run: what the clause names, wherever in it, or what the sentence before does ("Run this after …"). */
function needsOf(read: ReadClause, named: readonly Mention[]): readonly Mention[] {
  const { clause, setting } = read;
  const plainly = RUNS_PLAINLY.has(clause.verb ?? '');
  const need = commandsToRun(named, read, plainly);
  if (need.length > 0) return need;
  if (plainly) {
    const inside = readItems(clause.body, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
    const others = commandsToRun(inside, read, true);
    const times = clause.adjuncts.filter((each) => ['before', 'after', 'when'].includes(each.relation));
    const own = others.filter(
      ({ text }) => !times.some((each) => stretch(each.tokens, setting.statement).includes(text)),
    );
    if (own.length > 0) return own;
    const [, pronoun] = clause.body;
    const before = ['this', 'it'].includes(pronoun?.low ?? '') ? setting.follows : undefined;
    const [first] = before === undefined ? [] : tokenise(before);
    const spans = first?.kind === 'code' ? setting.knowledge.typeAtom(first, []) : [];
    return commandsToRun(spans, read, true);
  }
  return [];
}

/** "Run this, not a manual edit": what it makes is made by nothing else. */
function madeBy(need: readonly Mention[], { clause, common, object, setting }: ReadClause): readonly Intent[] {
  const files = object.filter((mention) => mention.kind === 'path' && mention.exists && !mention.folder);
  const manual = /\b(?:manual(?:ly)?|hand|direct)\b/i.test(stretch(clause.contrast, setting.statement));
  if (!manual || files.length === 0) return [];
  return [{ ...common, shape: 'protect', files, by: need, doing: 'edit', existingOnly: false }];
}

/** Circumstances of time: the clause's own, those of the clauses before it, or those of what stands above. */
function timesAround({ clause, setting }: ReadClause): readonly Time[] {
  const own = timesOf(clause.adjuncts, setting.statement);
  if (own.length > 0) return own;
  const earlier = timesOf(setting.times, setting.statement);
  if (earlier.length > 0) return earlier;
  const above =
    setting.lead && setting.lead.force !== 'may' ? timesOf(setting.lead.adjuncts, setting.lead.statement) : [];
  return above.length > 0 ? above : ofHeading(setting);
}

const OCCUPATION =
  /^(?:updating|changing|modifying|editing|adding|creating|removing|deleting|renaming|moving|bumping|upgrading)\s/i;

/** Below "## Updating dependencies" the steps are taken once those are updated. */
function ofHeading({ headings }: ReadClause['setting']): readonly Time[] {
  const heading = headings.at(-1) ?? '';
  if (!OCCUPATION.test(heading)) return [];
  return [{ adjunct: { relation: 'after', tokens: tokenise(heading) }, statement: heading }];
}

/** "Run `x` to verify your changes": after any change. */
function verifies(clause: ReadClause['clause'], setting: ReadClause['setting']): boolean {
  if (clause.verb !== 'run' && clause.verb !== 'execute') return false;
  const text = stretch(clause.body, setting.statement);
  return /\bto (?:verify|validate|confirm|check|ensure|make sure)\b(?: that)?(?: (?:your|all|any|the|no|every))* (?:changes?|edits?|nothing)\b/i.test(
    text,
  );
}

/** "Never skip `make lint` before committing", "Never commit without running `make lint`". */
export function readSkipped(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (clause.verb !== undefined && ['skip', 'omit', 'bypass'].includes(clause.verb)) return readOrder(read);
  const without = clause.adjuncts.find((adjunct) => adjunct.relation === 'without');
  const kind = clause.verb === 'commit' || clause.verb === 'push' ? clause.verb : undefined;
  if (!without || kind === undefined) return undefined;
  const named = readItems(without.tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const need = commandsToRun(named, read, without.tokens[0]?.low === 'running');
  if (need.length === 0) return undefined;
  return [
    { ...read.common, reach: setting.reach, shape: 'order', need, before: [{ kind }], since: [], ordered: false },
  ];
}
