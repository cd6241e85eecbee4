import { describe, expect, it } from 'vitest';
import { prove } from '../../src/engine/proof.ts';
import type { Concept } from '../../src/lexicon/index.ts';
import type { Intent } from '../../src/model/intent.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import {
  asks,
  canBeHeld,
  conceptsTo,
  FRAMES,
  type Frame,
  gist,
  hasContrary,
  intentsOf,
  isAbout,
  isArmOf,
  mayLookFor,
  type Polarity,
  rulesOf,
  sentence,
} from './sentences.ts';
import { canStand, UNFRAMED, type Unframed } from './unframed.ts';

interface Said {
  readonly concept: Concept;
  readonly frame: Frame;
  readonly wording: string;
  readonly text: string;
  readonly intents: readonly Intent[];
}

function* put({ names, phrasings }: Concept, frames: (typeof FRAMES)[Polarity]): Generator<[Frame, string]> {
  for (const frame of frames.name) for (const name of names) yield [frame, name];
  for (const frame of frames.deed) for (const deed of phrasings) yield [frame, deed];
}

/** Each wording of the notions in each frame, read once. */
function everySentence(polarity: Polarity): readonly Said[] {
  return conceptsTo(polarity).flatMap((concept) =>
    [...put(concept, FRAMES[polarity])].map(([frame, wording]) => {
      const text = sentence(frame, wording);
      const intents = intentsOf(text, frame === 'item' ? polarity : undefined);
      return { concept, frame, wording, text, intents: intents.filter((intent) => isAbout(intent, concept.id)) };
    }),
  );
}

const isRight = ({ intents }: Said, polarity: Polarity) => intents[0] !== undefined && asks(intents[0]) === polarity;

/** The rules of each intent that differs in more than its words. */
function becoming(all: readonly Said[]) {
  const distinct = new Map<string, readonly [Said, Intent]>();
  for (const each of all) {
    for (const intent of each.intents) distinct.set(`${each.concept.id} ${gist(intent)}`, [each, intent]);
  }
  return [...distinct.values()].map(([one, intent], index) => ({
    said: one,
    intent,
    rules: rulesOf(intent, `${one.concept.id}-${index}`),
  }));
}

/** Rules proved by one engine: their queries are combined once. */
const TOGETHER = 25;

/** Every wording of the notions that are there to be forbidden, or to be asked for, in every frame. */
export function readInEveryFrame(polarity: Polarity): void {
  const said = everySentence(polarity);
  const { name, deed } = FRAMES[polarity];

  it.each([...new Set([...name, ...deed])])('%s', (frame) => {
    const framed = said.filter((each) => each.frame === frame && canStand(frame, each.wording));
    expect(framed.length).toBeGreaterThan(300);
    const wrong = framed.filter((each) => !isRight(each, polarity));
    expect(wrong.map(({ concept, text }) => `${concept.id}: ${text}`)).toEqual([]);
  });

  it('no wording is excepted without need', () => {
    const misread = said.filter((each) => !isRight(each, polarity));
    const covers = ({ wording, frames }: Unframed, each: Said) =>
      frames.includes(each.frame) && wording.test(each.wording);
    const needless = Object.values(UNFRAMED)
      .flat()
      .filter((own) => said.some((each) => covers(own, each)) && !misread.some((each) => covers(own, each)));
    expect(needless.map(({ wording }) => wording.source)).toEqual([]);
  });

  const lowered = becoming(said);

  it('becomes rules that look for the notion, or for its contrary', () => {
    const wrong = lowered.flatMap(({ said: { concept, text }, intent, rules }) => [
      ...(rules.length === 0 && canBeHeld(concept) ? [`${text} → no rule`] : []),
      ...rules.flatMap(({ concept: found }) =>
        found === undefined || mayLookFor(found, intent) ? [] : [`${text} → ${found}`],
      ),
    ]);
    expect(wrong).toEqual([]);
  });

  // That a check of the lexicon catches its examples is shown for each notion; one of a family of spans has its own.
  const others = lowered.flatMap(({ rules }) => rules.filter((rule) => !isArmOf(rule)));
  const parts = Array.from({ length: Math.ceil(others.length / TOGETHER) }, (_, part) => part);
  it.each(parts)(
    'becomes rules that are proven where they are no check of the lexicon (%i)',
    async (part) => {
      const failed = await prove(others.slice(part * TOGETHER, (part + 1) * TOGETHER), memoryView({}));
      expect(failed.map(({ rule, reason }) => `${rule.id}: ${reason}`)).toEqual([]);
    },
    60_000,
  );

  describe('the other way round', () => {
    const turned: Polarity = polarity === 'forbid' ? 'require' : 'forbid';
    const frames = {
      forbid: { name: ['Never use _.'], deed: ['Never _.'] },
      require: { name: ['Prefer _.'], deed: ['Always _.'] },
    }[turned];

    it('asks for the opposite, and never gives the check itself', () => {
      const wrong = conceptsTo(polarity).flatMap((concept) =>
        [...put(concept, frames)].flatMap(([frame, wording]) => {
          const text = sentence(frame, wording);
          const about = intentsOf(text).filter((intent) => isAbout(intent, concept.id));
          return about.some((intent) => asks(intent) === polarity) ? [`${concept.id}: ${text}`] : [];
        }),
      );
      expect(wrong).toEqual([]);
    }, 60_000);

    it('gives the check of the contrary where that can be ruled out, and never its own', () => {
      const wrong = conceptsTo(polarity).flatMap((concept) => {
        const [[frame, wording] = ['', '']] = put(concept, frames);
        const text = sentence(frame, wording);
        const about = intentsOf(text).filter((intent) => isAbout(intent, concept.id));
        const found = about.flatMap((intent) => rulesOf(intent, concept.id)).map((rule) => rule.concept);
        const missing = turned === 'require' && hasContrary(concept) && found.length === 0;
        return missing || found.includes(concept.id) ? [`${text} → ${found.join()}`] : [];
      });
      expect(wrong).toEqual([]);
    });
  });
}
