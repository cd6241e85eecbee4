import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import { prove } from '../../src/engine/proof.ts';
import { type Event, eventSchema } from '../../src/model/event.ts';
import { type Rule, ruleSchema } from '../../src/model/rule.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const commit = { ran: [{ program: 'git', subcommand: ['commit'] }] };
const lint = { ran: [{ program: 'make', subcommand: ['lint'] }] };
const edit = { write: 'src/a.ts', content: 'export {};\n' };

const lintFirst: Rule = ruleSchema.parse({
  id: 'lint-first',
  source: { file: 'AGENTS.md', line: 3, endLine: 3, quote: 'Run `make lint` before you commit.' },
  severity: 'error',
  message: 'lint first',
  check: {
    kind: 'order',
    contract: { type: 'before', trigger: [commit], need: [lint], since: { changed: ['src/**'] } },
  },
  evidence: {
    violating: [
      { steps: [edit, { run: "git commit -am 'x'" }] },
      { steps: [edit, { run: 'make lint', exit: 1 }, { run: 'git commit --amend --no-edit' }] },
      { steps: [edit, { run: 'make lint || true' }, { run: 'git commit' }] },
      { steps: [{ run: 'make lint' }, edit, { run: 'git add . && git -c user.name=x commit -m x' }] },
      { steps: [edit, { run: 'make lint || git commit -m x' }] },
      { steps: [edit, { run: 'git commit -m x && make lint' }] },
      {
        files: { 'src/a.ts': '' },
        steps: [{ run: 'make lint' }, { run: 'echo x >> src/a.ts' }, { run: 'git commit -m x' }],
      },
      { files: { 'src/a.ts': '' }, steps: [{ run: 'make lint && echo x > src/a.ts && git commit -am x' }] },
      {
        files: { 'package.json': '{"scripts":{"ship":"git commit -am ship"}}' },
        steps: [edit, { run: 'npm run ship' }],
      },
      { steps: [edit, { run: "sh -c 'git commit -m x'" }] },
    ],
    compliant: [
      { steps: [{ run: "git commit -m 'x'" }] },
      { steps: [edit, { run: 'make lint' }, { run: "git commit -m 'x'" }] },
      { steps: [edit, { run: 'make lint && git commit -m x' }] },
      { steps: [edit, { run: 'make lint || exit 1\ngit commit -m x' }] },
      { steps: [edit, { run: 'make lint 2>&1 | tail -5' }, { run: 'git commit -m x' }] },
      { steps: [edit, { run: 'if make lint; then git commit -m x; fi' }] },
      { steps: [edit, { run: 'cd src && make -C .. lint' }, { run: 'git commit -m x' }] },
      { steps: [edit, { run: "echo 'git commit'" }] },
      { steps: [edit, { run: 'git log --grep commit' }] },
      { steps: [edit, { run: 'cd /tmp/elsewhere && git commit -m x' }] },
      {
        files: { Makefile: 'check: lint\nlint:\n\ttrue\n' },
        steps: [edit, { run: 'make check && make lint' }, { run: 'git commit' }],
      },
    ],
  },
});

describe('order in the whole engine', () => {
  it('catches what breaks a rule and lets pass what does not', async () => {
    const failures = await prove([lintFirst], memoryView({}));
    expect(failures.map(({ reason }) => reason)).toEqual([]);
  });

  it('says what is missing since when, and what to run', async () => {
    const view = memoryView({});
    const guard = createGuard(createEngine([lintFirst], view), view);
    const take = (fields: object) => guard.take(eventSchema.parse(fields) satisfies Event);
    await take({ kind: 'command', command: 'make lint', exitCode: 0, phase: 'after' });
    await take({ kind: 'write', path: 'src/a.ts', content: 'x', phase: 'after' });
    expect(await take({ kind: 'command', command: 'git commit -m x' })).toMatchObject({
      decision: 'deny',
      violations: [
        {
          rule: 'lint-first',
          message: '`src/a.ts` was created after the last successful `make lint`; needed before `git commit -m x`',
          fix: 'make lint',
          reproduce: "bylaw check-command 'git commit -m x'",
        },
      ],
    });
  });
});
