import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const SOURCES = { 'src/a.ts': 'export const a = 1;\n', 'packages/web/src/b.ts': 'export const b = 1;\n' };

describe('what contradicts', () => {
  test('the nearer file wins below its folder, and the author is told', async () => {
    const view = memoryView({
      ...SOURCES,
      'AGENTS.md': '- No default exports.\n',
      'packages/web/AGENTS.md': '- No named exports.\n',
    });
    const { rules, warnings } = await compile(view, {});
    const outer = rules.find((rule) => rule.source.file === 'AGENTS.md');
    expect(outer?.scope?.exclude).toContain('packages/web/**');
    expect(warnings.map((warning) => `${warning.file}:${warning.line} ${warning.message}`)).toContainEqual(
      expect.stringContaining('packages/web/AGENTS.md:1 says the opposite of AGENTS.md:1'),
    );
  });

  test('what is said twice is one rule that names both places', async () => {
    const view = memoryView({
      ...SOURCES,
      'AGENTS.md': '- Never use `legacyFetch()`.\n\n## Again\n\n- Never use `legacyFetch()`.\n',
    });
    const { rules } = await compile(view, {});
    const named = rules.filter((rule) => rule.message.includes('legacyFetch()'));
    expect(new Set(named.map((rule) => rule.source.line))).toEqual(new Set([1]));
    expect(named[0]?.also?.map((place) => place.line)).toEqual([5]);
  });
});
