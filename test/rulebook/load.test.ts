import { describe, expect, it } from 'vitest';
import { memoryView } from '../../src/repository/overlay.ts';
import { BUILTIN_RULES } from '../../src/rulebook/builtin.ts';
import { loadRules } from '../../src/rulebook/load.ts';
import { printRulebook } from '../../src/rulebook/print.ts';
import { sampleRule } from './sample-rules.ts';

const rule = (over: Parameters<typeof sampleRule>[0]) => sampleRule(over);
const book = (...rules: ReturnType<typeof sampleRule>[]) => printRulebook({ version: 1, prose: {}, rules });
const load = (files: Record<string, string>) => loadRules(memoryView(files));

describe('the rules in force', () => {
  it('begin with the built-in ones, also without a rulebook', async () => {
    const { rules, rulebook } = await load({});
    expect(rules.map(({ id }) => id)).toEqual(BUILTIN_RULES.map(({ id }) => id));
    expect(rulebook).toBeUndefined();
  });

  it('are armed as the settings say', async () => {
    const { rules, warnings } = await load({
      '.bylaw/rulebook.yaml': book(rule({ id: 'a' }), rule({ id: 'b' }), rule({ id: 'c' })),
      'bylaw.yaml': 'rules:\n  a: off\n  b: warning\n  nobody: off\n',
    });
    expect(rules.slice(BUILTIN_RULES.length).map(({ id, severity }) => [id, severity])).toEqual([
      ['b', 'warning'],
      ['c', 'error'],
    ]);
    expect(warnings).toEqual(['bylaw.yaml: there is no rule `nobody`']);
  });

  it('leave excluded files alone, but for commands and their own', async () => {
    const { rules } = await load({
      '.bylaw/rulebook.yaml': book(
        rule({ id: 'a' }),
        rule({ id: 'b', check: { kind: 'text', pattern: 'x' }, scope: { include: ['src/**'], exclude: ['src/a/**'] } }),
      ),
      'bylaw.yaml': 'exclude: [fixtures/**]\n',
    });
    expect(rules.slice(BUILTIN_RULES.length).map(({ scope }) => scope)).toEqual([
      undefined,
      { include: ['src/**'], exclude: ['src/a/**', 'fixtures/**'] },
    ]);
  });

  it('prefer a written rule to a compiled one of the same name', async () => {
    const written = book(rule({ message: 'ours', origin: 'written' })).replace(/^[\s\S]*?\nrules:/, 'rules:');
    const { rules } = await load({ '.bylaw/rulebook.yaml': book(rule({})), '.bylaw/rules/a.yaml': written });
    expect(rules.slice(BUILTIN_RULES.length).map(({ message }) => message)).toEqual(['ours']);
  });

  it('do not take two written rules of one name', async () => {
    const written = book(rule({})).replace(/^[\s\S]*?\nrules:/, 'rules:');
    await expect(load({ '.bylaw/rules/a.yaml': written, '.bylaw/rules/b.yaml': written })).rejects.toThrow(
      /written twice/,
    );
  });
});
