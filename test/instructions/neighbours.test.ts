import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/instructions/statements.ts';

describe('what stands beside a statement', () => {
  it('names the three items before it in its list', () => {
    const items = statementsOf('Do these:\n\n1. One\n2. Two\n   - inner\n3. Three\n4. Four\n5. Five\n');
    expect(items.map(({ text, earlier }) => [text, earlier ?? []])).toEqual([
      ['Do these:', []],
      ['One', []],
      ['Two', ['One']],
      ['inner', []],
      ['Three', ['One', 'Two']],
      ['Four', ['One', 'Two', 'Three']],
      ['Five', ['Two', 'Three', 'Four']],
    ]);
  });
  it('names the first statement of its paragraph where that is not the one before', () => {
    const [first, second, third] = statementsOf('Build with make. Never stop it. Wait five minutes.');
    expect([first?.opening, second?.opening, third?.opening]).toEqual([undefined, undefined, 'Build with make.']);
    expect(third?.follows).toBe('Never stop it.');
  });
});
