import type { Intent, Mention, Reach } from '../../model/intent.ts';
import type { Clause } from './clause.ts';
import type { Knowledge } from './knowledge.ts';
import { readLimit } from './limits.ts';
import { readItems } from './mention.ts';
import { readName } from './names.ts';
import { readOrder } from './orders.ts';
import { meet, readReach } from './reach.ts';
import { doingOf } from './verbs.ts';

/** What a clause is read in: its statement, what surrounds it, what is known. */
export interface Setting {
  readonly statement: string;
  readonly knowledge: Knowledge;
  /** Where the directive holds, from file, headings and parents. */
  readonly reach: Reach;
  /** Asked by a heading, mark or column where the clause itself asks nothing. */
  readonly polarity: 'forbid' | 'require' | undefined;
  readonly force: 'must' | 'should' | undefined;
  /** What the items above are about: their things are the subject of an item without one. */
  readonly topic: readonly Mention[];
  /** The lead-in or heading over an item: "Before committing:", "Never use:". */
  readonly lead: Lead | undefined;
  /** Commands of the code block that the statement points to. */
  readonly fence: readonly Mention[];
}

export type Lead = Clause & { readonly statement: string };

/** The intents of one clause. Empty where nothing is asked or nothing was understood. */
export function interpret(clause: Clause, setting: Setting): readonly Intent[] {
  const { statement, knowledge } = setting;
  const reading = readReach(clause, statement, knowledge);
  const asked =
    clause.polarity === 'neutral' && !clause.explicit && clause.force !== 'may'
      ? (setting.polarity ?? 'neutral')
      : clause.polarity;
  const flipped =
    setting.polarity === 'forbid' &&
    clause.explicit &&
    clause.polarity === 'require' &&
    clause.verb !== undefined &&
    clause.subject.length === 0
      ? 'forbid'
      : asked;
  const weak = reading.weakened || clause.force === 'should' || setting.force === 'should';
  const common = { force: weak ? ('should' as const) : ('must' as const), reach: meet(setting.reach, reading.reach) };
  const mentions = (tokens: Clause['object']) =>
    readItems(tokens, statement, knowledge).flatMap((item) => item.mentions);
  const words = (tokens: Clause['object']) => tokens.filter((token) => token.kind === 'word').map((token) => token.low);

  if (clause.force === 'may' && clause.contrast.length === 0) return [];
  const named = mentions(clause.object);
  const object = setting.fence.length > 0 && !named.some(isThing) ? [...named, ...setting.fence] : named;
  const subject = mentions(clause.subject);
  const label = mentions(clause.label);
  const contrast = mentions(clause.contrast);
  const doing = doingOf(clause.verb);
  const read = {
    clause,
    setting,
    common,
    object,
    subject,
    label,
    contrast,
    on: reading.on,
    words: words([...clause.subject, ...clause.object]),
  };

  const special =
    flipped === 'forbid'
      ? undefined
      : (readOrder(read) ?? readLimit(read) ?? readName(read) ?? readPlace(read) ?? readReadOnly(read));
  if (special) return special;
  const limit = flipped === 'forbid' ? readLimit(read) : undefined;
  if (limit) return limit;

  const intents: Intent[] = [];
  if (contrast.some(isThing)) {
    const instead = object.filter(isThing).length > 0 ? object : [...label, ...subject];
    if (flipped === 'forbid')
      intents.push({
        ...common,
        shape: 'forbid',
        doing,
        things: object,
        except: reading.except,
        instead: contrast,
        on: reading.on,
      });
    else
      intents.push({
        ...common,
        shape: 'forbid',
        doing,
        things: contrast,
        except: [...reading.except, ...instead],
        instead,
        on: reading.on,
      });
    if (flipped === 'forbid') return intents;
  }
  if (flipped === 'forbid') {
    const things = clause.subject.length > 0 && !object.some(isThing) ? subject : object.length > 0 ? object : label;
    const on = clause.subject.length > 0 && object.some(isThing) ? [...subject, ...reading.on] : reading.on;
    const protects =
      ['edit', 'delete', 'commit'].includes(doing) ||
      (doing === 'add' && things.some((thing) => thing.kind === 'path'));
    const files = things.filter((thing) => thing.kind === 'path' || thing.kind === 'files');
    if (protects && files.length > 0) {
      intents.push({
        ...common,
        shape: 'protect',
        files,
        by: [],
        doing: doing === 'delete' ? 'delete' : doing === 'commit' ? 'commit' : doing === 'add' ? 'create' : 'edit',
        existingOnly: false,
      });
      const rest = things.filter((thing) => thing.kind !== 'path' && thing.kind !== 'files' && isThing(thing));
      if (rest.length > 0 && rest.every((thing) => thing.kind === 'concept'))
        intents.push({ ...common, shape: 'forbid', doing, things: rest, except: reading.except, instead: [], on });
    } else if (things.length > 0)
      intents.push({ ...common, shape: 'forbid', doing, things, except: reading.except, instead: [], on });
    return intents;
  }
  if (clause.only && (object.some(isThing) || subject.some(isThing))) {
    const things = object.some(isThing) ? object : subject;
    return [...intents, { ...common, shape: 'only', doing, things, subject: object.some(isThing) ? subject : [] }];
  }
  if (flipped === 'require' || (label.length > 0 && object.length > 0)) {
    const things = object.some(isThing)
      ? object
      : subject.some(isThing) && clause.verb === undefined
        ? subject
        : object;
    const purpose = clause.adjuncts
      .filter((adjunct) => adjunct.relation === 'for')
      .flatMap((adjunct) => mentions(adjunct.tokens));
    if (things.some(isThing))
      intents.push({
        ...common,
        shape: 'require',
        doing,
        things,
        subject: things === subject ? label : [...subject, ...label, ...setting.topic],
        purpose,
      });
  }
  return intents;
}

