import type { Mention } from '../../model/intent.ts';
import { sharedDeeds } from './conduct/deeds.ts';
import type { Clause } from './grammar/clause.ts';
import { saysAll, type Told, toldBy } from './grammar/gist.ts';
import { stanceOf } from './grammar/stance.ts';
import { doingOf } from './grammar/verbs.ts';
import { readMentions } from './naming/mention.ts';
import { meet, type ReachReading, readReach } from './naming/reach.ts';
import { isThing, type ReadClause, type Setting } from './setting.ts';

/** What the parts of a clause name: its things, where it holds, and whether they are asked for or ruled out. */
export function readParts(whole: Clause, setting: Setting): ReadClause {
  const gist = toldBy(whole, setting.statement, setting.knowledge);
  const clause = gist ? without(whole, gist) : whole;
  return new Parts(whole, clause, setting, gist);
}

function without(clause: Clause, { tokens }: Told): Clause {
  return {
    ...clause,
    adjuncts: clause.adjuncts.filter((each) => !each.tokens.every((token) => tokens.has(token))),
    subject: clause.subject.filter((token) => !tokens.has(token)),
  };
}

const RUNS: ReadonlySet<string> = new Set([
  'run',
  'use',
  'edit',
  'delete',
  'commit',
  'push',
  'add',
  'import',
  'install',
  'publish',
]);

type Kept = { -readonly [Part in keyof ReadClause]?: ReadClause[Part] };

/** Most readers see by a word that a clause is none of theirs: what it names is looked up when it is first asked for. */
class Parts implements ReadClause {
  readonly clause: Clause;
  readonly setting: Setting;
  readonly stance: ReadClause['stance'];
  readonly told: boolean;
  readonly doing: ReadClause['doing'];
  private readonly whole: Clause;
  private readonly gist: Told | undefined;
  private readonly kept: Kept = {};
  private keptReach: ReachReading | undefined;

  constructor(whole: Clause, clause: Clause, setting: Setting, gist: Told | undefined) {
    this.whole = whole;
    this.clause = clause;
    this.setting = setting;
    this.gist = gist;
    this.stance = stanceOf(clause, setting, gist);
    this.told = gist !== undefined && saysAll(gist, setting.knowledge);
    this.doing = doingOf(clause.verb);
  }

  get common(): ReadClause['common'] {
    this.kept.common ??= this.commonOf();
    return this.kept.common;
  }

  get object(): readonly Mention[] {
    this.kept.object ??= this.objectOf();
    return this.kept.object;
  }

  get subject(): readonly Mention[] {
    this.kept.subject ??= this.mentions(this.clause.subject);
    return this.kept.subject;
  }

  get label(): readonly Mention[] {
    this.kept.label ??= this.mentions(this.clause.label);
    return this.kept.label;
  }

  get contrast(): readonly Mention[] {
    this.kept.contrast ??= this.mentions(this.clause.contrast);
    return this.kept.contrast;
  }

  get places(): readonly Mention[] {
    this.kept.places ??= this.clause.adjuncts
      .filter((adjunct) => adjunct.relation === 'in')
      .flatMap((adjunct) => this.mentions(adjunct.tokens))
      .filter((mention) => mention.kind === 'path');
    return this.kept.places;
  }

  get words(): readonly string[] {
    this.kept.words ??= [...this.clause.subject, ...this.clause.object]
      .filter((token) => token.kind === 'word')
      .map((token) => token.low);
    return this.kept.words;
  }

  get on(): readonly Mention[] {
    return this.reading.on;
  }

  get except(): readonly Mention[] {
    return this.reading.except;
  }

  get bounds(): ReadClause['bounds'] {
    const { lacking, spots } = this.reading;
    return { ...(lacking.length > 0 && { lacking }), ...(spots && { spots }) };
  }

  but(changes: Partial<ReadClause>): ReadClause {
    const { clause, setting, common, object, subject, label, contrast, on, except, bounds, places, words } = this;
    const { stance, told, doing } = this;
    const but = (more: Partial<ReadClause>) => this.but({ ...changes, ...more });
    const all = { clause, setting, common, object, subject, label, contrast, on, except, bounds, places, words };
    return { ...all, stance, told, doing, but, ...changes };
  }

  private get reading(): ReachReading {
    this.keptReach ??= readReach(this.clause, this.setting.statement, this.setting.knowledge);
    return this.keptReach;
  }

  private commonOf(): ReadClause['common'] {
    const { clause, setting, reading } = this;
    const weak = reading.weakened || clause.force === 'should' || setting.force === 'should';
    return { force: weak ? 'should' : 'must', reach: meet(setting.reach, reading.reach) };
  }

  private objectOf(): readonly Mention[] {
    const { whole, clause, gist, setting } = this;
    const plain = gist
      ? [...gist.mentions, ...this.mentions(clause.object.filter((token) => !gist.tokens.has(token)))]
      : this.mentions(clause.object);
    // "Push with `--force`" is a notion of its own: pushing is not what is ruled out.
    const whollyTold = gist !== undefined && whole.object.length === 0 && whole.alsoVerbs.length === 0;
    const shared =
      this.stance === 'forbid' && !whollyTold
        ? sharedDeeds(whole, setting.knowledge).filter((each) => !isAmong(each, plain))
        : [];
    const examples = clause.adjuncts.filter((adjunct) => adjunct.relation === 'example').flatMap((each) => each.tokens);
    const named =
      plain.some(isThing) || shared.length > 0
        ? [...plain, ...shared]
        : [...plain, ...this.mentions([...clause.examples, ...examples]).filter((each) => isLine(each) && this.runs())];
    return setting.fence.length > 0 && !named.some(isThing) ? [...named, ...setting.fence] : named;
  }

  /** "Never shadow names such as `id`": only of what is run or used an example is a command. */
  private runs(): boolean {
    const { verb, object, body } = this.clause;
    if (object.length === 0 || verb !== undefined) return object.length === 0 || RUNS.has(this.doing);
    return body.every((token) => !/^(?:shadow|name|call|override)$/.test(token.low));
  }

  private mentions(tokens: Clause['object']): readonly Mention[] {
    return readMentions(tokens, this.setting.statement, this.setting.knowledge);
  }
}

/** A command, also where the lexicon has a notion of it. */
function isLine({ kind, text }: Mention): boolean {
  return kind === 'command' || (kind === 'concept' && /^`[a-z][\w-]* [^`]+`$/.test(text));
}

function isAmong(mention: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some((each) => each.kind === 'concept' && mention.kind === 'concept' && each.id === mention.id);
}
