import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { astGrepRules } from '../../src/agents/export/ast-grep.ts';
import { claudePermissions } from '../../src/agents/export/claude-permissions.ts';
import { codexExecpolicy } from '../../src/agents/export/codex-execpolicy.ts';
import { ruleSchema } from '../../src/model/rule.ts';
import { rule } from '../git/repository.ts';

const RULES = [
  rule('no-npm', { kind: 'command', forbid: [{ program: ['npm', 'yarn'] }] }),
  rule('no-force', { kind: 'command', forbid: [{ program: 'git', subcommand: ['push'], flags: [['--force', '-f']] }] }),
  rule('partly', {
    kind: 'command',
    forbid: [
      { program: 'rm', flags: ['-rf'] },
      { program: 'rm', operands: ['/**'] },
    ],
  }),
  rule('on-main', { kind: 'command', forbid: [{ program: 'git', subcommand: ['commit'], branch: 'main' }] }),
  rule('excepted', {
    kind: 'command',
    forbid: [{ program: 'pip' }],
    allow: [{ program: 'pip', subcommand: ['list'] }],
  }),
  rule('only-api', { kind: 'command', forbid: [{ program: 'curl' }] }, { scope: { include: ['api/**'] } }),
  rule('warned', { kind: 'command', forbid: [{ program: 'wget' }] }, { severity: 'warning' }),
  rule('generated', { kind: 'paths', contract: { type: 'protected', files: { include: ['gen/**'] } } }),
  rule('additions', {
    kind: 'paths',
    contract: { type: 'protected', files: { include: ['db/**'] }, allow: ['create'] },
  }),
  rule(
    'no-log',
    { kind: 'code', match: [{ languages: ['typescript', 'tsx'], pattern: 'console.log($$$)' }] },
    { scope: { exclude: ['bin/**'] } },
  ),
  rule('no-any', {
    kind: 'code',
    match: [{ languages: ['typescript'], query: '((predefined_type) @match (#eq? @match "any"))' }],
  }),
].map((one) => ruleSchema.parse(one));

const namesOf = (left: readonly { readonly rule: string }[]) => left.map((one) => one.rule);

describe('for Claude Code', () => {
  const { text, left } = claudePermissions(RULES);
  it('denies what a list can say, to the word', () => {
    expect(JSON.parse(text).permissions.deny).toEqual([
      ...['npm', 'yarn', 'git push --force', 'git push -f', 'rm -rf'].flatMap((line) => [
        `Bash(${line})`,
        `Bash(${line} *)`,
      ]),
      'Edit(/gen/**)',
    ]);
  });
  it('says what it leaves out', () => {
    expect(namesOf(left)).toEqual([
      'partly',
      'on-main',
      'excepted',
      'only-api',
      'warned',
      'additions',
      'no-log',
      'no-any',
    ]);
  });
});

describe('for Codex', () => {
  const { text, left } = codexExecpolicy(RULES);
  it('makes prefix rules that test themselves', () => {
    expect(text).toContain('pattern = ["git", "push", ["--force", "-f"]],');
    expect(text).toContain('match = ["git push --force", "git push -f"],');
    expect(text).toContain('justification = "AGENTS.md:3 \\"As the house rules say.\\" breaks no-force",');
    expect(text.match(/decision = "forbidden"/g)?.length).toBe(3);
  });
  it('says what it leaves out', () => expect(namesOf(left)).toContain('generated'));
});

describe('for ast-grep', () => {
  const { text, left } = astGrepRules(RULES);
  it('makes a rule for each language', () => {
    expect(parseAllDocuments(text).map((document) => document.toJS())).toEqual(
      (['TypeScript', 'Tsx'] as const).map((language) => ({
        id: `no-log-${language.toLowerCase()}`,
        language,
        severity: 'error',
        message: 'breaks no-log',
        note: 'AGENTS.md:3 "As the house rules say."',
        ignores: ['bin/**'],
        rule: { pattern: 'console.log($$$)' },
      })),
    );
  });
  it('says what it leaves out', () =>
    expect(left.find((one) => one.rule === 'no-any')?.why).toContain('tree-sitter query'));
});
