import { describe, expect, it } from 'vitest';
import { codeChecks } from '../../../src/checks/code/module.ts';
import type { CodeCheck, CodeFilter } from '../../../src/model/checks/code.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { RuleOf } from '../../../src/model/rule.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { codeRule } from './rules.ts';

async function judge(rules: readonly RuleOf<'code'>[], files: Record<string, string>, path: string) {
  const view = memoryView(files);
  const rejected: [string, string][] = [];
  const checks = await codeChecks.prepare(rules, { view, reject: (rule, reason) => rejected.push([rule.id, reason]) });
  const inspection = await checks.inspect?.(repoPath(path), view);
  await checks.complete?.();
  return { findings: inspection?.findings ?? [], notLookedAt: inspection?.notLookedAt, rejected };
}

async function foundIn(path: string, text: string, check: Omit<CodeCheck, 'kind'>): Promise<(string | undefined)[]> {
  const { findings, rejected } = await judge([codeRule('rule', check)], { [path]: text }, path);
  expect(rejected).toEqual([]);
  return findings.map(({ found }) => found);
}

const CALLS = '(call_expression) @match';
const NAMED = (name: string) => `((call_expression function: (identifier) @f) @match (#eq? @f "${name}"))`;

describe('structural conditions', () => {
  const cases: readonly (readonly [string, CodeFilter, string, readonly string[]])[] = [
    [
      'inside',
      { inside: '(class_declaration name: (_) @n (#eq? @n "B"))' },
      'class A { x = a(); }\nclass B { x = b(); }',
      ['b()'],
    ],
    ['inside, not in itself', { inside: CALLS }, 'a(b());', ['b()']],
    ['notInside', { notInside: '(function_declaration)' }, 'a();\nfunction f() { b(); }', ['a()']],
    ['has', { has: '(string)' }, 'a("x");\nb(1);', ['a("x")']],
    ['hasNot', { hasNot: '(string)' }, 'a("x");\nb(1);', ['b(1)']],
    ['lines over', { lines: { max: 1 } }, 'a();\nb(\n1);', ['b( 1)']],
    ['lines under', { lines: { min: 2 } }, 'a();\nb(\n1);', ['a()']],
    ['children', { children: { query: '(arguments (_) @a)', max: 1 } }, 'a(1);\nb(1, 2);', ['b(1, 2)']],
    [
      'children of its own',
      { children: { query: '(arguments) @a', direct: true, min: 2 } },
      'a(b());',
      ['a(b())', 'b()'],
    ],
    ['text', { text: '^a' }, 'a();\nb(a());', ['a()', 'a()']],
    ['topLevel', { topLevel: true }, 'if (x) a();\nconst f = () => b();\nclass A { x = c(); }', ['a()']],
    ['not topLevel', { topLevel: false }, 'a();\nconst f = () => b();', ['b()']],
    ['first', { first: true }, '// c\na();\nb();\nfunction f() { c(); d(); }', ['a()', 'c()']],
    ['precededBy a comment', { precededBy: 'SAFE:' }, '// SAFE: yes\na();\n\nb();\n// SAFE: no\n\nc();', ['a()']],
    ['notPrecededBy', { notPrecededBy: 'await\\s*$' }, 'await a();\nb();', ['b()']],
  ];
  it.each(cases)('%s', async (_name, where, text, found) => {
    expect(await foundIn('a.js', text, { match: [{ languages: ['javascript'], query: CALLS, where }] })).toEqual(found);
  });

  it.each([
    ['used once', { max: 2 }, ['const b = 2;', 'const d = 4;']],
    ['not used', { min: 2 }, ['const c = 3;']],
  ])('occurrences: %s', async (_name, bounds, found) => {
    const text =
      'function f() { const a = 1; return a; }\nfunction g() { const b = 2; return b + b; }\n' +
      'function h() { const c = 3; const d = 4; return x.c + (() => d * d)(); }\nconst e = 5;';
    const occurrences = { capture: 'name', within: '(function_declaration) @match', ...bounds };
    const query = '(lexical_declaration (variable_declarator name: (identifier) @name)) @match';
    const match = [{ languages: ['javascript' as const], query, where: { occurrences } }];
    expect(await foundIn('a.js', text, { match })).toEqual(found);
  });

  it.each([
    [{ is: ['camelCase'] }, ['fooBar', 'foo']],
    [{ not: ['camelCase'] }, ['foo_bar', 'Foo', 'FOO_BAR']],
    [{ is: ['PascalCase', 'UPPER_SNAKE'] }, ['Foo', 'FOO_BAR']],
    [{ is: ['snake_case'] }, ['foo_bar', 'foo']],
  ])('nameStyle %j', async (style, found) => {
    const text = 'fooBar; foo_bar; Foo; FOO_BAR; foo;';
    const match = [
      {
        languages: ['javascript' as const],
        query: '(identifier) @match',
        where: { nameStyle: { capture: 'match', ...style } },
      },
    ];
    expect(await foundIn('a.js', text, { match })).toEqual(found);
  });

  it.each([
    [
      'a.py',
      'python',
      'print(1)\nconsole.print(2)\ndef f(print=1): pass\ng(print=2)\nh = print\nimport print\n',
      [1, 5, 6],
    ],
    [
      'a.ts',
      'typescript',
      'foo();\nx.foo();\nfunction foo() {}\nconst foo = 1;\nexport { foo };\ntype foo = 1;\nlet a: foo;\nfunction g(foo: string) {}\n',
      [1, 5, 7],
    ],
    ['a.go', 'go', 'package a\nfunc foo() {}\nfunc g() { foo(); x.foo() ; foo := 1 }\n', [3]],
    ['A.java', 'java', 'class A {\n void foo() {}\n void g() { foo(); }\n void h() { x.foo(); }\n}\n', [3]],
    ['a.kt', 'kotlin', 'fun foo() {}\nfun g() { foo() }\nfun h() { x.foo() }\nval foo = 1\n', [2]],
    ['A.cs', 'csharp', 'class A {\n void foo() {}\n void g() { foo(); }\n void h() { x.foo(); }\n}\n', [3]],
    ['a.rb', 'ruby', 'foo(1)\nx.foo(2)\ndef foo; end\n', [1]],
  ] as const)('use of a name in %s', async (path, language, text, lines) => {
    const match = [
      { languages: [language], query: `((identifier) @match (#any-of? @match "foo" "print"))`, where: { use: true } },
    ];
    const also =
      language === 'typescript'
        ? [{ languages: [language], query: '((type_identifier) @match (#eq? @match "foo"))', where: { use: true } }]
        : [];
    const { findings } = await judge([codeRule('rule', { match: [...match, ...also] })], { [path]: text }, path);
    expect([...new Set(findings.map(({ location }) => location?.line))].sort()).toEqual(lines);
  });
});

