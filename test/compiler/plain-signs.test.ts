import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { understand } from '../../src/compiler/understand.ts';
import { readInstructions } from '../../src/instructions/read.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { knowledgeOf, TREE } from './told.ts';

/** As typed, and as a word processor would set it. */
const SET: readonly (readonly [typed: string, set: string])[] = [
  ['Do not use `.mdx` - plain `.md` only.', 'Do not use `.mdx` — plain `.md` only.'],
  ['Never push to `main` - open a pull request.', 'Never push to `main` – open a pull request.'],
  ['Never push to `main` - open a pull request.', 'Never push to `main`—open a pull request.'],
  ["Don't use `any`.", 'Don’t use `any`.'],
  ['No non-null assertions.', 'No non‑null assertions.'],
  ['Never run destructive commands (`rm -rf`, ...).', 'Never run destructive commands (`rm -rf`, …).'],
  ['`schema.prisma` changed -> run `pnpm test`.', '`schema.prisma` changed → run `pnpm test`.'],
  ["Ask first - before adding dependencies you'd need.", 'Ask first — before adding dependencies you’d need.'],
  ['Files stay under 400 lines - 300-350 is better.', 'Files stay under 400 lines — 300–350 is better.'],
];

async function rulesOf(text: string): Promise<unknown> {
  const { rules, readings } = await compile(memoryView({ ...TREE, 'AGENTS.md': `# Rules\n\n- ${text}\n` }), {});
  return [
    readings.map(({ status }) => status),
    rules.map(({ check, severity, instead, evidence, scope }) => ({ check, severity, instead, evidence, scope })),
  ];
}

describe('typographic signs', () => {
  it.each(SET)('%s', async (typed, set) => {
    expect(await rulesOf(set)).toEqual(await rulesOf(typed));
  });

  it('stay as they are in code', async () => {
    const { rules } = await compile(memoryView({ ...TREE, 'AGENTS.md': 'Never write `"…"` in code.\n' }), {});
    expect(JSON.stringify(rules.map(({ check }) => check))).toContain('…');
  });
});

describe('statements that are read together', () => {
  const text = SET.map(([typed], index) => `## Part ${index}\n\n- ${typed}\n- Use pnpm.\n`).join('\n');
  const { directives } = readInstructions(memoryView({ ...TREE, 'AGENTS.md': text }), {});
  const all = Array.from({ length: 5 }, () => directives).flat();

  it('are understood as each alone', () => {
    const knowledge = knowledgeOf(TREE);
    const alone = all.flatMap((directive) => understand([directive], knowledge));
    expect(all.length).toBeGreaterThan(64);
    expect(understand(all, knowledge)).toEqual(alone);
    expect(alone.some(({ drafts }) => drafts.length > 0)).toBe(true);
  });
});
