import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { newSession } from '../../../src/engine/session.ts';
import type { ConfigCheck } from '../../../src/model/checks/config.ts';
import { eventSchema } from '../../../src/model/event.ts';
import { repoPath } from '../../../src/model/path.ts';
import type { Rule } from '../../../src/model/rule.ts';
import { memoryView } from '../../../src/repository/overlay.ts';

function ruleOf(check: Omit<ConfigCheck, 'kind'>): Rule {
  return {
    id: 'config-rule',
    source: { file: 'AGENTS.md', line: 1, endLine: 1, quote: 'as it says' },
    severity: 'error',
    message: 'the rule is broken',
    check: { kind: 'config', ...check },
    evidence: { violating: [{ steps: [{ stop: true }] }], compliant: [{ steps: [{ stop: true }] }] },
  };
}

async function standing(path: string, text: string, key: string, expected: ConfigCheck['expect']) {
  const view = memoryView({ [path]: text });
  return createEngine([ruleOf({ files: [path], key, expect: expected })], view).inspect([repoPath(path)], view);
}

const PACKAGE = `{
  "name": "shop",
  "engines": { "node": ">=20" },
  "dependencies": { "left-pad": "^1.3.0", "zod": "4.0.0" },
  "files": ["dist", "src"]
}
`;
const TSCONFIG = `{
  // strictness
  "compilerOptions": { "strict": false, "paths": { "@/lib.x": ["./x"] }, },
}
`;
const WORKFLOW = `name: ci
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: acme/setup@main
`;
const PYPROJECT = `[project]
name = "shop"
requires-python = ">=3.9"
dependencies = [
  "requests==2.0",
  "rich",
]

[tool.ruff]
line-length = 120

[tool.ruff.lint]
select = ["E"]

[[tool.mypy.overrides]]
module = "a"

[[tool.mypy.overrides]]
module = "b"
ignore_errors = true
`;
const PAGE = `---
title: Hello
draft: true
---
# Hello
`;

describe('values by key path', () => {
  const table: readonly [
    name: string,
    path: string,
    text: string,
    key: string,
    expect: ConfigCheck['expect'],
    lines: (number | undefined)[],
  ][] = [
    ['equals', 'tsconfig.json', TSCONFIG, 'compilerOptions.strict', { equals: true }, [3]],
    ['equals, as it is', 'tsconfig.json', TSCONFIG, 'compilerOptions.strict', { equals: false }, []],
    ['equals, absent', 'tsconfig.json', TSCONFIG, 'compilerOptions.noEmit', { equals: true }, []],
    [
      'equals, absent and needed',
      'tsconfig.json',
      TSCONFIG,
      'compilerOptions.noEmit',
      { equals: true, present: true },
      [3],
    ],
    ['a list as a whole', 'package.json', PACKAGE, 'files', { equals: ['dist', 'src'] }, []],
    ['not equals', 'package.json', PACKAGE, 'name', { notEquals: 'shop' }, [2]],
    ['matches every entry', 'package.json', PACKAGE, 'dependencies.*', { matches: '^\\d' }, [4]],
    ['not matches', 'package.json', PACKAGE, 'dependencies.*', { notMatches: '^[\\^~]' }, [4]],
    [
      'entries whose key matches',
      'package.json',
      PACKAGE,
      'dependencies.*',
      { keyMatches: '^left-', present: false },
      [4],
    ],
    [
      'entries whose key does not match',
      'package.json',
      PACKAGE,
      'dependencies.*',
      { keyMatches: '^lodash$', present: false },
      [],
    ],
    [
      'entries whose key is passed over',
      'package.json',
      PACKAGE,
      'dependencies.*',
      { keyMatches: '^left-', keyNotMatches: '^left-pad$', present: false },
      [],
    ],
    ['present', 'package.json', PACKAGE, 'license', { present: true }, [undefined]],
    ['present as it is', 'package.json', PACKAGE, 'engines.node', { present: true }, []],
    ['absent', 'package.json', PACKAGE, 'engines.node', { present: false }, [3]],
    ['a key with dots', 'tsconfig.json', TSCONFIG, 'compilerOptions.paths."@/lib.x"', { present: false }, [3]],
    ['an item of a list', 'package.json', PACKAGE, 'files.*', { notEquals: 'src' }, [5]],
    ['a workflow', '.github/workflows/ci.yml', WORKFLOW, 'jobs.*.steps.*.uses', { notMatches: '@(main|master)$' }, [8]],
    ['`on` of a workflow', '.github/workflows/ci.yml', WORKFLOW, 'on.*', { notEquals: 'push' }, [2]],
    ['a TOML value', 'pyproject.toml', PYPROJECT, 'tool.ruff.line-length', { equals: 100 }, [10]],
    ['a TOML list', 'pyproject.toml', PYPROJECT, 'project.dependencies.*', { notMatches: '==' }, [4]],
    [
      'a TOML table in a list',
      'pyproject.toml',
      PYPROJECT,
      'tool.mypy.overrides.*.ignore_errors',
      { present: false },
      [20],
    ],
    ['a TOML version', 'pyproject.toml', PYPROJECT, 'project.requires-python', { equals: '>=3.11' }, [3]],
    ['front matter', 'docs/a.md', PAGE, 'draft', { equals: false }, [3]],
    ['front matter, absent', 'docs/a.md', PAGE, 'date', { present: true }, [undefined]],
    ['no front matter', 'docs/a.md', '# Hello\n', 'draft', { equals: false }, []],
    ['a YAML anchor', 'a.yaml', 'base: &b {tag: latest}\nweb: *b\n', 'web.tag', { notEquals: 'latest' }, [1]],
    ['several YAML documents', 'a.yaml', 'kind: A\n---\nkind: B\n', 'kind', { notEquals: 'B' }, [3]],
    ['a run-control file in JSON', '.prettierrc', '{"semi": true}', 'semi', { equals: false }, [1]],
    ['a run-control file in YAML', '.prettierrc', 'semi: true\n', 'semi', { equals: false }, [1]],
  ];
  it.each(table)('%s', async (_name, path, text, key, expected, lines) => {
    const { violations, notLookedAt } = await standing(path, text, key, expected);
    expect(notLookedAt).toBeUndefined();
    expect(violations.map((violation) => violation.location?.line)).toEqual(lines);
  });

  it('points at the value and says what was expected', async () => {
    const { violations } = await standing('tsconfig.json', TSCONFIG, 'compilerOptions.strict', { equals: true });
    expect(violations[0]?.message).toBe('`compilerOptions.strict` is `false`; expected `true`.');
    expect(violations[0]?.location).toEqual({ path: 'tsconfig.json', line: 3, column: 34, endLine: 3, endColumn: 39 });
    const front = await standing('docs/a.md', PAGE.replaceAll('\n', '\r\n'), 'draft', { equals: false });
    expect(front.violations[0]?.location).toMatchObject({ line: 3, column: 8, endColumn: 12 });
  });

  it('says that a broken file was not looked at', async () => {
    for (const [path, text] of [
      ['a.json', '{"a": '],
      ['a.yaml', 'a: [1, 2\nb: }'],
      ['a.toml', 'a = = 1'],
      ['a.xml', '<a/>'],
    ] as const) {
      const verdict = await standing(path, text, 'a', { equals: 1 });
      expect(verdict.notLookedAt).toHaveLength(1);
      expect(verdict.violations).toEqual([]);
    }
  });

  it('rejects a pattern that is none', async () => {
    const engine = createEngine([ruleOf({ files: ['a.json'], key: 'a', expect: { matches: '(' } })], memoryView({}));
    await engine.prepareAll();
    expect(engine.rejected.get('config-rule')).toContain('not a valid RE2 pattern');
  });
});

