import { describe, expect, it } from 'vitest';
import { draft, verdictOn } from './house.ts';

describe('the source of a draft', () => {
  it.each([
    ['the id of its directive', 'AGENTS.md:3', 3],
    ['a path from here', './AGENTS.md:4', 4],
  ])('may be %s', async (_name, source, line) => {
    const { drafts, malformed } = await verdictOn(draft({ source }));
    expect(malformed).toEqual([]);
    expect(drafts[0]?.rule.source).toMatchObject({ file: 'AGENTS.md', line, endLine: line });
    expect(drafts[0]?.rule.source.quote).toMatch(line === 3 ? /^Never print/ : /^Crew lists/);
  });

  it('may have others beside it that say the same', async () => {
    const { drafts } = await verdictOn(draft({ source: 'AGENTS.md:3', also: ['AGENTS.md:5'] }));
    expect(drafts[0]?.rule.also).toMatchObject([{ file: 'AGENTS.md', line: 5 }]);
  });

  it('may be so in a list of rules', async () => {
    const rules = [draft({ source: 'AGENTS.md:3' }), draft({ id: 'other', source: 'AGENTS.md:5' })];
    const { drafts } = await verdictOn({ rules });
    expect(drafts.map(({ rule }) => rule.source.line)).toEqual([3, 5]);
  });

  it.each(['AGENTS.md:2', 'AGENTS.md', 'OTHER.md:3'])('is refused where it cites nothing: %s', async (source) => {
    const { drafts, malformed } = await verdictOn(draft({ source }));
    expect(drafts).toEqual([]);
    expect(malformed[0]?.objection).toMatchObject({ gate: 'schema' });
    expect(malformed[0]?.objection.reason).toBe(
      `\`source\`: no statement stands there; \`bylaw explain\` lists them all: ${source}`,
    );
  });
});
