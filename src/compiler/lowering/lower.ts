import { parsePattern } from '../../checks/command/pattern.ts';
import type { Concept } from '../../lexicon/lexicon.ts';
import type { Intent, IntentOf, Mention, MentionOf } from '../../model/intent.ts';
import { ANY_PURPOSE } from '../reading/grammar/purpose.ts';
import type { Knowledge } from '../reading/naming/knowledge.ts';
import { isThing } from '../reading/setting.ts';
import { lowerCheck } from './check.ts';
import { isCode, lowerCodeBan } from './code/code.ts';
import { lowerConcept } from './code/concept.ts';
import { lowerDeclaredNames, speaksOfDeclarations } from './code/declared-names.ts';
import { lowerDepend } from './code/depend.ts';
import { isMemberOf, onlyOf, sparing } from './code/family.ts';
import { lowerForm } from './code/form.ts';
import { lowerImportBan, lowerOnlyImport } from './code/imports.ts';
import { unguarded } from './code/restraint.ts';
import { lowerDeed } from './code/told.ts';
import { unexplained } from './code/unexplained.ts';
import { insteadOf } from './code/wording.ts';
import { lowerWordingBan } from './code/wording-ban.ts';
import { lowerAdding } from './conduct/adding.ts';
import { flagOf } from './conduct/bounds.ts';
import { lowerCommandBan, lowerToolBan } from './conduct/command.ts';
import { lowerDeedWith } from './conduct/deed-with.ts';
import { lowerExclusiveTool, lowerRequiredFlag, lowerRunner } from './conduct/demand.ts';
import { inItsFolder } from './conduct/in-folder.ts';
import { lowerMessage } from './conduct/message.ts';
import { lowerOnto } from './conduct/onto-branch.ts';
import { lowerOrder } from './conduct/order.ts';
import { isProgram, isVersionTag, lowerProgramBan, lowerVersionTag } from './conduct/program-ban.ts';
import { ofItsKind } from './conduct/rivals.ts';
import { join, type Lowered, left, NOTHING } from './draft.ts';
import { lowerClosed } from './files/closed.ts';
import { lowerCompanion } from './files/companion.ts';
import { lowerMirrored } from './files/mirrored.ts';
import { lowerFileName } from './files/paths.ts';
import { lowerAbsent, lowerPlace } from './files/placement.ts';
import { lowerProtect } from './files/protection.ts';
import { lowerSetting } from './files/setting.ts';
import { lowerLimit } from './files/size.ts';
import { narrowing } from './narrowing.ts';
import { notKnown, onlyAskedFor } from './remedy.ts';

/** (shape × mention) → checks: a table of small pure functions. */
export function lower(intent: Intent, knowledge: Knowledge): Lowered {
  const { drafts, left: over } = lowered(intent, knowledge);
  return { drafts: drafts.map(inItsFolder), left: over };
}

function lowered(intent: Intent, knowledge: Knowledge): Lowered {
  switch (intent.shape) {
    case 'forbid':
      return lowerForbid(intent, knowledge);
    case 'only':
      return lowerOnly(intent, knowledge);
    case 'require':
      return lowerRequire(intent, knowledge);
    case 'protect':
      return lowerProtect(intent, knowledge);
    case 'place':
      return lowerPlace(intent, knowledge);
    case 'name':
      return lowerName(intent, knowledge);
    case 'limit':
      return lowerLimit(intent, knowledge);
    case 'order':
      return lowerOrder(intent, knowledge);
    case 'message':
      return lowerMessage(intent);
    case 'companion':
      return lowerCompanion(intent, knowledge);
    case 'mirrored':
      return lowerMirrored(intent, knowledge);
    case 'closed':
      return lowerClosed(intent, knowledge);
    case 'absent':
      return lowerAbsent(intent, knowledge);
    case 'depend':
      return lowerDepend(intent, knowledge);
    case 'form':
      return lowerForm(intent, knowledge);
    case 'setting':
      return lowerSetting(intent, knowledge);
    case 'check':
      return lowerCheck(intent, knowledge);
  }
}

