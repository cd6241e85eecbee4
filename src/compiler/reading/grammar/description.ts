import type { Knowledge } from '../naming/knowledge.ts';
import type { Setting } from '../setting.ts';
import type { Clause } from './clause.ts';
import { stretch, type Token } from './tokens.ts';
import { lemma } from './verbs.ts';

/**
 * Does the clause only tell how things are? "`predev` runs `x`", "`--quiet` never prompts", "titles are converted to
 * kebab-case" hold of programs and need nobody to keep to them.
 */
export function describes(clause: Clause, setting: Setting): boolean {
  if (isOfMachine(clause, setting) || isReported(clause, setting) || isQuestion(setting)) return true;
  if (clause.insists) return false;
  return (
    isHappening(clause, setting) ||
    isMade(clause, setting) ||
    isFound(clause, setting) ||
    isChoice(clause) ||
    isNoNeed(clause)
  );
}

const REPORTED =
  /\b(?:old|previous|former|earlier|legacy|outdated|original)\b.*\b(?:said|says|read|reads|stated|told|asked|claimed|was|were|used)$|\bused to (?:say|be|read)$|\b(?:said|claimed|wrote)$|^(?:previously|formerly|in the past|historically)$/i;

/** "The old guide said: never use x." */
function isReported({ label }: Clause, { headings }: Setting): boolean {
  if (headings.some(tellsChanges)) return true;
  if (label.length === 0) return false;
  const words = label.map((token) => token.low).join(' ');
  return REPORTED.test(words) || VERSION.test(words);
}

/** Headings stand over many statements: answers are kept. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 5000;

function tellsChanges(heading: string): boolean {
  const before = known.get(heading);
  if (before !== undefined) return before;
  const tells = CHANGES.test(heading);
  if (known.size < MOST_KNOWN) known.set(heading, tells);
  return tells;
}

/** What each release brought is no rule. */
const VERSION = /^v?\d+(?:\.\d+)+$|^\d{4}-\d\d(?:-\d\d)?$/;
const CHANGES =
  /^\W*(?:change ?log|release notes|version history|revision history|what['’]s new|recent changes|history)\W*$/i;

function isQuestion({ statement }: Setting): boolean {
  return statement.includes('?') && /\?["'”)]*\s*$/.test(statement);
}

const MACHINE =
  /^(?:the|this|that|our) (?:[\w-]+ )?(?:skill|workflow|job|bot|action|hook|pipeline|daemon|server|scheduler|release process)\b/i;

/** "The skill prepares a release. It must never push.": nobody but the skill is spoken of. */
function isOfMachine({ subject }: Clause, { follows }: Setting): boolean {
  return subject.length === 1 && subject[0]?.low === 'it' && MACHINE.test(follows ?? '');
}

/** Third-person verbs that state what code may know of, though they stand in the indicative: "`core` never imports `ui`". */
const NORMATIVE =
  /^(?:imports?|exposes?|depends?|uses?|calls?|knows?|reach(?:es)?|touch(?:es)?|access(?:es)?|contains?|holds?|references?|lives?|belongs?|goes|resides?|sits?|has|follows?|requires?|returns?|throws?|starts?|ends?|extends?|inherits?|gets?|stays?|mirrors?|receives?|takes?|reads?|writes?)$/;

/** A code span that does something in the third person: no contributor is spoken to. */
function isHappening(clause: Clause, { knowledge }: Setting): boolean {
  const subject = clause.subject.length > 0 ? clause.subject : leading(clause);
  const verb = subject === clause.subject ? clause.body[0] : clause.body[subject.length];
  if (!subject.some((token) => token.kind === 'code' || token.kind === 'flag') || verb?.kind !== 'word') return false;
  const third = verb.low.endsWith('s') && !verb.low.endsWith('ss') && lemma(verb.low) !== verb.low;
  if (!third) return false;
  // What a command line does nobody can be held to: "`make test` never calls `x`".
  if (subject.some((token) => /^[a-z]\S* \S/.test(token.text) && isCommand(token, knowledge))) return true;
  return !NORMATIVE.test(verb.low) && !/^(?:is|was|does|has|needs|this|as|its)$/.test(verb.low);
}

function isCommand(token: Token, knowledge: Knowledge): boolean {
  return knowledge.typeAtom(token, []).some(({ kind }) => kind === 'command');
}

/** The names before the first word of a clause that was read as having no subject. */
function leading(clause: Clause): readonly Token[] {
  if (clause.verb !== undefined) return [];
  const end = clause.body.findIndex((token) => token.kind === 'word');
  return end > 0 && end <= 2 ? clause.body.slice(0, end) : [];
}

const MADE =
  /\b(?:is|are|gets?|being) (?:automatically |then |first )?(?:convert|transform|translat|deriv|normali[sz]|lower-?cased|rewritten|mapped|turned|kept (?:consistent|in sync|up[- ]to[- ]date))\w*/i;

/** "Titles are converted to kebab-case": a program sees to it. */
function isMade(clause: Clause, setting: Setting): boolean {
  const tokens = [...clause.subject, ...clause.body];
  return MADE.test(stretch(tokens, setting.statement)) && clause.subject.length > 0;
}

/** "Documentation is located in `docs/`": where to find it, not where all of it has to be. */
function isFound(clause: Clause, setting: Setting): boolean {
  return (
    clause.subject.length > 0 &&
    /^(?:is|are|can be) (?:\w+ly )?(?:located|found|defined|documented|described)\b/i.test(
      setting.statement.slice(clause.subject.at(-1)?.end ?? 0).trimStart(),
    )
  );
}

/** "Either `a` or `b`": which of them is left open. */
function isChoice(clause: Clause): boolean {
  return [clause.body[0]?.low, clause.object[0]?.low].includes('either') && clause.polarity !== 'forbid';
}

/** "No extra setup is required: `go build`": the opposite of a duty. */
function isNoNeed(clause: Clause): boolean {
  const label = clause.label.map((token) => token.low);
  const negated = label.some((word) => ['no', 'not', 'nothing', "isn't", "aren't"].includes(word));
  return negated && label.some((word) => ['required', 'needed', 'necessary', 'mandatory'].includes(word));
}
