import type { Doing, Intent, Mention } from '../../model/intent.ts';
import { table } from '../../model/table.ts';
import { lackingIn } from './code/arguments.ts';
import { inCallsOf } from './code/built-texts.ts';
import { readNames } from './code/error-names.ts';
import { thrownBy, whenThrown } from './code/thrown.ts';
import { isConditioned } from './conduct/conditioned.ts';
import { meansOf } from './conduct/means.ts';
import { asFiles, filesToProtect, onlyExisting } from './files/protection.ts';
import type { Clause } from './grammar/clause.ts';
import { comparable } from './grammar/comparison.ts';
import { purposeOf } from './grammar/purpose.ts';
import { awayFrom, keptFor, reachOfContrast, reachOfSubject } from './grammar/subjects.ts';
import { stretch, tokenise } from './grammar/tokens.ts';
import { doingOf } from './grammar/verbs.ts';
import { addedTo } from './naming/added-to.ts';
import { readItems } from './naming/mention.ts';
import { CONSENT, globsOf, meet } from './naming/reach.ts';
import { isThing, type ReadClause } from './setting.ts';

/** "X, not Y" forbids Y in favour of X; "never X, but Y" forbids X in favour of Y. */
export function readContrast(read: ReadClause): readonly Intent[] {
  if (read.clause.contrast.length === 0) return [];
  const { common, object, label, subject, doing, except, on } = read;
  const contrast = comparable(read).filter((each) => !object.some((whole) => sets(whole, each)));
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
  const whole = read.places.length > 0 && !object.some(isThing) ? awayFrom(read) : reachOfContrast(read, contrast);
  if (contrast.some(hasSeveralUses) && read.clause.adjuncts.some(({ relation }) => relation === 'for')) return [];
  const names = readNames(read, contrast);
  if (names) return names;
  const { against, reach: around } = inCallsOf(instead, contrast, whole);
  const reach = thrownBy(read.clause.verb) ? whenThrown(around) : around;
  const direct = read.clause.contrast.some((token) => token.low === 'directly') && { direct: true };
  return [{ ...common, reach, shape: 'forbid', doing, things: against, except, instead, on, ...direct }];
}

/** "`git switch`, not `git checkout` for branches": the command does other things, too. */
function hasSeveralUses({ text }: Mention): boolean {
  return /^`?git (?:checkout|reset|stash|clean|branch|remote|config)`?$/.test(text);
}

/** "`const` over `let`" is a notion as a whole: it rules out no `let` as such. */
function sets(whole: Mention, part: Mention): boolean {
  return (
    whole.kind === 'concept' && whole.text !== part.text && / over /.test(whole.text) && whole.text.includes(part.text)
  );
}

/** Something forbidden: files by what is done to them, anything else as such. */
export function readForbid(read: ReadClause): readonly Intent[] {
  const { clause, object, subject, label, doing, except } = read;
  const spoken = clause.subject.length > 0 && object.some(isThing);
  const placed = clause.subject.length === 0 && label.length > 0 && label.every(isPlace) && object.some(isThing);
  if (clause.object.length + clause.subject.length === 0 && isConditioned(read)) return [];
  if (isAside(read)) return [];
  const bare = object.length === 0 ? deedOf(read) : undefined;
  // Who must not import something is not what must not be imported.
  if (doing === 'import' && clause.subject.length > 0 && clause.body[0]?.low === 'import' && !object.some(isThing))
    return [];
  // "Unit tests must not touch the network": who touches is not what is touched.
  if (clause.verb === 'touch' && clause.subject.length > 0 && clause.object.length > 0 && !object.some(isThing))
    return [];
  const told = clause.subject.length > 0 && !object.some(isThing) ? subject : object.length > 0 ? object : label;
  const named = bare === undefined || told.some(isThing) ? told : [bare];
  const meant = named.filter((each) => !isBranch(each, clause));
  const asked = doing === 'edit' || doing === 'delete' ? asFiles(meant, read.setting.knowledge) : meant;
  const means = meansOf(read, asked.filter(isThing));
  const things = means.length > 0 ? means : asked;
  const narrowed =
    told === subject &&
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
  // What must not go together may stand alone.
  if (things.filter(isThing).length > 1 && TOGETHER.has(clause.body[0]?.low ?? '')) return [];
  const narrower = [purposeOf(read, things), timeOf(read, things)].filter((each) => each !== undefined);
  const added = targetFiles(read, things);
  const placing =
    added.length > 0 ? { ...held, reach: { ...held.reach, include: [...held.reach.include, added] } } : held;
  const common =
    narrower.length === 0
      ? placing
      : { ...placing, reach: { ...placing.reach, unclear: [...placing.reach.unclear, ...narrower] } };
  const onto = means.length > 0 ? [] : read.on;
  const on = spoken ? [...subject, ...onto] : onto;
  const protects =
    ['edit', 'delete', 'commit'].includes(doing) || (doing === 'add' && things.some((thing) => thing.kind === 'path'));
  const listed = filesToProtect(things, read.places);
  const files = protects && listed.length > 0 ? [...listed, ...listedBeside(read, listed)] : listed;
  const lacking = lackingIn(read);
  const lacks = lacking.length > 0 && { lacking };
  if (!protects || files.length === 0) {
    return things.length > 0
      ? [
          {
            ...common,
            ...read.bounds,
            shape: 'forbid',
            doing: means.length > 0 ? 'run' : doing,
            verb: means.length > 0 ? 'run' : clause.verb,
            things,
            except,
            instead: [],
            on,
            ...lacks,
            ...(isDirect(clause) && { direct: true }),
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
      existingOnly: onlyExisting(listed, read.words),
    }),
  );
  const rest = things.filter((thing) => thing.kind === 'concept');
  return rest.length > 0
    ? [...protect, { ...common, shape: 'forbid', doing, verb: clause.verb, things: rest, except, instead: [], on }]
    : protect;
}