export interface ReadClause {
  readonly clause: Clause;
  readonly setting: Setting;
  readonly common: { readonly force: 'must' | 'should'; readonly reach: Reach };
  readonly object: readonly Mention[];
  readonly subject: readonly Mention[];
  readonly label: readonly Mention[];
  readonly contrast: readonly Mention[];
  readonly on: readonly Mention[];
  /** Plain words of subject and object. */
  readonly words: readonly string[];
}

/** Is it more than words we do not know? */
export function isThing(mention: Mention): boolean {
  return mention.kind !== 'phrase' && mention.kind !== 'quantity';
}

/** "Components live in `src/components`", "Tests go next to the file they test". */
function readPlace(read: ReadClause): readonly Intent[] | undefined {
  const { clause, common, object, subject, setting } = read;
  const places = [
    'place',
    'put',
    'live',
    'lives',
    'belong',
    'go',
    'goes',
    'reside',
    'sit',
    'locate',
    'locate',
    'located',
    'placed',
    'store',
    'keep',
    'colocate',
    'be',
    'stay',
    'goes-in',
    'lives-in',
  ];
  if (clause.verb !== undefined && !places.includes(clause.verb)) return undefined;
  if (clause.verb === undefined && !clause.explicit) return undefined;
  const near = clause.adjuncts.filter(
    (adjunct) => adjunct.relation === 'in' || adjunct.relation === 'beside' || adjunct.relation === 'to',
  );
  const mentionsOf = (tokens: Clause['object']) =>
    readItems(tokens, setting.statement, setting.knowledge).flatMap((item) => item.mentions);
  const beside = near.some((adjunct) => adjunct.relation === 'beside');
  const under = near
    .flatMap((adjunct) => mentionsOf(adjunct.tokens))
    .filter((mention) => mention.kind === 'path' || (mention.kind === 'package' && mention.folder !== undefined));
  const what = subject.length > 0 ? subject : object;
  if (what.length === 0 || (under.length === 0 && !beside)) return undefined;
  const inherited = { ...common, reach: setting.reach };
  return [{ ...inherited, shape: 'place', what, words: read.words, under, beside }];
}

/** "`docs/_shared` is read-only", "Treat X as read-only", "X is generated". */
function readReadOnly(read: ReadClause): readonly Intent[] | undefined {
  const { clause, common, object, subject } = read;
  const text = [...clause.object, ...clause.adjuncts.flatMap((adjunct) => adjunct.tokens)]
    .map((token) => token.low)
    .join(' ');
  if (!/\b(read-only|readonly|immutable|frozen|off-limits|never be edited|do not edit)\b/.test(text)) return undefined;
  const files = [...subject, ...object].filter((mention) => mention.kind === 'path' || mention.kind === 'files');
  return files.length > 0
    ? [{ ...common, shape: 'protect', files, by: [], doing: 'edit', existingOnly: false }]
    : undefined;
}