describe('a code check', () => {
  const languages = ['javascript' as const];

  it('leaves out what lies in or equals an excepted match', async () => {
    const unless = [{ languages, query: NAMED('allowed') }];
    expect(await foundIn('a.js', 'a();\nallowed(b());', { match: [{ languages, query: CALLS }], unless })).toEqual([
      'a()',
    ]);
  });

  it('looks only at files in which a condition matches', async () => {
    const when = [{ languages, query: '(import_statement) @match' }];
    const check = { match: [{ languages, query: CALLS }], when };
    expect(await foundIn('a.js', 'a();', check)).toEqual([]);
    expect(await foundIn('a.js', 'import "x";\na();', check)).toEqual(['a()']);
  });

  it('requires a match in every file that has text', async () => {
    const check = { match: [{ languages, query: NAMED('init') }], mode: 'require' as const };
    expect(await foundIn('a.js', 'a();', check)).toHaveLength(1);
    expect(await foundIn('a.js', 'init();', check)).toEqual([]);
    expect(await foundIn('a.js', '\n', check)).toEqual([]);
  });

  it('says one thing once, though several matchers find it', async () => {
    expect(
      await foundIn('a.js', 'a();', {
        match: [
          { languages, query: CALLS },
          { languages, pattern: 'a()' },
        ],
      }),
    ).toEqual(['a()']);
  });

  it('puts spans where they are behind tabs and astral characters', async () => {
    const { findings } = await judge(
      [codeRule('rule', { match: [{ languages, query: NAMED('a') }] })],
      { 'a.js': 'x;\r\n\t"😀"; a(\r\n);' },
      'a.js',
    );
    expect(findings[0]?.location).toEqual({ path: 'a.js', line: 2, column: 8, endLine: 3, endColumn: 2 });
  });

  it('shortens what it found', async () => {
    const [found] = await foundIn('a.js', `a(${'1, '.repeat(200)}\n   2)`, {
      match: [{ languages, query: NAMED('a') }],
    });
    expect(found).toHaveLength(200);
    expect(found).not.toContain('\n');
  });

  it('keeps to its scope', async () => {
    const rule = codeRule(
      'rule',
      { match: [{ languages, query: CALLS }] },
      { include: ['src'], exclude: ['**/*.test.js'] },
    );
    const files = { 'src/a.js': 'a()', 'b.js': 'a()', 'src/a.test.js': 'a()' };
    const counts = await Promise.all(
      Object.keys(files).map(async (path) => (await judge([rule], files, path)).findings.length),
    );
    expect(counts).toEqual([1, 0, 0]);
  });

  it('leaves generated files out', async () => {
    const rule = codeRule('rule', { match: [{ languages, query: CALLS }] });
    const files = { 'a.js': '// Code generated by x. DO NOT EDIT.\na()' };
    expect((await judge([rule], files, 'a.js')).findings).toEqual([]);
  });

  it('finds code embedded in other files only where a rule names them', async () => {
    const vue = '<template><p>a()</p></template>\n<script lang="ts">\nconst x: any = a();\n</script>\n';
    const named = { match: [{ languages: ['typescript' as const, 'vue' as const], query: CALLS }] };
    const { findings } = await judge([codeRule('rule', named)], { 'a.vue': vue }, 'a.vue');
    expect(findings.map(({ location }) => [location?.line, location?.column])).toEqual([[3, 16]]);
    expect(await foundIn('a.vue', vue, { match: [{ languages: ['typescript'], query: CALLS }] })).toEqual([]);
    const markdown = 'a()\n\n```js\nb();\n```\n\n```python\nc()\n```\n';
    expect(
      await foundIn('a.md', markdown, { match: [{ languages: ['javascript', 'markdown'], query: CALLS }] }),
    ).toEqual(['b()']);
  });
});

