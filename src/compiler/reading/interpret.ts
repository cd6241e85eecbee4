import type { Intent } from '../../model/intent.ts';
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
import { readItems } from './naming/mention.ts';
import { readParts } from './parts.ts';
import { isThing, type ReadClause, type Setting } from './setting.ts';

/** The intents of one clause. Empty where nothing is asked or nothing was understood. */
export function interpret(clause: Clause, setting: Setting): readonly Intent[] {
  if (clause.force === 'may' && clause.contrast.length === 0) return [];
  if (describes(clause, setting)) return [];
  const items = takeApart(clause, setting.knowledge);
  if (items) return items.flatMap((each) => interpret(each, setting));
  const read = readParts(clause, setting);
  return [...readPins(read), ...readBesides(read), ...askedBy(read)];
}

function askedBy(read: ReadClause): readonly Intent[] {
  const { clause } = read;
  if (read.told && read.stance !== 'neutral') return read.stance === 'forbid' ? readForbid(read) : readDemand(read);
  for (const reader of read.stance === 'forbid'
    ? [
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
      ]
    : [
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
      ]) {
    const intents = reader(read);
    if (intents) return intents;
  }
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
  const { clause, setting, common, object, subject, label, doing } = read;
  const mentions = (tokens: Clause['object']) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  if (clause.only && (object.some(isThing) || subject.some(isThing))) {
    const own = object.some(isThing);
    const things = chosen(own ? object : subject, read);
    return things.some(isThing) ? [{ ...common, shape: 'only', doing, things, subject: own ? subject : [] }] : [];
  }
  if (read.stance !== 'require' && (label.length === 0 || object.length === 0)) return [];
  const named = object.some(isThing) || clause.verb !== undefined ? object : subject;
  // A label ("Package manager: bun") only tells which tool there is; that it is the only one is for tools alone.
  const asked =
    read.stance === 'require' ? named : named.filter((thing) => thing.kind === 'tool' || thing.kind === 'command');
  const things = chosen(asked, read);
  if (!things.some(isThing)) return [];
  const purpose = clause.adjuncts.filter((each) => each.relation === 'for').flatMap((each) => mentions(each.tokens));
  const about = named === subject ? label : [...subject, ...label, ...setting.topic];
  return [{ ...common, shape: 'require', doing, things, subject: about, purpose }];
}
