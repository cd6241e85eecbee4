import { beforeAll, describe, expect, it } from 'vitest';
import { combine } from '../../../src/checks/code/combined.ts';
import { grammarOf, startSyntax } from '../../../src/checks/code/grammars.ts';
import { codeChecks } from '../../../src/checks/code/module.ts';
import { spanOf } from '../../../src/checks/code/node-span.ts';
import { forgetTrees, parse, treeOf } from '../../../src/checks/code/parse-cache.ts';
import { probesOf } from '../../../src/checks/code/skeleton.ts';
import type { SyntaxNode } from '../../../src/checks/code/syntax.ts';
import type { Language } from '../../../src/model/language.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { codeRule } from './rules.ts';

interface Kit {
  readonly language: Language;
  readonly extension: string;
  readonly head: string;
  readonly lines: readonly string[];
  readonly tail: string;
  readonly queries: readonly string[];
}

const CALL = (kind: string, field = 'function: ') =>
  ['alpha', 'beta', 'gamma'].map((name) => `((${kind} ${field}(_) @f) @match (#eq? @f "${name}"))`);
const BRACED = [
  'alpha(1);',
  'beta(alpha(2));',
  'gamma("alpha");',
  '// beta() here',
  'x = delta(3);',
  'if (y) { alpha(4); }',
  'beta((;',
  '/* gamma */ gamma();',
];

const KITS: readonly Kit[] = [
  {
    language: 'typescript',
    extension: 'ts',
    head: '',
    lines: [...BRACED, 'let v: any = 1;', 'const w = v as any;'],
    tail: '',
    queries: [
      ...CALL('call_expression'),
      '("any" @match)',
      '((identifier) @match (#any-of? @match "x" "y" "v"))',
      '((identifier) @match (#match? @match "^al"))',
      '((call_expression function: (identifier) @f) @match (#not-eq? @f "alpha"))',
      '(as_expression (_) @e "as" (predefined_type) @t) @match',
    ],
  },
  {
    language: 'javascript',
    extension: 'js',
    head: '',
    lines: BRACED,
    tail: '',
    queries: [
      ...CALL('call_expression'),
      '[(if_statement) (string)] @match',
      '((identifier) @a (#not-any-of? @a "alpha" "beta"))',
    ],
  },
  {
    language: 'python',
    extension: 'py',
    head: '',
    lines: [
      'alpha(1)',
      'x = beta(alpha(2))',
      '# gamma()',
      'gamma("beta")',
      'if x:\n    alpha(3)',
      'def f(a, b): return a',
      'beta((',
      'x.alpha()',
    ],
    tail: '',
    queries: [
      ...CALL('call'),
      '((identifier) @match (#eq? @match "x"))',
      '(function_definition name: (identifier) @n) @match',
    ],
  },
  {
    language: 'go',
    extension: 'go',
    head: 'package a\nfunc f() {\n',
    lines: ['alpha(1)', 'beta(alpha(2))', '// gamma()', 'x := gamma("beta")', 'if y { alpha(3) }', 'beta(('],
    tail: '}\n',
    queries: [...CALL('call_expression'), '(short_var_declaration) @match'],
  },
  {
    language: 'rust',
    extension: 'rs',
    head: 'fn f() {\n',
    lines: [
      'alpha(1);',
      'beta(alpha(2));',
      '// gamma()',
      'let x = gamma("beta");',
      'unsafe { alpha(3); }',
      'beta((;',
      'x.unwrap();',
    ],
    tail: '}\n',
    queries: [...CALL('call_expression'), '("unsafe" @match)', '((field_identifier) @match (#eq? @match "unwrap"))'],
  },
  {
    language: 'java',
    extension: 'java',
    head: 'class A {\nvoid f() {\n',
    lines: BRACED,
    tail: '}\n}\n',
    queries: [...CALL('method_invocation', 'name: '), '(if_statement) @match'],
  },
  {
    language: 'c',
    extension: 'c',
    head: 'void f(void) {\n',
    lines: BRACED,
    tail: '}\n',
    queries: [...CALL('call_expression'), '(comment) @match'],
  },
  {
    language: 'ruby',
    extension: 'rb',
    head: '',
    lines: ['alpha(1)', 'x = beta(alpha(2))', '# gamma', 'gamma("beta")', 'if x then alpha(3) end', 'beta(('],
    tail: '',
    queries: [...CALL('call', 'method: '), '((identifier) @match (#eq? @match "x"))'],
  },
  {
    language: 'php',
    extension: 'php',
    head: '<?php\n',
    lines: ['alpha(1);', '$x = beta(alpha(2));', '// gamma()', 'gamma("beta");', 'if ($y) { alpha(3); }', 'beta((;'],
    tail: '',
    queries: [...CALL('function_call_expression'), '((variable_name) @match (#eq? @match "$x"))'],
  },
  {
    language: 'bash',
    extension: 'sh',
    head: '',
    lines: ['alpha 1', 'beta "$(alpha 2)"', '# gamma', 'x=$(gamma)', 'if alpha; then beta; fi', 'beta (('],
    tail: '',
    queries: ['alpha', 'beta', 'gamma'].map((name) => `((command name: (command_name) @n) @match (#eq? @n "${name}"))`),
  },
];
const FILES_EACH = 210;

