import { describe, expect, it } from 'vitest';
import { prove } from '../../src/engine/proof.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { BUILTIN_RULES } from '../../src/rulebook/builtin.ts';

describe('the built-in rules', () => {
  it('stand the proof that all rules stand', async () => {
    const failures = await prove(BUILTIN_RULES, memoryView({}));
    expect(failures.map(({ rule, reason }) => `${rule.id}: ${reason}`)).toEqual([]);
  });
});