/** The files that a notion or a piece of code is not to be added to. */
function targetFiles(read: ReadClause, things: readonly Mention[]): readonly string[] {
  return things.every(({ kind }) => kind === 'concept' || kind === 'code') ? addedTo(read).flatMap(globsOf) : [];
}

const TOGETHER: ReadonlySet<string> = new Set('mix combine interleave intermix blend conflate confuse'.split(' '));

/** "Never use `Date` directly", "never call `Date`". */
function isDirect({ verb, body }: Clause): boolean {
  return MAKING.has(verb ?? '') || body.some((token) => token.kind === 'word' && token.low === 'directly');
}

const MAKING: ReadonlySet<string> = new Set(['call', 'invoke', 'instantiate', 'construct', 'create', 'new']);

/** "Do not commit to `release/*`": what is committed to is no file. */
function isBranch(file: Mention, { verb, body }: Clause): boolean {
  const to = body.find((token) => !['commit', 'push', 'directly', 'straight', 'anything'].includes(token.low));
  return verb === 'commit' && file.kind === 'path' && !file.exists && ['to', 'on', 'onto'].includes(to?.low ?? '');
}

/** "Never rebase after review has started": at other times such deeds are free. */
function timeOf({ clause, setting }: ReadClause, things: readonly Mention[]): string | undefined {
  const { concepts } = setting.knowledge.lexicon;
  const isDeed = (thing: Mention) =>
    thing.kind === 'command' ||
    (thing.kind === 'concept' && concepts[thing.id]?.arms.every(({ kind }) => kind === 'command') === true);
  const time = clause.adjuncts
    .filter(({ relation }) => relation === 'after' || relation === 'before')
    .map(({ relation, tokens }) => `${relation} ${stretch(tokens, setting.statement)}`)
    .find((text) => !CONSENT.test(text.toLowerCase()));
  return things.some(isThing) && things.filter(isThing).every(isDeed) ? time : undefined;
}

/** "Generated code (`made/`, `stubs/`)": the folders of such files in this repository. */
function listedBeside({ setting }: ReadClause, files: readonly Mention[]): readonly Mention[] {
  const aside = /\(((?:in |under )?`[^`()]+`(?:(?:,| and|, and) `[^`()]+`)*)\)/.exec(setting.statement)?.[1];
  if (aside === undefined || !files.every((file) => file.kind === 'files')) return [];
  return readItems(tokenise(aside), aside, setting.knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'path' && mention.exists && mention.folder);
}

/** "`src/lib`: no React": a label that is nothing but a folder or package says where. */
function isPlace(mention: Mention): boolean {
  return mention.kind === 'package' || (mention.kind === 'path' && (mention.exists || mention.folder));
}

/** "`a()` + `b()`": the two together are meant, not each. */
function combines(tokens: Clause['object']): boolean {
  return tokens.some((token, index) => token.low === '+' && tokens[index - 1]?.kind === 'code');
}

/** "The `BerthKind` enum drives dispatch — no casts": what a part does without is no rule for all code. */
function isAside({ clause, setting }: ReadClause): boolean {
  const [first] = clause.body;
  if (clause.verb !== undefined || first === undefined) return false;
  return PART_DOES.test(setting.statement.slice(0, first.start));
}

const PART_DOES =
  /^(?:(?:the|an?|each|every) )?`[^`/.]+`(?: [a-z]+)? (?!is |has |does |needs |means |goes )[a-z]+s\b[^`.;:—–]* (?:—|–|--?) \**(?:no )?$/i;

/** What agents do with a verb alone: "Agents never push." */
const DEEDS: Readonly<Record<string, Mention>> = table({
  push: { kind: 'command', text: 'git push' },
  'force-push': { kind: 'command', text: 'git push --force' },
  commit: { kind: 'command', text: 'git commit' },
});

/** "Never commit directly; open a PR": to the branch that others get theirs from. Another branch bans no other push. */
function deedOf({ clause, setting }: ReadClause): Mention | undefined {
  const { verb = '', adjuncts, body } = clause;
  const onto = adjuncts
    .filter(({ relation }) => relation === 'to' || relation === 'in')
    .map(({ tokens }) => stretch(tokens, setting.statement).toLowerCase())
    .find((text) => /\bbranch(?:es)?\b/.test(text));
  const main = onto === undefined ? body.some(({ low }) => low === 'directly') : MAIN.test(onto);
  if ((verb === 'push' || verb === 'commit') && main)
    return { kind: 'concept', id: `${verb}-to-main`, text: `${verb} to main` };
  return onto === undefined ? DEEDS[verb] : undefined;
}

const MAIN =
  /^(?:the )?(?:default|main|protected|trunk|base|primary|mainline|integration) branch(?:es)?(?: directly)?$/;

function protectionFrom(doing: Doing): 'edit' | 'delete' | 'commit' | 'create' {
  if (doing === 'delete' || doing === 'commit') return doing;
  return doing === 'add' ? 'create' : 'edit';
}