function lowerName(intent: IntentOf<'name'>, knowledge: Knowledge): Lowered {
  // "Test functions are snake_case" speaks of functions, not of test files.
  const files = speaksOfDeclarations(intent.words, knowledge) ? NOTHING : lowerFileName(intent, knowledge);
  const lowered = join(files, lowerDeclaredNames(intent, knowledge));
  const none = lowered.drafts.length === 0 && lowered.left.length === 0;
  return none ? left('which names are meant is not something we know how to look for') : lowered;
}

function lowerForbid(whole: IntentOf<'forbid'>, knowledge: Knowledge): Lowered {
  const flags = whole.things.filter((mention) => mention.kind === 'flag');
  const things = ofItsKind(whole, knowledge).filter(isThing);
  const all = things.map((mention): Lowered => {
    const remarked = unexplained(mention, whole);
    if (remarked && mention.kind === 'concept')
      return remarked.only(lowerConcept(mention, 'forbid', remarked.ban, knowledge));
    const intent = unguarded(mention, whole);
    const deed = lowerWordingBan(mention, intent, knowledge) ?? lowerDeed(mention, intent, knowledge);
    if (deed) return deed;
    const narrowed = narrowing(mention, intent);
    if (narrowed !== undefined) return left(narrowed);
    if (intent.spots && !isCommandLine(mention, knowledge))
      return left(`where “${mention.text}” is forbidden is not something we can tell`);
    switch (mention.kind) {
      case 'concept':
        return spelledOut(mention, intent, knowledge) ?? lowerConceptBan(mention, intent, knowledge);
      case 'command':
        // "Never use `--force` with `git push`": the command only says where the flag counts.
        return flags.length > 0 && intent.on.includes(mention)
          ? NOTHING
          : lowerCommandBan([mention], intent, knowledge);
      case 'flag':
        return lowerCommandBan([mention], intent, knowledge);
      case 'tool':
        return join(lowerToolBan(mention, intent, knowledge), lowerAdding(mention, intent, knowledge));
      case 'package':
        // "`bin/x` rather than `x`" sets two ways to run it against each other.
        if (intent.instead.some(({ text }) => text.split('/').length > 1 && text.endsWith(`/${mention.text}`)))
          return left(`\`${mention.text}\` cannot be told from what is to be used instead`);
        return join(lowerImportBan(mention, intent.on, intent, knowledge), lowerAdding(mention, intent, knowledge));
      case 'path':
        return intent.doing === 'import'
          ? lowerImportBan(mention, intent.on, intent, knowledge)
          : isProgram(mention) && (intent.doing === 'use' || intent.doing === 'run')
            ? lowerProgramBan(mention.text, intent)
            : left(`what is forbidden about \`${mention.text}\` is not said in a way we read`);
      case 'code':
      case 'quote':
        if (isVersionTag(mention.text)) return lowerVersionTag(mention.text, intent);
        return intent.doing === 'import'
          ? lowerImportBan(mention, intent.on, intent, knowledge)
          : isCode(mention) && mention.kind === 'code'
            ? lowerCodeBan(mention.text, intent, knowledge)
            : left(`“${mention.text}” could stand anywhere`);
      default:
        return left(`forbidding “${mention.text}” has no check`);
    }
  });
  return all.length > 0 ? joined(things, all) : left(unknownThing(whole.things));
}