describe('a notebook', () => {
  it('is judged by its code cells, at their place in the file', async () => {
    const cells = [
      { cell_type: 'markdown', source: ['print(1)\n'] },
      { cell_type: 'code', source: ['%time x\n', 'import os\n', 'print("a")\n', 'x = 1'] },
    ];
    const text = JSON.stringify({ cells, metadata: {} }, null, 1);
    const match = [{ languages: ['python' as const, 'notebook' as const], query: '(call) @match' }];
    const { findings } = await judge([codeRule('rule', { match })], { 'a.ipynb': text }, 'a.ipynb');
    const line = text.split('\n').findIndex((each) => each.includes('\\"a')) + 1;
    expect(findings.map(({ location }) => location?.line)).toEqual([line]);
  });
});

describe('a rule that cannot work', () => {
  const languages = ['javascript' as const];
  const good = codeRule('good', { match: [{ languages, query: CALLS }] });
  it.each([
    ['(no_such_node) @match', /no_such_node.*offset 1/],
    ['(call_expression', /expected \)/],
    ['(identifier) @a (#eq? @a "x")', /inside the parentheses/],
    ['((identifier) @a (#equals? @a "x"))', /unknown predicate #equals\?/],
    ['((identifier) @a (#match? @a "(?=x)"))', /no RE2 pattern/],
    ['', /empty/],
  ])('is rejected alone: %s', async (query, reason) => {
    const bad = codeRule('bad', { match: [{ languages, query }] });
    const { findings, rejected } = await judge([bad, good], { 'a.js': 'a();' }, 'a.js');
    expect(rejected).toEqual([['bad', expect.stringMatching(reason)]]);
    expect(findings.map(({ rule }) => rule.id)).toEqual(['good']);
  });

  it('is rejected for a bad condition, capture or language', async () => {
    const filters: CodeFilter[] = [
      { inside: '(no_such_node)' },
      { nameStyle: { capture: 'nothing', is: ['camelCase'] } },
      { occurrences: { capture: 'nothing', within: '(program) @match', max: 1 } },
      { nameStyle: { capture: 'match', is: ['Title'] } },
      { precededBy: '(' },
    ];
    const rules = filters.map((where, index) =>
      codeRule(`bad-${index}`, { match: [{ languages, query: CALLS, where }] }),
    );
    const { rejected } = await judge(
      [...rules, good, codeRule('sql', { match: [{ languages: ['sql'], query: '(x) @match' }] })],
      { 'a.js': 'a();' },
      'a.js',
    );
    expect(rejected.map(([id]) => id).sort()).toEqual(['bad-0', 'bad-1', 'bad-2', 'bad-3', 'bad-4', 'sql']);
  });

  it('does not look at a file it cannot finish, and says so', async () => {
    const rule = codeRule('rule', {
      match: [
        { languages, query: '((array (identifier) @a (identifier) @b) @match (#not-eq? @a "b") (#not-eq? @b "c"))' },
      ],
    });
    const { notLookedAt, findings } = await judge([rule], { 'a.js': `[${'a,'.repeat(6000)}a]` }, 'a.js');
    expect(notLookedAt).toMatch(/too long/);
    expect(findings).toEqual([]);
  });
});
