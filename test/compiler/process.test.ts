import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { eventSchema } from '../../src/model/event.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"shop","scripts":{"test":"x","lint":"y"}}',
  'go.mod': 'module example.org/shop\n',
  'src/prices.ts': 'export {};\n',
  'src/taxes.ts': 'export {};\n',
};

type Step = { readonly write: string } | { readonly run: string; readonly exit?: number } | 'stop';

/** What an agent does, step by step; only the last step is judged. */
const CASES: readonly (readonly [
  prose: string,
  broken: readonly (readonly Step[])[],
  kept: readonly (readonly Step[])[],
])[] = [
  [
    'Ask before committing or pushing.',
    [[{ run: 'git commit -m "feat: x"' }], [{ run: 'git push' }]],
    [[{ run: 'git status' }]],
  ],
  ['New dependencies need approval.', [[{ run: 'npm install left' }]], [[{ run: 'npm ci' }]]],
  ['Get permission before opening pull requests.', [[{ run: 'gh pr create --fill' }]], [[{ run: 'gh pr list' }]]],
  ['Never commit real names, bodies or addresses.', [], [[{ run: 'git commit -m "feat: x" -m "Why."' }]]],
  ['Ask when something is unclear.', [], [[{ run: 'git push' }]]],
  [
    'Do not open issues or pull requests.',
    [[{ run: 'gh issue create --title x' }], [{ run: 'gh pr create --fill' }]],
    [[{ run: 'gh issue list' }]],
  ],
  [
    'Do not create or delete branches.',
    [[{ run: 'git switch -c topic' }], [{ run: 'git branch -d topic' }]],
    [[{ run: 'git branch' }]],
  ],
  [
    'Every change to `src/prices.ts` must be mirrored in `src/taxes.ts`.',
    [[{ write: 'src/prices.ts' }, 'stop']],
    [
      [{ write: 'src/prices.ts' }, { write: 'src/taxes.ts' }, 'stop'],
      [{ write: 'src/taxes.ts' }, { write: 'src/prices.ts' }, 'stop'],
      ['stop'],
    ],
  ],
  [
    'Run `npm test` to verify your changes.',
    [
      [{ write: 'src/prices.ts' }, 'stop'],
      [{ write: 'src/prices.ts' }, { run: 'npm test', exit: 1 }, 'stop'],
    ],
    [[{ write: 'src/prices.ts' }, { run: 'npm test' }, 'stop'], ['stop']],
  ],
  [
    'Run `npm run lint` before committing.',
    [[{ run: 'npm run lint', exit: 1 }, { run: 'git commit -m "feat: x"' }]],
    [[{ run: 'npm run lint' }, { run: 'git commit -m "feat: x"' }]],
  ],
  [
    'After updating dependencies, run `go mod tidy`.',
    [[{ write: 'go.mod' }, 'stop']],
    [
      [{ write: 'go.mod' }, { run: 'go mod tidy' }, 'stop'],
      [{ write: 'src/prices.ts' }, 'stop'],
    ],
  ],
];

const eventOf = (step: Step, phase: 'before' | 'after') => {
  if (step === 'stop') return eventSchema.parse({ kind: 'stop', phase });
  if ('write' in step)
    return eventSchema.parse({ kind: 'write', path: step.write, content: 'export const a = 1;\n', phase });
  return eventSchema.parse({
    kind: 'command',
    command: step.run,
    phase,
    ...(phase === 'after' && { exitCode: step.exit ?? 0 }),
  });
};

describe.each(CASES)('%s', (prose, broken, kept) => {
  const judged = async (steps: readonly Step[]) => {
    const view = memoryView({ ...TREE, 'AGENTS.md': `- ${prose}\n` }, 'topic');
    const { rules } = await compile(view, {});
    const guard = createGuard(createEngine(rules, view), view);
    for (const step of steps.slice(0, -1)) await guard.take(eventOf(step, 'after'));
    return (await guard.take(eventOf(steps.at(-1) ?? 'stop', 'before'))).decision;
  };
  const told = (steps: readonly Step[]) => JSON.stringify(steps);
  it.each(broken.map((steps) => [told(steps), steps] as const))('refuses %s', async (_name, steps) =>
    expect(await judged(steps)).toBe('deny'),
  );
  it.each(kept.map((steps) => [told(steps), steps] as const))('lets %s pass', async (_name, steps) =>
    expect(await judged(steps)).toBe('allow'),
  );
});