/** A notion that has no check of its own is still banned by the piece of code it is named with. */
function lowerConceptBan(mention: MentionOf<'concept'>, intent: IntentOf<'forbid'>, whole: Knowledge): Lowered {
  const knowledge = withoutFlags(mention.id, intent.instead, whole);
  const span = /^`([^`]+)`$/.exec(mention.text)?.[1];
  const concept = knowledge.lexicon.concepts[mention.id];
  const bare =
    concept?.arms.length === 0 && !concept.contrary.some((id) => knowledge.lexicon.concepts[id]?.means === 'require');
  // "`vi.mock`, not `jest.mock`": both are the notion, one of them is ruled out.
  const rival = intent.instead.some((other) => other.kind === 'concept' && other.id === mention.id);
  if (span !== undefined && (bare || rival)) return lowerCodeBan(span, intent, knowledge);
  if (rival) return left(`“${mention.text}” is the same notion as what is to be used instead`);
  const onto = concept && lowerOnto(concept, intent);
  if (onto) return onto;
  const place = intent.on.find((each) => each.kind === 'path');
  if (place && concept?.arms.every((arm) => arm.kind === 'command'))
    return left(`that “${mention.text}” is ruled out for \`${place.text}\` alone is not something we read`);
  const qualified = concept && lowerDeedWith(mention, concept, intent, knowledge);
  if (qualified) return qualified;
  const flag = intent.on.find((each) => each.kind === 'flag');
  if (flag && concept?.arms.every((arm) => arm.kind !== 'command'))
    return lowerCommandBan([{ kind: 'flag', text: flag.text }], { ...intent, on: [] }, knowledge);
  if (concept && isOtherDeed(mention, concept, intent))
    return left(`“${intent.verb}” asks something else about “${mention.text}” than that it is not to be done`);
  const member =
    span !== undefined && !span.endsWith('*') && concept && isMemberOf(concept, span)
      ? lowerMember(span, concept, intent, knowledge)
      : undefined;
  if (span !== undefined && concept && isElsewhere(concept, knowledge)) return lowerCodeBan(span, intent, knowledge);
  return member ?? lowerConcept(mention, 'forbid', intent, knowledge, insteadOf(intent.instead));
}

/** A notion of languages that this repository has none of: the word means something else here. */
function isElsewhere({ arms }: Concept, { languages }: Knowledge): boolean {
  return (
    arms.length > 0 &&
    arms.every(
      ({ check }) =>
        check.kind === 'code' && !check.match.some((each) => each.languages.some((one) => languages.has(one))),
    )
  );
}

/** "`push --force`; use `--force-with-lease` instead": the notion does not cover what is to be used in its place. */
function withoutFlags(id: string, instead: readonly Mention[], knowledge: Knowledge): Knowledge {
  const flags = instead.flatMap(({ text }) => text.replaceAll('`', '').match(/(?<!\S)--[a-z][\w-]*/g) ?? []);
  const concept = knowledge.lexicon.concepts[id];
  if (flags.length === 0 || !concept) return knowledge;
  const concepts = { ...knowledge.lexicon.concepts, [id]: sparing(concept, flags) };
  return { ...knowledge, lexicon: { ...knowledge.lexicon, concepts } };
}

/** "Never edit applied migrations" is about files, though applying migrations is a notion of its own. */
function isOtherDeed(mention: MentionOf<'concept'>, concept: Concept, { doing, verb }: IntentOf<'forbid'>): boolean {
  const told = verb !== undefined && mention.text.toLowerCase().startsWith(verb.slice(0, 4));
  if (concept.phrasings.includes(mention.text.toLowerCase())) return false;
  // A package that is created is one of the repository's own.
  if (concept.id === 'add-dependency' && verb === 'create') return true;
  if (told || concept.arms.length === 0) return false;
  const ofKind = (kind: string) => concept.arms.every((arm) => arm.check.kind === kind);
  return (doing === 'edit' && ofKind('command')) || ((doing === 'edit' || OF_CODE.has(verb ?? '')) && ofKind('code'));
}

/** What is done to code that is there, and does not write it. */
const OF_CODE: ReadonlySet<string> = new Set(['delete', 'remove', 'drop', 'rename', 'move', 'instantiate', 'subclass']);

/** What is named is one of a family: it alone is banned, where it can be told from the others. */
function lowerMember(
  span: string,
  concept: Concept,
  intent: IntentOf<'forbid'>,
  knowledge: Knowledge,
): Lowered | undefined {
  const patterns = parsePattern(span, knowledge.facts.view);
  // `rm -rf /` is no ban of `rm -rf`: where it strikes is what is meant.
  if (patterns?.some(({ operands = [] }) => operands.flat().some((operand) => /^[/~]/.test(operand))))
    return lowerCommandBan([{ kind: 'command', text: span }], intent, knowledge);
  const cut = patterns && onlyOf(concept, patterns);
  if (cut) {
    const concepts = { ...knowledge.lexicon.concepts, [concept.id]: { ...cut, names: [`\`${span}\``, ...cut.names] } };
    const known = { ...knowledge, lexicon: { ...knowledge.lexicon, concepts } };
    const mention = { kind: 'concept' as const, id: concept.id, text: span };
    return lowerConcept(mention, 'forbid', intent, known, insteadOf(intent.instead));
  }
  const own = lowerCodeBan(span, intent, knowledge);
  return own.drafts.length > 0 ? own : undefined;
}

