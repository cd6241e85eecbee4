import type { Mention } from '../../model/intent.ts';
import { sharedDeeds } from './conduct/deeds.ts';
import type { Clause } from './grammar/clause.ts';
import { saysAll, toldBy } from './grammar/gist.ts';
import { stanceOf } from './grammar/stance.ts';
import { doingOf } from './grammar/verbs.ts';
import { readItems } from './naming/mention.ts';
import { meet, readReach } from './naming/reach.ts';
import { isThing, type ReadClause, type Setting } from './setting.ts';

/** What the parts of a clause name: its things, where it holds, and whether they are asked for or ruled out. */
export function readParts(whole: Clause, setting: Setting): ReadClause {
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
  // "Push with `--force`" is a notion of its own: pushing is not what is ruled out.
  const whollyTold = told !== undefined && whole.object.length === 0 && whole.alsoVerbs.length === 0;
  const shared =
    stance === 'forbid' && !whollyTold ? sharedDeeds(whole, knowledge).filter((each) => !isAmong(each, plain)) : [];
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
