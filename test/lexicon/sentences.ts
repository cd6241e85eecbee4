import { startSyntax } from '../../src/checks/code/grammars.ts';
import { lower } from '../../src/compiler/lowering/lower.ts';
import { readDirective } from '../../src/compiler/reading/read.ts';
import { type Arm, type Concept, loadLexicon } from '../../src/lexicon/index.ts';
import { inflections } from '../../src/lexicon/phrases.ts';
import type { Check } from '../../src/model/check.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { Rule } from '../../src/model/rule.ts';
import { knowledgeOf } from '../compiler/told.ts';

await startSyntax();

export type Polarity = 'forbid' | 'require';

const LEXICON = loadLexicon();

/** One file of each language: no notion is out of place. */
const ENDINGS = 'ts tsx js vue py go rs java kt c cpp cs rb php swift sh css html md'.split(' ');
const knowledge = knowledgeOf(Object.fromEntries(ENDINGS.map((ending) => [`src/file.${ending}`, ''])));

/** Commands, messages and files have readers of their own, which tell what is asked in other shapes. */
const CONCEPTS = Object.values(LEXICON.concepts).filter(
  ({ arms, id }) => arms.every((arm) => arm.kind === 'code' || arm.kind === 'text') && id !== 'imperative-subject',
);

const meaning = ({ means, arms }: Concept): Polarity =>
  means === 'require' || arms.length === 0 ? 'require' : 'forbid';

/** The notions that are there to be forbidden, or to be asked for. */
export const conceptsTo = (polarity: Polarity): readonly Concept[] =>
  CONCEPTS.filter((concept) => meaning(concept) === polarity);

/** How a wording is put: a sentence with a blank for it, or `item`, an item below "Never" or "Always" that is nothing else. */
export type Frame = string;
const ING = /^[a-z-]+ing\b/;

export const FRAMES: Readonly<Record<Polarity, Readonly<Record<'name' | 'deed', readonly Frame[]>>>> = {
  forbid: {
    name: ['No _.', 'Never use _.', 'Avoid _.', 'Do not use _.', '_ is forbidden.', 'item'],
    deed: ['Never _.', 'Do not _.', 'Avoid _ing.', 'You must not _.', 'item'],
  },
  require: {
    name: ['Always use _.', 'You must use _.', '_ is required.', 'Prefer _.', 'item'],
    deed: ['Always _.', 'You must _.', 'Make sure to _.', 'Be sure to _.', 'item'],
  },
};

export function sentence(frame: Frame, wording: string): string {
  if (frame === 'item') return wording;
  const participle = () => inflections(wording).find((form) => ING.test(form)) ?? wording;
  return frame.replace(/_ing|_/, (blank) => (blank === '_' ? wording : participle()));
}

export function intentsOf(text: string, under?: Polarity): readonly Intent[] {
  return readDirective(
    {
      id: 'AGENTS.md:1',
      source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: text },
      column: 1,
      text,
      headings: under === undefined ? [] : [under === 'forbid' ? 'Never' : 'Always'],
      parents: [],
      ...(under && { polarity: under }),
    },
    knowledge,
  ).intents;
}

export const isAbout = (intent: Intent, id: string): boolean =>
  'things' in intent && intent.things.some((thing) => thing.kind === 'concept' && thing.id === id);

export const asks = (intent: Intent): Polarity => (intent.shape === 'forbid' ? 'forbid' : 'require');

/** What an intent asks, whatever words it was said with: equal ones become equal rules. */
export const gist = (intent: Intent): string =>
  JSON.stringify(intent, (key, value) => (['text', 'verb', 'force'].includes(key) ? undefined : value));

export type Lowered = Rule & { readonly concept?: string };

/** The rules that an intent becomes, each with the notion that it looks for. */
export function rulesOf(intent: Intent, id: string): readonly Lowered[] {
  const source = { file: 'AGENTS.md', line: 1, endLine: 1, quote: id };
  return lower(intent, knowledge).drafts.map(({ subject: _, ...draft }, index) => ({
    ...draft,
    id: `${id}-${index}`,
    source,
  }));
}

const isOfText = (arm: Arm) => arm.kind === 'code' || arm.kind === 'text';

const contrariesOf = (id: string) =>
  (LEXICON.concepts[id]?.contrary ?? []).flatMap((other) => LEXICON.concepts[other] ?? []);

/** Is there a contrary that is ruled out by asking for the notion? */
export const hasContrary = (concept: Concept): boolean =>
  contrariesOf(concept.id).some(({ means, arms, scoped }) => means === 'forbid' && !scoped && arms.some(isOfText));

/** Is there a check for it at all, wherever it is asked? What is only ruled out in named files has none here. */
export function canBeHeld(concept: Concept): boolean {
  if (concept.scoped) return false;
  return (
    concept.arms.length > 0 ||
    contrariesOf(concept.id).some(({ means, arms }) => means === 'forbid' && arms.some(isOfText))
  );
}

/** A rule may look for what the intent names, or for a contrary of it. */
export function mayLookFor(found: string, intent: Intent): boolean {
  const things = 'things' in intent ? intent.things : [];
  return things.some(
    (thing) =>
      thing.kind === 'concept' && (thing.id === found || contrariesOf(thing.id).some((other) => other.id === found)),
  );
}

/** Is its check one of the lexicon, cut down to languages at most? */
export function isArmOf({ concept, check }: Lowered): boolean {
  const arms = LEXICON.concepts[concept ?? '']?.arms ?? [];
  const known = new Set(arms.flatMap((arm) => partsOf(arm.check)));
  return partsOf(check).every((part) => known.has(part));
}

const partsOf = (check: Check): readonly string[] =>
  check.kind === 'code'
    ? check.match.map(({ languages: _, ...matcher }) => JSON.stringify(matcher))
    : [JSON.stringify(check)];
