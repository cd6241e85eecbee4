import { describe, expect, it } from 'vitest';
import { conceptFinder, loadLexicon } from '../../src/lexicon/index.ts';

const lexicon = loadLexicon();
const concepts = Object.values(lexicon.concepts);
const cases = concepts.map((concept) => [concept.id, concept] as const);
const finder = conceptFinder(lexicon);
const find = finder.in;
const found = (text: string) => find(text).map((mention) => mention.concept);

/** There so that their words are not taken for those of notions that can be checked. */
const UNCHECKED: ReadonlySet<string> = new Set(['const-before-let']);

describe('the names of a concept', () => {
  it('are those of at least 350 concepts', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(350);
  });

  it.each(cases)('%s: each finds it, also inside a sentence', (id, { names, phrasings, alone }) => {
    for (const name of [...names, ...alone, ...phrasings]) expect(found(name), name).toContain(id);
    for (const name of names) expect(found(`We agreed on ${name}, all of us`), name).toContain(id);
  });

  it('open a text where they are the first that is found in it', () => {
    const texts = concepts
      .flatMap(({ names, phrasings }) => [...names, ...phrasings])
      .flatMap((name) => [name, `${name} in the code, whatever it says there`, `calls to ${name}`, `never ${name}`]);
    for (const text of texts)
      expect(finder.opening(text), text).toEqual(find(text).filter((mention) => mention.start === 0));
    expect(texts.some((text) => finder.opening(text).length > 0)).toBe(true);
  });

  it.each(cases)('%s: its contraries are concepts and say so too', (id, { contrary, arms }) => {
    for (const other of contrary) expect(lexicon.concepts[other]?.contrary, other).toContain(id);
    expect(contrary.length + arms.length > 0).toBe(!UNCHECKED.has(id));
  });
});

describe('finding concepts in prose', () => {
  it.each([
    ['No default exports.', ['default-export']],
    ['Never use `export default`', ['default-export']],
    ['DEFAULT-EXPORTED components are out; a default export is too', ['default-export', 'default-export']],
    ['avoid hard-coded secrets', ['hardcoded-secret']],
    ['avoid hard coded secrets', ['hardcoded-secret']],
    ['avoid hardcoded secrets', ['hardcoded-secret']],
    ['avoid hardcoding any API keys', ['hardcoded-secret']],
    ['never swallow errors', ['empty-catch']],
    ['without silently swallowing exceptions', ['empty-catch']],
    ['bypassing the pre-commit hook', ['no-verify']],
    ['all `print()` statements', ['print-statement']],
    ['no unwrap() calls', ['unwrap-call']],
    ['the explicit `any` type', ['any-type']],
    ['raw SQL string concatenation', ['sql-concatenation']],
    ['Every file has a licence header', ['license-header']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Does any of this work with a default?',
    'The export, default or not, is typed',
    'Add a new tab to the settings page',
    'Use the factory to create the console of the game',
    'Print the report and file it',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes a short name only where it is the whole phrase', () => {
    expect(found('any')).toContain('any-type');
    expect(found('any of these')).toEqual([]);
  });

  it('tells where the mention stands, with the words that belong to it', () => {
    const text = 'Avoid calls to `eval()` and the like';
    const [mention] = find(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('calls to `eval()`');
  });

  it('does not reach over punctuation', () => {
    expect(found('default, exports')).toEqual([]);
  });
});
