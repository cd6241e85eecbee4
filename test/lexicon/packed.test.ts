import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { phrasesOf } from '../../src/lexicon/match.ts';
import { type PackedLexicon, packed, unpacked } from '../../src/lexicon/packed.ts';
import type { PhraseNode } from '../../src/lexicon/phrase-tree.ts';

const lexicon = loadLexicon();
const again = unpacked(JSON.parse(JSON.stringify(packed(lexicon))) as PackedLexicon);

/** Every way through the phrases with what ends there, a line each. */
function* ways(node: PhraseNode, way = ''): Iterable<string> {
  for (const { concept, name, whole } of node.ends) yield `${way} = ${concept} “${name}”${whole ? ' alone' : ''}`;
  for (const [step, inner] of node.branches()) yield* ways(inner, `${way} ${step}`);
}

describe('the lexicon as the build packs it', () => {
  test('holds the same notions', () => {
    expect(again.concepts).toEqual(lexicon.concepts);
  });

  test('holds the same phrases, also those behind no text', () => {
    const all = [...ways(phrasesOf(lexicon))];
    expect(all.length).toBeGreaterThan(5000);
    expect([...ways(again.phrases ?? phrasesOf({ concepts: {} }))].sort()).toEqual(all.sort());
  });

  test.each(['w:toString', 'w:__proto__', '', 'toString', '__proto__'])('knows nothing of %j', (step) => {
    expect(again.phrases?.next(step)?.ends ?? []).toEqual([]);
  });
});
