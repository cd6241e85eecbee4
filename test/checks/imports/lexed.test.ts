import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { javascript, parsedFacts, startJavaScript } from '../../../src/checks/imports/languages/javascript.ts';
import { lexedImports } from '../../../src/checks/imports/languages/javascript-lexed.ts';
import { repoPath } from '../../../src/model/path.ts';

beforeAll(startJavaScript);

const path = repoPath('a.ts');
const name = fc.constantFrom('a', 'b', 'type', 'as', 'from', 'default_', '$x', 'café');
const plain = fc.constantFrom('a', 'b', '$x', 'café');
const gap = fc.constantFrom(' ', '  ', '\n  ', ' /* note */ ', ' // from "no"\n');
const item = fc.oneof(
  plain,
  fc.tuple(plain, plain).map(([from, to]) => `${from} as ${to}1`),
  plain.map((n) => `type ${n}`),
  fc.tuple(plain, plain).map(([from, to]) => `type ${from} as ${to}2`),
  fc.constant('default as d'),
);
const itemsOf = (minLength: number) =>
  fc
    .tuple(fc.array(item, { minLength, maxLength: 3 }), gap, fc.boolean())
    .map(([list, space, comma]) => `{${space}${list.join(`,${space}`)}${comma && list.length > 0 ? ',' : ''}${space}}`);
const items = itemsOf(0);
const specifier = fc.constantFrom("'./x'", '"pkg/deep"', "'@s/p'");
const statement = fc.oneof(
  fc.tuple(items, specifier).map(([list, from]) => `import ${list} from ${from};`),
  fc
    .tuple(items, gap, specifier)
    .map(([list, space, from]) => `import type${space}${list.replaceAll('type ', '')} from ${from}`),
  fc
    .tuple(name, items, specifier)
    .map(([d, list, from]) => `import ${d === 'type' || d === 'from' ? 'd' : d}, ${list} from ${from};`),
  fc.tuple(plain, specifier).map(([d, from]) => `import ${d} from ${from};`),
  fc.tuple(plain, specifier).map(([d, from]) => `import type ${d} from ${from};`),
  fc.tuple(plain, specifier).map(([d, from]) => `import ${d}, * as ns from ${from};`),
  specifier.map((from) => `import * as ns from ${from};`),
  specifier.map((from) => `import ${from};`),
  specifier.map((from) => `export * from ${from};`),
  specifier.map((from) => `export * as q from ${from};`),
  specifier.map((from) => `export type * from ${from};`),
  // The parser's record has no `export {} from`.
  fc.tuple(itemsOf(1), specifier).map(([list, from]) => `export ${list} from ${from};`),
  fc.constantFrom(
    'const s = "import x from \'no\'";',
    '// import y from "no"',
    'export const z = 1;',
    'type T = { from: string };',
  ),
);

describe('reading imports with the lexer', () => {
  it('finds what the parser finds', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        const text = statements.join('\n');
        const lexed = lexedImports(text, false);
        // Names that are declared twice are an error to the parser, not to what is looked at here.
        const parsed = parsedFacts(parseSync, path, text, 'ts');
        expect(lexed).toEqual(parsed.imports);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves to the parser what it does not see', () => {
    for (const text of ["const a = require('x')", "import('x')", "import a = require('x')", "type A = import('x').T"])
      expect(lexedImports(text, false)).toBeUndefined();
    expect(lexedImports("import a from 'x';\nconst b = <p>don't</p>", true)).toBeUndefined();
  });

  it('says what does not parse', () => {
    expect(javascript.facts(path, "const a = require('x' +;").problem).toContain('does not parse');
  });
});