function isCommandLine(mention: Mention, knowledge: Knowledge): boolean {
  return (
    mention.kind === 'command' || parsePattern(mention.text.replaceAll('`', ''), knowledge.facts.view) !== undefined
  );
}

/** A notion named by a command line, with flags or places of its own, is judged as that command line. */
function spelledOut(mention: Mention, intent: IntentOf<'forbid'>, knowledge: Knowledge): Lowered | undefined {
  const text = mention.text.replaceAll('`', '');
  const bounds = intent.spots ?? intent.lacking ?? [...intent.on, ...intent.except].find(flagOf);
  if (bounds === undefined || !parsePattern(text, knowledge.facts.view)) return undefined;
  return lowerCommandBan([{ kind: 'command', text }], intent, knowledge);
}

function lowerOnly(intent: IntentOf<'only'>, knowledge: Knowledge): Lowered {
  const imports = intent.doing === 'import' ? lowerOnlyImport(intent, knowledge) : NOTHING;
  if (imports.drafts.length > 0 || imports.left.length > 0) return imports;
  return lowerRequire({ ...intent, shape: 'require', purpose: [] }, knowledge, true);
}

function lowerRequire(intent: IntentOf<'require'>, knowledge: Knowledge, only = false): Lowered {
  const all = intent.things.filter(isThing).map((mention): Lowered => {
    if (mention.kind === 'concept' && mention.id.startsWith('read-only-') && !only)
      return left(`that “${mention.text}” are to be run does not say that others are not`);
    if (mention.kind === 'concept') {
      const narrow = narrowPurpose(mention, intent, knowledge);
      return narrow === undefined ? lowerConcept(mention, 'require', intent, knowledge) : left(narrow);
    }
    if (mention.kind === 'tool') return lowerExclusiveTool(mention, intent, knowledge);
    if (mention.kind === 'flag') return lowerRequiredFlag(mention, intent, knowledge);
    const runner = mention.kind === 'command' ? lowerRunner(mention, intent, knowledge) : NOTHING;
    if (runner.drafts.length > 0) return runner;
    return left(onlyAskedFor(mention));
  });
  return all.length > 0 ? joined(intent.things.filter(isThing), all) : left(unknownThing(intent.things));
}

/** Where one wording names several notions, those that have no check here leave nothing over. */
function joined(things: readonly Mention[], lowered: readonly Lowered[]): Lowered {
  const done = new Set(
    things.filter((_, index) => (lowered[index]?.drafts.length ?? 0) > 0).map((thing) => thing.text),
  );
  return join(...lowered.map((each, index) => (done.has(things[index]?.text ?? '') ? { ...each, left: [] } : each)));
}

/** "Use interfaces for public shapes" says nothing of other shapes: its contrary is not banned altogether. */
function narrowPurpose(
  mention: MentionOf<'concept'>,
  intent: IntentOf<'require'>,
  knowledge: Knowledge,
): string | undefined {
  const own = knowledge.lexicon.concepts[mention.id]?.means === 'require';
  if (own && /\b(?:format|style|syntax)\b/.test(mention.qualified ?? ''))
    return `“${mention.text}” is about how, not whether`;
  const special = intent.purpose.find((each) => each.kind !== 'language' && !ANY_PURPOSE.test(each.text.toLowerCase()));
  return own || special === undefined ? undefined : `it is asked for “${special.text}” only`;
}

function unknownThing(things: readonly Mention[]): string {
  const words = things.map((mention) => mention.text).join(', ');
  return words === '' ? 'it names nothing that a check could look for' : notKnown(words);
}