describe('values that an edit must leave', () => {
  const judged = async (key: string, before: string, after: string) => {
    const view = memoryView({ 'package.json': before });
    const engine = createEngine([ruleOf({ files: ['package.json'], key, expect: { unchanged: true } })], view);
    const event = eventSchema.parse({ kind: 'write', path: 'package.json', content: after });
    return (await engine.judge(event, view, newSession('s'))).violations.map((violation) => violation.message);
  };
  const table: readonly [name: string, key: string, before: string, after: string, message: string | undefined][] = [
    [
      'another value',
      'version',
      '{"version": "1.0.0"}',
      '{"version": "1.0.1"}',
      'was changed to `"1.0.1"`; it must stay `"1.0.0"`',
    ],
    ['another key', 'version', '{"version": "1.0.0"}', '{"version": "1.0.0", "name": "x"}', undefined],
    ['removed', 'version', '{"version": "1.0.0"}', '{}', 'was removed'],
    ['added', 'overrides', '{"a": 1}', '{"a": 1, "overrides": {}}', 'was added'],
    ['moved keys', 'engines', '{"engines": {"a": 1, "b": 2}}', '{"engines": {"b": 2, "a": 1}}', undefined],
    [
      'a new entry beside',
      'dependencies.*',
      '{"dependencies": {"a": "1"}}',
      '{"dependencies": {"a": "1", "b": "1"}}',
      undefined,
    ],
    [
      'an entry changed',
      'dependencies.*',
      '{"dependencies": {"a": "1"}}',
      '{"dependencies": {"a": "2"}}',
      '`dependencies.a` was changed',
    ],
  ];
  it.each(table)('%s', async (_name, key, before, after, message) => {
    const messages = await judged(key, before, after);
    if (message === undefined) expect(messages).toEqual([]);
    else expect(messages.join()).toContain(message);
  });

  it('old faults do not count for an edit', async () => {
    const view = memoryView({ 'tsconfig.json': TSCONFIG });
    const rule = ruleOf({ files: ['tsconfig.json'], key: 'compilerOptions.strict', expect: { equals: true } });
    const content = TSCONFIG.replace('{\n', '{\n\n  "include": ["src"],\n');
    const event = eventSchema.parse({ kind: 'write', path: 'tsconfig.json', content });
    expect((await createEngine([rule], view).judge(event, view, newSession('s'))).violations).toEqual([]);
  });
});