/** A small generator of its own, so that the corpus is the same on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function corpus(kit: Kit): string[] {
  const next = generator(kit.language.length * 7919);
  return Array.from({ length: FILES_EACH }, () => {
    const body = Array.from({ length: 1 + next(7) }, () => kit.lines[next(kit.lines.length)] ?? '');
    return `${kit.head}${body.join('\n')}\n${kit.tail}`;
  });
}

type Found = readonly [rule: string, line: number, column: number, endLine: number, endColumn: number];

/** One query, one file, one fresh parse at a time, predicates and all. */
function plainScan(kit: Kit, texts: readonly string[]): Found[][] {
  const grammar = grammarOf(kit.language);
  if (!grammar) throw new Error(`no grammar for ${kit.language}`);
  const singles = kit.queries.map((query) => ({ query: combine(grammar, probesOf(query, 'first-capture')) }));
  const found = texts.map((text) => {
    const tree = parse(kit.language, text);
    if (!tree) throw new Error('not parsed');
    const all = singles.flatMap(({ query }, index) =>
      [...query.run(tree, 1000).of.values()].flat().map(({ node }): Found => {
        const { line, column, endLine, endColumn } = spanOf(node);
        return [`rule-${index}`, line, column, endLine, endColumn];
      }),
    );
    tree.delete();
    return sorted(all);
  });
  for (const { query } of singles) query.delete();
  return found;
}

function sorted(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

beforeAll(startSyntax);

describe.each(KITS)('$language: a combined, prefiltered, incremental scan', (kit) => {
  it(`equals the plain scan of ${FILES_EACH} files`, async () => {
    forgetTrees();
    const texts = corpus(kit);
    const rules = kit.queries.map((query, index) =>
      codeRule(`rule-${index}`, { match: [{ languages: [kit.language], query }] }),
    );
    // All texts in turn stand in one file, so that each parse builds on the one before.
    const path = repoPath(`a.${kit.extension}`);
    const rejected: string[] = [];
    const checks = await codeChecks.prepare(rules, {
      view: memoryView({}),
      reject: (_rule, why) => rejected.push(why),
    });
    const fast: Found[][] = [];
    for (const text of texts) {
      const inspection = await checks.inspect?.(path, memoryView({ [path]: text }));
      expect(inspection?.notLookedAt).toBeUndefined();
      fast.push(
        sorted(
          (inspection?.findings ?? []).map(
            ({ rule, location }): Found => [
              rule.id,
              location?.line ?? 0,
              location?.column ?? 0,
              location?.endLine ?? 0,
              location?.endColumn ?? 0,
            ],
          ),
        ),
      );
    }
    expect(rejected).toEqual([]);
    expect(fast).toEqual(plainScan(kit, texts));
    expect(fast.flat().length).toBeGreaterThan(FILES_EACH);
  });

  it('builds the tree that a fresh parse builds', () => {
    forgetTrees();
    for (const text of corpus(kit).slice(0, 60)) {
      const kept = treeOf(kit.language, text, 'same');
      const fresh = parse(kit.language, text);
      expect(outline(kept?.root)).toBe(outline(fresh?.root));
      fresh?.delete();
    }
  });
});

function outline(node: SyntaxNode | undefined): string {
  return node ? `${node.type}@${node.startIndex}-${node.endIndex}(${node.children.map(outline).join(' ')})` : '';
}
