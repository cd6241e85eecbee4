import { beforeAll, describe, expect, it } from 'vitest';
import { combine } from '../../../src/checks/code/combined.ts';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { parse } from '../../../src/checks/code/parse-cache.ts';
import { patternToQuery } from '../../../src/checks/code/pattern.ts';
import { probesOf } from '../../../src/checks/code/skeleton.ts';
import type { Language } from '../../../src/model/language.ts';

beforeAll(startSyntax);

function found(language: Language, pattern: string, text: string): string[] {
  const grammar = grammarOf(language);
  const compiled = patternToQuery(language, pattern);
  const tree = parse(language, text);
  if (!grammar || 'error' in compiled || !tree) throw new Error('error' in compiled ? compiled.error : 'no tree');
  const query = combine(grammar, probesOf(compiled.query, 'root'));
  const texts = [...query.run(tree, 1000).of.values()]
    .flat()
    .map(({ node }) => text.slice(node.startIndex, node.endIndex));
  tree.delete();
  return [...new Set(texts)];
}

describe('a code pattern', () => {
  it.each([
    [
      'javascript',
      'console.log($$$)',
      'console.log(); console.log(1, 2); console.warn(1);',
      ['console.log()', 'console.log(1, 2)'],
    ],
    ['javascript', 'f()', 'f(); f(1);', ['f()']],
    ['javascript', 'f($A)', 'f(); f(1); f(1, 2);', ['f(1)']],
    ['javascript', 'f($A, $$$)', 'f(); f(1); f(1, 2);', ['f(1)', 'f(1, 2)']],
    ['javascript', 'f($$$, 1)', 'f(1, 2); f(2, 1); f(1);', ['f(2, 1)', 'f(1)']],
    ['javascript', '$A == $A', 'a == b; a == a; a === a;', ['a == a']],
    ['javascript', '$A == null', 'a == null; a === null; f(b) == null;', ['a == null', 'f(b) == null']],
    [
      'javascript',
      'useEffect(() => $$$, [])',
      'useEffect(() => { a(); }, []); useEffect(() => a(), [b]);',
      ['useEffect(() => { a(); }, [])'],
    ],
    ['javascript', "require('x')", 'require("x"); require("y");', ['require("x")']],
    ['typescript', '$X as any', 'a as any; b as string;', ['a as any']],
    ['tsx', '<Foo $$$ />', 'a = <Foo />; b = <Foo bar={1} />; c = <Bar />;', ['<Foo />', '<Foo bar={1} />']],
    ['python', 'print($$$)', 'print(1)\nlog(2)\n', ['print(1)']],
    ['python', '$A is not $B', 'a is not b\na is b\n', ['a is not b']],
    ['go', 'fmt.Println($$$)', 'package a\nfunc f() { fmt.Println(1); fmt.Print(2) }\n', ['fmt.Println(1)']],
    ['rust', '$X.unwrap()', 'fn f() { a.unwrap(); b.expect("c"); }', ['a.unwrap()']],
    [
      'java',
      'System.out.println($$$)',
      'class A { void f() { System.out.println(1); System.err.println(2); } }',
      ['System.out.println(1)'],
    ],
  ] as const)('%s: %s', (language, pattern, text, texts) => {
    expect(found(language, pattern, text)).toEqual(texts);
  });

  it.each([
    ['typescript', 'not code at all, is it'],
    ['python', 'def ('],
    ['sql', 'SELECT $A'],
  ] as const)('%s: %j is refused with a reason', (language, pattern) => {
    expect(patternToQuery(language, pattern)).toEqual({ error: expect.stringMatching(/grammar/) });
  });
});
