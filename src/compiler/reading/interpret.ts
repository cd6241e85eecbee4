import type { Doing, Intent, Mention } from '../../model/intent.ts';
import { lackingIn, readArguments } from './code/arguments.ts';
import { readConfinement } from './code/confinement.ts';
import { readDependency } from './code/dependencies.ts';
import { readForm } from './code/forms.ts';
import { readOpening } from './code/openings.ts';
import { chosen, competes } from './conduct/choice.ts';
import { readCompanion } from './conduct/companions.ts';
import { isConditioned } from './conduct/conditioned.ts';
import { readConsent } from './conduct/consent.ts';
import { readBesides, readCustom } from './conduct/customs.ts';
import { sharedDeeds } from './conduct/deeds.ts';
import { readDuty } from './conduct/duties.ts';
import { readMessage } from './conduct/messages.ts';
import { readMirror } from './conduct/mirror.ts';
import { readOrder, readSkipped } from './conduct/orders.ts';
import { readPins } from './conduct/pins.ts';
import { readShellDeeds } from './conduct/shell-deeds.ts';
import { readTests } from './conduct/tests-with-code.ts';
import { readLimit } from './files/limits.ts';
import { readName } from './files/names.ts';
import { readAbsence, readPlace } from './files/placements.ts';
import { filesToProtect, onlyExisting, readListed, readReadOnly, readRemark } from './files/protection.ts';
import { readSettings } from './files/settings.ts';
import { takeApart } from './grammar/apart.ts';
import type { Clause } from './grammar/clause.ts';
import { comparable } from './grammar/comparison.ts';
import { describes } from './grammar/description.ts';
import { saysAll, toldBy } from './grammar/gist.ts';
import { purposeOf } from './grammar/purpose.ts';
import { readRemoval } from './grammar/removal.ts';
import { stanceOf } from './grammar/stance.ts';
import { awayFrom, keptFor, reachOfContrast, reachOfSubject } from './grammar/subjects.ts';
import { doingOf } from './grammar/verbs.ts';
import { readItems } from './naming/mention.ts';
import { meet, readReach } from './naming/reach.ts';
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

function readParts(whole: Clause, setting: Setting): ReadClause {
  const { statement, knowledge } = setting;
  const told = toldBy(whole, statement, knowledge);
  const clause = told
    ? {
        ...whole,
        adjuncts: whole.adjuncts.filter((each) => !each.tokens.every((token) => told.tokens.has(token))),
        subject: whole.subject.filter((token) => !told.tokens.has(token)),
      }
    : whole;
  const reading = readReach(clause, statement, knowledge);
  const weak = reading.weakened || clause.force === 'should' || setting.force === 'should';
  const mentions = (tokens: Clause['object']) =>
    readItems(tokens, statement, knowledge).flatMap((item) => item.mentions);
  const examples = clause.adjuncts.filter((adjunct) => adjunct.relation === 'example').flatMap((each) => each.tokens);
  const stance = stanceOf(clause, setting, told);
  const plain = told
    ? [...told.mentions, ...mentions(clause.object.filter((token) => !told.tokens.has(token)))]
    : mentions(clause.object);
  const shared = stance === 'forbid' ? sharedDeeds(whole, knowledge).filter((each) => !isAmong(each, plain)) : [];
  const named =
    plain.some(isThing) || shared.length > 0
      ? [...plain, ...shared]
      : [...plain, ...mentions([...clause.examples, ...examples]).filter(isLine)];
  return {
    clause,
    setting,
    common: { force: weak ? 'should' : 'must', reach: meet(setting.reach, reading.reach) },
    object: setting.fence.length > 0 && !named.some(isThing) ? [...named, ...setting.fence] : named,
    subject: mentions(clause.subject),
    label: mentions(clause.label),
    contrast: mentions(clause.contrast),
    on: reading.on,
    places: clause.adjuncts
      .filter((adjunct) => adjunct.relation === 'in')
      .flatMap((adjunct) => mentions(adjunct.tokens))
      .filter((mention) => mention.kind === 'path'),
    except: reading.except,
    bounds: {
      ...(reading.lacking.length > 0 && { lacking: reading.lacking }),
      ...(reading.spots && { spots: reading.spots }),
    },
    stance,
    told: told !== undefined && saysAll(told, knowledge),
    doing: doingOf(clause.verb),
    words: [...clause.subject, ...clause.object].filter((token) => token.kind === 'word').map((token) => token.low),
  };
}

