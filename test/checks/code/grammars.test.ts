import { beforeAll, describe, expect, it } from 'vitest';
import { combine } from '../../../src/checks/code/combined.ts';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { nativeBackend } from '../../../src/checks/code/native-backend.ts';
import { spanOf } from '../../../src/checks/code/node-span.ts';
import { probesOf } from '../../../src/checks/code/skeleton.ts';
import type { Grammar, SyntaxBackend } from '../../../src/checks/code/syntax.ts';
import { webBackend } from '../../../src/checks/code/web-backend.ts';
import { SAMPLES } from './samples.ts';

const native = await nativeBackend();
const BACKENDS: readonly SyntaxBackend[] = native ? [webBackend, native] : [webBackend];
const BUDGET = 5000;

beforeAll(startSyntax);

function foundIn(grammar: Grammar, query: string, text: string) {
  const tree = grammar.parse(text, BUDGET);
  if (!tree) throw new Error('the text was not parsed in time');
  const combined = combine(grammar, probesOf(query, 'first-capture'));
  const hits = combined.run(tree, BUDGET).of.get(0) ?? [];
  const found = hits.map(({ node }) => ({ text: text.slice(node.startIndex, node.endIndex), ...spanOf(node) }));
  combined.delete();
  tree.delete();
  return found;
}

describe.each(BACKENDS)('grammars of the $name backend', (backend) => {
  // The native parser stands in for some languages only; all others stay with WebAssembly.
  const served = backend === webBackend ? SAMPLES : SAMPLES.filter(({ language }) => backend.grammar(language));
  describe.each(served)('$language', (sample) => {
    const { language, text, query, found, line, column } = sample;
    const grammar = (): Grammar => {
      const loaded = backend.grammar(language);
      if (!loaded) throw new Error(`no grammar for ${language}`);
      return loaded;
    };

    it('finds the construct at its place', () => {
      expect(foundIn(grammar(), query, text)).toContainEqual(expect.objectContaining({ text: found, line, column }));
    });

    it('counts columns in UTF-16 units, behind CR LF and astral characters', () => {
      const before = foundIn(grammar(), query, text).find((one) => one.text === found);
      const crlf = foundIn(grammar(), query, text.replaceAll('\n', '\r\n')).find((one) => one.text.trim() === found);
      expect(crlf).toMatchObject({ line, column });
      if (crlf?.text === found) expect(crlf.endColumn).toBe(before?.endColumn);
    });

    it('still finds it where an error follows', () => {
      const broken = `${text}${sample.broken}`;
      const tree = grammar().parse(broken, BUDGET);
      expect(tree?.root.endIndex).toBeGreaterThan(0);
      tree?.delete();
      expect(foundIn(grammar(), query, broken)).toContainEqual(expect.objectContaining({ text: found, line, column }));
    });

    it('takes an empty text', () => {
      expect(foundIn(grammar(), query, '')).toEqual([]);
    });

    it('takes 200 kB', () => {
      const times = Math.ceil(200_000 / text.length);
      // The YAML grammar counts rows in 16 bits: lines are made longer.
      const part = language === 'yaml' ? `${text}# ${'.'.repeat(100)}\n` : text;
      const large = language === 'json' ? `[${`${text},`.repeat(times)}1]` : part.repeat(times).slice(0, 220_000);
      const tree = grammar().parse(large, BUDGET);
      expect(tree?.root.endIndex).toBeGreaterThan(large.length - 2 * part.length);
      tree?.delete();
    });

    it('survives garbage', () => {
      let state = 7;
      const garbage = Array.from({ length: 5000 }, () => {
        state = (state * 48271) % 2147483647;
        return String.fromCharCode(state % 256);
      }).join('');
      const tree = grammar().parse(garbage, BUDGET);
      expect(tree?.root.startIndex ?? 0).toBeGreaterThanOrEqual(0);
      tree?.delete();
    });

    it('survives deep nesting', () => {
      const [open, close] = sample.nest;
      const deep = open.repeat(2000) + close.repeat(2000);
      const tree = grammar().parse(deep, BUDGET);
      expect(tree === undefined || tree.root.endIndex <= deep.length).toBe(true);
      tree?.delete();
    });

    it('parses again after an edit as it would anew', () => {
      const edited = text.replace(found, `${found} `).replace('1', '23');
      const first = grammar().parse(text, BUDGET);
      const again = grammar().parse(edited, BUDGET, first);
      const anew = grammar().parse(edited, BUDGET);
      expect(shape(again?.root)).toEqual(shape(anew?.root));
      for (const tree of [first, again, anew]) tree?.delete();
    });
  });
});

interface Shaped {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly children: readonly Shaped[];
}

function shape(node: Shaped | undefined): unknown {
  return node && [node.type, node.startIndex, node.endIndex, node.children.map(shape)];
}

describe('time limits', () => {
  it('gives up parsing', () => {
    expect(grammarOf('cpp')?.parse('f<a,'.repeat(20_000), 1)).toBeUndefined();
  });

  it('gives up a query that is quadratic in siblings, and says so', () => {
    const grammar = grammarOf('javascript');
    const tree = grammar?.parse(`[${'a,'.repeat(3000)}a]`, BUDGET);
    const query = grammar?.query('(array (identifier) @c0 (identifier) @c1)');
    expect(tree && query?.run(tree, 30).complete).toBe(false);
    query?.delete();
    tree?.delete();
  });
});
