import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { readRulebook, readSettings, readWrittenRules } from '../../src/rulebook/files.ts';
import { printRulebook } from '../../src/rulebook/print.ts';
import { sampleRule } from './sample-rules.ts';

/** What a reader says of a text: `file:line:column: message`. */
function complaint(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Failure) return `${error.code} ${error.toString().split('\n')[0]}`;
    throw error;
  }
  return 'no complaint';
}

const printed = printRulebook({ version: 1, prose: {}, rules: [sampleRule()] });

describe('a malformed rulebook is refused with its place', () => {
  const file = '.bylaw/rulebook.yaml';
  const cases: readonly [string, string, string | RegExp][] = [
    ['no YAML', 'rules: [', /^invalid-rulebook .bylaw\/rulebook.yaml:1:\d+: not YAML: /],
    ['empty', '', `invalid-rulebook ${file}:1:1: expected object, found null`],
    ['a list', '- a', `invalid-rulebook ${file}:1:1: expected object, found a list`],
    [
      'another version',
      'version: 2\nprose: {}\nrules: []',
      `invalid-rulebook ${file}:1:10: \`version\`: expected 1, found 2`,
    ],
    [
      'an unknown key',
      'version: 1\nprose: {}\nrules: []\nextra: 1',
      `invalid-rulebook ${file}:4:1: unknown key \`extra\``,
    ],
    ['a key twice', 'version: 1\nversion: 1', /:2:1: not YAML: Map keys must be unique/],
    [
      'a missing key',
      'version: 1\nprose: {}',
      `invalid-rulebook ${file}:1:1: \`rules\`: expected array, found nothing`,
    ],
    [
      'an unknown severity',
      printed.replace('severity: error', 'severity: fatal'),
      /`rules\.0\.severity`: expected "error" or "warning", found "fatal"$/,
    ],
    [
      'a name in capitals',
      printed.replace('id: npm', 'id: NPM'),
      /expected lower-case words joined by hyphens, found "NPM-is-forbidden"$/,
    ],
    [
      'an unknown kind',
      printed.replace('kind: command', 'kind: comand'),
      /:19:13: `rules\.0\.check\.kind`: no such kind: "comand"$/,
    ],
    [
      'a field of another kind',
      printed.replace('kind: command', 'kind: command\n      glob: x'),
      /`rules\.0\.check`: unknown key `glob`$/,
    ],
    [
      'a misspelt step',
      printed.replace('run: npm', 'runs: npm'),
      /`rules\.0\.evidence\.violating\.0\.steps\.0`: unknown key `runs`$/,
    ],
    [
      'no examples',
      printed.replace(/violating:\n.*\n.*/, 'violating: []'),
      /`rules\.0\.evidence\.violating`: expected at least 1 entries, found an empty list$/,
    ],
    ['an endless alias', 'version: 1\nprose: {}\nrules: *rules', /not YAML: /],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    const said = complaint(() => readRulebook(memoryView({ [file]: text })));
    if (typeof expected === 'string') expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });

  it('names the line of the very node', () => {
    const text = printed.replace('severity: error', 'severity: fatal');
    const line = text.split('\n').findIndex((each) => each.includes('fatal')) + 1;
    expect(complaint(() => readRulebook(memoryView({ [file]: text })))).toContain(`${file}:${line}:15:`);
  });
});

describe('settings', () => {
  const cases: readonly [string, string, string][] = [
    ['an unknown key', 'severity: {}\n', 'invalid-settings bylaw.yaml:1:1: unknown key `severity`'],
    [
      'a wrong value',
      'rules:\n  a-rule: of\n',
      'invalid-settings bylaw.yaml:2:11: `rules.a-rule`: expected "off" or "warning" or "error", found "of"',
    ],
    [
      'a string for a list',
      'exclude: dist\n',
      'invalid-settings bylaw.yaml:1:10: `exclude`: expected array, found "dist"',
    ],
    [
      'a number in a list',
      'exclude:\n  - dist\n  - 3\n',
      'invalid-settings bylaw.yaml:3:5: `exclude.1`: expected string, found 3',
    ],
  ];
  it.each(cases)('with %s are refused', (_, text, expected) => {
    expect(complaint(() => readSettings(memoryView({ 'bylaw.yaml': text })))).toBe(expected);
  });

  it('may be empty, or not there', () => {
    expect(readSettings(memoryView({ 'bylaw.yaml': '# none yet\n' }))).toEqual({});
    expect(readSettings(memoryView({}))).toEqual({});
  });
});

describe('hand-written rules', () => {
  const one = printed
    .slice(printed.indexOf('  - id:'))
    .replace(/^ {4}/gm, '')
    .replace('  - id', 'id')
    .replace('origin: compiled\n', '');

  it('stand in a list or alone, and are known as written', () => {
    const list = `rules:\n${printed.slice(printed.indexOf('  - id:'))}`;
    const view = memoryView({
      '.bylaw/rules/b.yml': list,
      '.bylaw/rules/a.yaml': one.replace('npm-is', 'yarn-is'),
      '.bylaw/rules/notes.md': 'x',
    });
    expect(readWrittenRules(view).map(({ rule, file }) => [file, rule.id, rule.origin])).toEqual([
      ['.bylaw/rules/a.yaml', 'yarn-is-forbidden', 'written'],
      ['.bylaw/rules/b.yml', 'npm-is-forbidden', 'compiled'],
    ]);
  });

  it('are refused with the place within the form that was meant', () => {
    const view = memoryView({ '.bylaw/rules/a.yaml': one.replace('severity: error', 'severity: high') });
    expect(complaint(() => readWrittenRules(view))).toMatch(
      /^invalid-rule-file \.bylaw\/rules\/a\.yaml:\d+:11: `severity`: expected "error" or "warning", found "high"$/,
    );
  });
});
