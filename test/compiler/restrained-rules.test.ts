import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { TREE } from './told.ts';

/** What a sentence stops, and what beside it has to stay free. */
const CASES: readonly (readonly [
  sentence: string,
  stops: readonly (string | readonly [path: string, content: string])[],
  leaves: readonly (string | readonly [path: string, content: string])[],
])[] = [
  [
    'Never force-push to main.',
    ['git push --force origin main', 'git push -f origin +main'],
    ['git push --force origin topic'],
  ],
  ['Squash merges only.', ['gh pr merge 3 --merge'], ['git merge main', 'gh pr merge 3 --squash']],
  ['Never use `jest`.', ['npx jest src'], ['npx vitest run', 'mocha src']],
  ['Do not use `--force` or `CI=1` to get around a prompt.', [], ['rm --force a.txt', 'npm audit fix --force']],
  ['Never use `waitForTimeout()`.', [['src/a.ts', 'page.waitForTimeout(5);\n']], [['src/a.ts', 'await sleep(5);\n']]],
  ['Never add `# noqa`.', [['tools/a.py', 'import os  # noqa\n']], [['tools/a.py', 'x = f()  # type: ignore\n']]],
  ['Never use `node` for this.', [], [['src/a.ts', 'export const node = 1;\nexport const other = node;\n']]],
  ['Do not use a `minor` bump.', [], [['src/a.ts', 'export const minor = 1;\nexport const other = minor;\n']]],
  ['Never edit applied migrations.', [], ['prisma migrate deploy', 'rails db:migrate']],
];

describe('a rule stops what the prose stops, and no more', () => {
  test.each(CASES)('%s', async (sentence, stops, leaves) => {
    const view = memoryView({ ...TREE, 'AGENTS.md': `${sentence}\n` }, 'topic');
    const { rules } = await compile(view, {});
    const guard = createGuard(createEngine(rules, view), view);
    const decide = async (deed: (typeof stops)[number]) => {
      const event =
        typeof deed === 'string'
          ? { kind: 'command', command: deed }
          : { kind: 'write', path: deed[0], content: deed[1] };
      return (await guard.take(eventSchema.parse(event))).decision;
    };
    for (const deed of stops) expect([deed, await decide(deed)]).toEqual([deed, 'deny']);
    for (const deed of leaves) expect([deed, await decide(deed)]).toEqual([deed, 'allow']);
  });
});
