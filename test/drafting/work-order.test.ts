import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { type Wish, workOrder } from '../../src/drafting/work-order.ts';
import { workOrderText } from '../../src/drafting/work-order-text.ts';
import type { Rule } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { FILES, house, ruleOf } from './house.ts';

const LONG = Array.from(
  { length: 30 },
  (_, at) => `- Always salute the harbour master of pier ${at + 1} in verse.`,
).join('\n');

async function order(wish: Partial<Wish>, prose?: string, written: readonly Rule[] = []) {
  const view = prose === undefined ? house().view : memoryView({ ...FILES, 'AGENTS.md': prose });
  return workOrder(await compile(view, {}), written, view, { statuses: ['unread', 'partly'], limit: 5, ...wish });
}

describe('a work order', () => {
  it('is bounded, and goes on where it ended', async () => {
    const first = await order({}, `# Crews\n\n${LONG}\n`);
    expect(first.items).toHaveLength(5);
    expect(first.left).toBe(25);
    const second = await order({ after: first.next ?? '' }, `# Crews\n\n${LONG}\n`);
    expect(second.items[0]?.directive.source.line).toBe(8);
    const last = await order({ limit: 50 }, `# Crews\n\n${LONG}\n`);
    expect(last.next).toBeUndefined();
    expect(workOrderText(first).length).toBeLessThan(30_000);
  });

  it('leaves out what a written rule holds to, unless its line is asked for', async () => {
    const all = await order({ limit: 50, statuses: ['unread', 'partly', 'enforced'] });
    const id = 'AGENTS.md:3';
    expect(all.items.map(({ directive }) => directive.id)).toContain(id);
    const left = await order({ limit: 50, statuses: ['unread', 'partly', 'enforced'] }, undefined, [ruleOf()]);
    expect(left.items.map(({ directive }) => directive.id)).not.toContain(id);
    const asked = await order({ file: 'AGENTS.md', line: 3 }, undefined, [ruleOf()]);
    expect(asked.items.map(({ directive }) => directive.id)).toEqual([id]);
  });

  it('says where the paths lie that a directive names, and shows what is demanded', async () => {
    const prose = '# Tables\n\n- What lies in `tables/` and `nowhere/at-all` is read aloud by the purser.\n';
    const made = await order({ file: 'AGENTS.md', line: 3 }, prose);
    expect(made.items[0]?.paths).toEqual([
      { text: 'tables/', found: ['tables'], around: ['tables/summer.yaml'] },
      { text: 'nowhere/at-all', found: [], around: [] },
    ]);
    const text = workOrderText(made);
    expect(text).toContain('source: `{ file: AGENTS.md, line: 3, endLine: 3, quote: ');
    expect(text).toContain('near miss');
    expect(text).toContain('.bylaw/drafts/<id>.yaml');
  });

  it('shows what was taken for information, as the compiler may be wrong', async () => {
    const made = await order({}, '# Notes\n\n- The ferry is white.\n- Always salute the harbour master in verse.\n');
    expect(made.passed).toEqual(['AGENTS.md:3: The ferry is white.']);
    expect(workOrderText(made)).toContain('- AGENTS.md:3: The ferry is white.');
  });

  it('says so when nothing is left', async () => {
    expect(workOrderText(await order({}, '# Notes\n'))).toBe('No directive is left to draft a rule for.');
  });
});
