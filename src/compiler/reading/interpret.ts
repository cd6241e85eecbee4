import type { Intent, Mention } from '../../model/intent.ts';
import { readContrast, readForbid } from './bans.ts';
import { readArguments } from './code/arguments.ts';
import { readConfinement } from './code/confinement.ts';
import { readDependency } from './code/dependencies.ts';
import { readForm } from './code/forms.ts';
import { readOpening } from './code/openings.ts';
import { chosen, competes } from './conduct/choice.ts';
import { readCompanion } from './conduct/companions.ts';
import { readConsent } from './conduct/consent.ts';
import { readBesides, readCustom } from './conduct/customs.ts';
import { readDuty } from './conduct/duties.ts';
import { readEditingTools } from './conduct/editing-tools.ts';
import { readMessage } from './conduct/messages.ts';
import { readMirror } from './conduct/mirror.ts';
import { readOrder, readSkipped } from './conduct/orders.ts';
import { readPins } from './conduct/pins.ts';
import { readShellDeeds } from './conduct/shell-deeds.ts';
import { readTests } from './conduct/tests-with-code.ts';
import { readLimit } from './files/limits.ts';
import { readName } from './files/names.ts';
import { readAbsence, readPlace } from './files/placements.ts';
import { readListed, readReadOnly, readRemark } from './files/protection.ts';
import { readSettings } from './files/settings.ts';
import { takeApart } from './grammar/apart.ts';
import type { Clause } from './grammar/clause.ts';
import { describes } from './grammar/description.ts';
import { readRemoval } from './grammar/removal.ts';
import { tokenise } from './grammar/tokens.ts';
import { readMentions } from './naming/mention.ts';
import { readParts } from './parts.ts';
import { isThing, type ReadClause, type Setting } from './setting.ts';

/** A clause, and what it stands in. */
export interface Said {
  readonly clause: Clause;
  readonly setting: Setting;
}

type Reader = (read: ReadClause) => readonly Intent[] | undefined;

/** What a ban may be, in the order in which it is tried. */
const OF_BANS: readonly Reader[] = [
  readMessage,
  readCustom,
  readSkipped,
  readShellDeeds,
  readEditingTools,
  readLimit,
  readListed,
  readDependency,
  readSettings,
  readForm,
  readAbsence,
];

/** What may be asked for, or told of as the way it is. */
const OF_DEMANDS: readonly Reader[] = [
  readMessage,
  readCustom,
  readConsent,
  readRemoval,
  readMirror,
  readOrder,
  readTests,
  readDuty,
  readCompanion,
  readLimit,
  readRemark,
  readDependency,
  readSettings,
  readForm,
  readArguments,
  readConfinement,
  readOpening,
  readName,
  readPlace,
  readReadOnly,
];

/**
 * The intents of each clause. Empty where nothing is asked or nothing was understood. Each reader looks at all clauses
 * before the next one does: its code is then still in the processor's caches, which are too small for that of all readers.
 */
export function interpret(said: readonly Said[]): readonly (readonly Intent[])[] {
  const reads = said.map(({ clause, setting }) => piecesOf(clause, setting).map((piece) => readParts(piece, setting)));
  const asked = askedBy(reads.flat());
  return reads.map((own) =>
    own.flatMap((read) => [...readPins(read), ...readBesides(read), ...(asked.get(read) ?? [])]),
  );
}

/** The clauses that a clause stands for; none where it only tells. */
function piecesOf(clause: Clause, setting: Setting): readonly Clause[] {
  if (clause.force === 'may' && clause.contrast.length === 0) return [];
  if (describes(clause, setting)) return [];
  return takeApart(clause, setting.knowledge)?.flatMap((each) => piecesOf(each, setting)) ?? [clause];
}

function askedBy(reads: readonly ReadClause[]): ReadonlyMap<ReadClause, readonly Intent[]> {
  const found = new Map<ReadClause, readonly Intent[]>();
  const isTold = (read: ReadClause) => read.told && read.stance !== 'neutral';
  for (const read of reads.filter(isTold))
    found.set(
      read,
      read.stance === 'forbid' ? (readAbsence(read) ?? readForbid(read)) : (readConfinement(read) ?? readDemand(read)),
    );
  const open = reads.filter((read) => !isTold(read));
  const isBan = (read: ReadClause) => read.stance === 'forbid';
  for (const [readers, clauses] of [
    [OF_BANS, open.filter(isBan)],
    [OF_DEMANDS, open.filter((read) => !isBan(read))],
  ] as const) {
    let left = clauses;
    for (const reader of readers)
      left = left.filter((read) => {
        const intents = reader(read);
        if (intents) found.set(read, intents);
        return intents === undefined;
      });
    for (const read of left) found.set(read, readPlainly(read));
  }
  return found;
}

/** What a clause says that no reader of a single shape knows. */
function readPlainly(read: ReadClause): readonly Intent[] {
  const { clause } = read;
  const contrasted = readContrast(read);
  if (read.stance === 'forbid') return contrasted.length > 0 ? contrasted : readForbid(read);
  const demanded = readDemand(read);
  // "Use `a`, not `b`" is held to by ruling `b` out; that `a` is the only one of its kind is said of tools alone.
  // "Prefer `bun` over `node`" sets two things against each other; only tools of a kind stand for their whole kind.
  const ofTools = demanded.filter((intent) => isOfTools(intent) && competes(read.object, read.contrast, read));
  if (contrasted.length === 0 && clause.contrast.length > 0)
    return read.object.length > 1
      ? ofTools
      : demanded.filter((intent) => !isOfTools(intent) || ofTools.includes(intent));
  return contrasted.length === 0 ? demanded : [...contrasted, ...ofTools];
}

function isOfTools(intent: Intent): boolean {
  return (
    (intent.shape === 'require' || intent.shape === 'only') && intent.things.some((thing) => thing.kind === 'tool')
  );
}

/** Something asked for, alone ("only") or as such. */
function readDemand(read: ReadClause): readonly Intent[] {
  if (read.stance !== 'require' && !read.clause.only && read.clause.label.length === 0) return [];
  const { clause, setting, object, subject, label, doing } = read;
  if (clause.only && (object.some(isThing) || subject.some(isThing))) {
    const own = object.some(isThing);
    const things = chosen(own ? object : subject, read);
    return things.some(isThing) ? [{ ...read.common, shape: 'only', doing, things, subject: own ? subject : [] }] : [];
  }
  if (read.stance !== 'require' && (label.length === 0 || object.length === 0)) return [];
  const named = object.some(isThing) || clause.verb !== undefined ? object : subject;
  // A label ("Package manager: bun") only tells which tool there is; that it is the only one is for tools alone.
  const asked =
    read.stance === 'require' ? named : named.filter((thing) => thing.kind === 'tool' || thing.kind === 'command');
  const things = chosen(asked, read);
  if (!things.some(isThing)) return [];
  const purpose = clause.adjuncts
    .filter((each) => each.relation === 'for')
    .flatMap((each) => readMentions(each.tokens, setting.statement, setting.knowledge));
  const about = named === subject ? label : [...subject, ...label, ...topicOf(setting)];
  return [{ ...read.common, shape: 'require', doing, things, subject: about, purpose }];
}

/** What the items above are about, and the statement before: their things are the subject of an item without one. */
function topicOf({ above, follows, knowledge }: Setting): readonly Mention[] {
  return [above.at(-1), follows]
    .flatMap((text) => (text === undefined ? [] : readMentions(tokenise(text), text, knowledge)))
    .filter(isThing);
}