/** A command, also where the lexicon has a notion of it. */
function isLine({ kind, text }: Mention): boolean {
  return kind === 'command' || (kind === 'concept' && /^`[a-z][\w-]* [^`]+`$/.test(text));
}

function isAmong(mention: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some((each) => each.kind === 'concept' && mention.kind === 'concept' && each.id === mention.id);
}

function isOfTools(intent: Intent): boolean {
  return (
    (intent.shape === 'require' || intent.shape === 'only') && intent.things.some((thing) => thing.kind === 'tool')
  );
}

/** "X, not Y" forbids Y in favour of X; "never X, but Y" forbids X in favour of Y. */
function readContrast(read: ReadClause): readonly Intent[] {
  const { common, object, label, subject, doing, except, on } = read;
  const contrast = comparable(read);
  if (!contrast.some(isThing) || combines(read.clause.contrast)) return [];
  // "`errors.Is`, not `==`": what is ruled out is the contrary of what is asked for, not the sign.
  const signs = contrast.every((each) => each.kind === 'code' && /^[-=!<>+*/%&|]{1,3}$/.test(each.text));
  if (signs && object.some((each) => each.kind === 'concept')) return [];
  if (read.stance === 'forbid')
    return [
      { ...common, shape: 'forbid', doing, verb: read.clause.verb, things: object, except, instead: contrast, on },
    ];
  const instead = object.some(isThing) ? object : [...label, ...subject];
  // "Clarity over comments" is a motto.
  const motto = read.clause.verb === undefined && contrast.every((mention) => mention.kind === 'concept');
  if (motto && !instead.some(isThing)) return [];
  // "Prefer the helpers in `lib/` over `x`": it says where the helpers are, not where `x` is ruled out.
  const reach = read.places.length > 0 && !object.some(isThing) ? awayFrom(read) : reachOfContrast(read, contrast);
  return [{ ...common, reach, shape: 'forbid', doing, things: contrast, except, instead, on }];
}

/** Something forbidden: files by what is done to them, anything else as such. */
function readForbid(read: ReadClause): readonly Intent[] {
  const { clause, object, subject, label, doing, except } = read;
  const spoken = clause.subject.length > 0 && object.some(isThing);
  const placed = clause.subject.length === 0 && label.length > 0 && label.every(isPlace) && object.some(isThing);
  if (clause.object.length + clause.subject.length === 0 && isConditioned(read)) return [];
  const bare = object.length === 0 && clause.verb !== undefined ? DEEDS[clause.verb] : undefined;
  // Who must not import something is not what must not be imported.
  if (doing === 'import' && clause.subject.length > 0 && clause.body[0]?.low === 'import' && !object.some(isThing))
    return [];
  const told = clause.subject.length > 0 && !object.some(isThing) ? subject : object.length > 0 ? object : label;
  const things: readonly Mention[] =
    bare === undefined || told.some(isThing) ? told : [{ kind: 'command', text: bare }];
  const narrowed =
    things === subject &&
    (clause.alsoVerbs.includes('keep') ||
      object.some((mention) => mention.kind === 'phrase' && /\b(only|except|kept|still|unless)\b/.test(mention.text)));
  const kept = narrowed ? keptFor(read) : undefined;
  if (narrowed && !kept) return [];
  const held = kept
    ? { ...read.common, reach: kept }
    : spoken || placed
      ? {
          ...read.common,
          reach: meet(read.common.reach, reachOfSubject(placed ? label : subject, read.setting.knowledge)),
        }
      : read.common;
  const purpose = purposeOf(read, things);
  const common =
    purpose === undefined ? held : { ...held, reach: { ...held.reach, unclear: [...held.reach.unclear, purpose] } };
  const on = spoken ? [...subject, ...read.on] : read.on;
  const protects =
    ['edit', 'delete', 'commit'].includes(doing) || (doing === 'add' && things.some((thing) => thing.kind === 'path'));
  const files = filesToProtect(things, read.places);
  const lacking = lackingIn(read);
  const lacks = lacking.length > 0 && { lacking };
  if (!protects || files.length === 0) {
    return things.length > 0
      ? [
          {
            ...common,
            ...read.bounds,
            shape: 'forbid',
            doing,
            verb: clause.verb,
            things,
            except,
            instead: [],
            on,
            ...lacks,
          },
        ]
      : [];
  }
  const deeds = new Set([doing, ...clause.alsoVerbs.map(doingOf)].map(protectionFrom));
  const protect = [...deeds].map(
    (how): Intent => ({
      ...common,
      shape: 'protect',
      files,
      by: [],
      doing: how,
      existingOnly: onlyExisting(files, read.words),
    }),
  );
  const rest = things.filter((thing) => thing.kind === 'concept');
  return rest.length > 0
    ? [...protect, { ...common, shape: 'forbid', doing, verb: clause.verb, things: rest, except, instead: [], on }]
    : protect;
}

/** "`src/lib`: no React": a label that is nothing but a folder or package says where. */
function isPlace(mention: Mention): boolean {
  return mention.kind === 'package' || (mention.kind === 'path' && (mention.exists || mention.folder));
}

/** "`a()` + `b()`": the two together are meant, not each. */
function combines(tokens: Clause['object']): boolean {
  return tokens.some((token, index) => token.low === '+' && tokens[index - 1]?.kind === 'code');
}

/** What agents do with a verb alone: "Agents never push." */
const DEEDS: Readonly<Record<string, string>> = {
  push: 'git push',
  'force-push': 'git push --force',
  commit: 'git commit',
};

function protectionFrom(doing: Doing): 'edit' | 'delete' | 'commit' | 'create' {
  if (doing === 'delete' || doing === 'commit') return doing;
  return doing === 'add' ? 'create' : 'edit';
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
