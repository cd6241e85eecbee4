import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../src/repository/overlay.ts';
import { invocation, judged, line, ruleOf, type Step } from './acting.ts';

const ran = (...words: string[]) => ({ ran: [{ program: words[0], subcommand: words.slice(1) }] });
const change = (path: string): Step => ({ change: path });
const run = (text: string, exit = 0): Step => ({ run: text, exit });

const lintBeforeCommit = ruleOf({
  type: 'before',
  trigger: [ran('git', 'commit')],
  need: [ran('make', 'lint')],
  since: { changed: ['src/**'] },
});

describe('run `make lint` before committing changes of src', () => {
  const commit = run('git commit');
  const cases: readonly [string, readonly Step[], string | undefined][] = [
    ['nothing was changed', [commit], undefined],
    ['something else was changed', [change('README.md'), commit], undefined],
    ['lint after the change', [change('src/a.ts'), run('make lint'), commit], undefined],
    ['an unknown exit status is success', [change('src/a.ts'), { run: 'make lint' }, commit], undefined],
    [
      'no lint',
      [change('src/a.ts'), commit],
      '`make lint` has not run since `src/a.ts` changed; needed before `git commit`',
    ],
    [
      'lint before the last change',
      [change('src/a.ts'), run('make lint'), change('src/b.ts'), commit],
      '`src/b.ts` changed after the last successful `make lint`; needed before `git commit`',
    ],
    [
      'lint failed',
      [change('src/a.ts'), run('make lint', 2), commit],
      '`make lint` failed (exit status 2) after `src/a.ts` changed; needed before `git commit`',
    ],
    [
      'lint succeeded before, failed after the change',
      [run('make lint'), change('src/a.ts'), run('make lint', 1), commit],
      '`make lint` failed (exit status 1) after `src/a.ts` changed; needed before `git commit`',
    ],
    [
      'lint succeeded, then failed without a change',
      [change('src/a.ts'), run('make lint'), run('make lint', 1), commit],
      undefined,
    ],
    [
      'another target',
      [change('src/a.ts'), run('make test'), commit],
      '`make lint` has not run since `src/a.ts` changed; needed before `git commit`',
    ],
    [
      'amending',
      [change('src/a.ts'), run('git commit --amend --no-edit')],
      '`make lint` has not run since `src/a.ts` changed; needed before `git commit --amend --no-edit`',
    ],
    ['a dry run', [change('src/a.ts'), run('git commit --dry-run')], undefined],
    ['asking for help', [change('src/a.ts'), run('git commit --help')], undefined],
    [
      'help on lint is no lint',
      [change('src/a.ts'), run('make lint --help'), commit],
      '`make lint` has not run since `src/a.ts` changed; needed before `git commit`',
    ],
    ['another git command', [change('src/a.ts'), run('git status')], undefined],
    [
      'a file was created',
      [{ change: 'src/n.ts', how: 'create' }, commit],
      '`make lint` has not run since `src/n.ts` was created; needed before `git commit`',
    ],
    [
      'moved out of src',
      [run('make lint'), { change: 'lib/a.ts', from: 'src/a.ts', how: 'rename' }, commit],
      '`src/a.ts` was renamed to `lib/a.ts` after the last successful `make lint`; needed before `git commit`',
    ],
  ];
  it.each(cases)('%s', async (_, steps, message) => {
    const findings = await judged(lintBeforeCommit, steps);
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
    for (const finding of findings) expect(finding.fix).toBe('make lint');
  });

  it('a file that git ignores does not count as changed', async () => {
    expect(await judged(lintBeforeCommit, [change('src/node_modules/a.ts'), commit])).toEqual([]);
  });

  describe('within one line', () => {
    const lines: readonly [string, ReturnType<typeof line>, number][] = [
      ['make lint && git commit', line('make lint', 'git commit'), 0],
      ['git commit && make lint', line('git commit', 'make lint'), 1],
      ['make lint || git commit', line(invocation('make lint', { orElse: true }), 'git commit'), 1],
      [
        'make lint && sed -i … src/a.ts && git commit',
        line('make lint', 'sed -i s/a/b/ src/a.ts >src/a.ts', 'git commit'),
        1,
      ],
      [
        'sed -i … src/a.ts && make lint && git commit',
        line('sed -i s/a/b/ src/a.ts >src/a.ts', 'make lint', 'git commit'),
        0,
      ],
      ['make lint > src/log && git commit', line('make lint >src/log', 'git commit'), 0],
      ['git commit && git commit is said once', line('git commit', 'git commit'), 1],
    ];
    it.each(lines)('%s', async (_, command, count) => {
      expect(await judged(lintBeforeCommit, [change('src/a.ts'), { run: command }])).toHaveLength(count);
    });

    it('a commit behind a script is one', async () => {
      const release = line('npm run release', invocation('git commit', { chain: ['npm run release'] }));
      expect(await judged(lintBeforeCommit, [change('src/a.ts'), { run: release }])).toHaveLength(1);
    });

    it('a failed line counts for nothing, what it changed does', async () => {
      const failed: Step = { run: line('sed -i s/a/b/ src/a.ts >src/a.ts', 'make lint'), exit: 1 };
      expect(await judged(lintBeforeCommit, [failed, commit])).toHaveLength(1);
    });
  });
});

describe('several needs', () => {
  const needs = {
    type: 'before',
    trigger: [{ stop: true }],
    need: [ran('make', 'gen'), ran('make', 'test')],
    since: { changed: ['api/**'] },
  };
  const edit = change('api/a.yaml');
  const cases: readonly [string, boolean, readonly Step[], string | undefined][] = [
    ['both', false, [edit, run('make test'), run('make gen'), 'stop'], undefined],
    [
      'one',
      false,
      [edit, run('make test'), 'stop'],
      '`make gen` has not run since `api/a.yaml` changed; needed before stopping',
    ],
    [
      'none',
      false,
      [edit, 'stop'],
      '`make gen` has not run since `api/a.yaml` changed; `make test` has not run since `api/a.yaml` changed; needed before stopping',
    ],
    ['both in order', true, [edit, run('make gen'), run('make test'), 'stop'], undefined],
    ['in order, with one again', true, [edit, run('make gen'), run('make test'), run('make gen'), 'stop'], undefined],
    [
      'out of order',
      true,
      [edit, run('make test'), run('make gen'), 'stop'],
      'expected `make gen`, then `make test`, in this order, after `api/a.yaml` changed, before stopping',
    ],
  ];
  it.each(cases)('%s (ordered: %s)', async (_, ordered, steps, message) => {
    const findings = await judged(ruleOf({ ...needs, ordered }), steps);
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });
});

describe('read CONTRIBUTING.md before editing src', () => {
  const rule = ruleOf({ type: 'before', trigger: [{ changed: ['src/**'] }], need: [{ read: ['CONTRIBUTING.md'] }] });
  const cases: readonly [string, readonly Step[], number][] = [
    ['read', [{ read: 'CONTRIBUTING.md' }, change('src/a.ts')], 0],
    ['not read', [change('src/a.ts')], 1],
    ['another file read', [{ read: 'README.md' }, change('src/a.ts')], 1],
    ['an edit elsewhere', [change('docs/a.md')], 0],
    ['read with cat', [{ run: line('cat CONTRIBUTING.md <CONTRIBUTING.md'), exit: 0 }, change('src/a.ts')], 0],
    ['cat failed', [{ run: line('cat CONTRIBUTING.md <CONTRIBUTING.md'), exit: 1 }, change('src/a.ts')], 1],
    [
      'read and edited in one line',
      [{ run: line('cat CONTRIBUTING.md <CONTRIBUTING.md', 'sed -i x src/a.ts >src/a.ts') }],
      0,
    ],
    [
      'edited, then read in one line',
      [{ run: line('sed -i x src/a.ts >src/a.ts', 'cat CONTRIBUTING.md <CONTRIBUTING.md') }],
      1,
    ],
  ];
  it.each(cases)('%s', async (_, steps, count) => {
    const findings = await judged(rule, steps, memoryView({ 'src/a.ts': '' }));
    expect(findings).toHaveLength(count);
    for (const finding of findings) {
      expect(finding.message).toBe(
        '`CONTRIBUTING.md` has not been read in this session; needed before changing `src/a.ts`',
      );
      expect(finding.fix).toBe('cat CONTRIBUTING.md');
    }
  });
});

describe('scope', () => {
  const edit = change('web/a.ts');
  it('restricts the changes that count', async () => {
    const rule = ruleOf(
      { type: 'before', trigger: [ran('git', 'commit')], need: [ran('make', 'lint')], since: { changed: ['**'] } },
      { include: ['api/**'] },
    );
    expect(await judged(rule, [edit, run('git commit')])).toEqual([]);
    expect(await judged(rule, [change('api/a.ts'), run('git commit')])).toHaveLength(1);
  });
  it('without a change in the contract is the folder of the command, or a change of the session', async () => {
    const rule = ruleOf(
      { type: 'before', trigger: [ran('make', 'deploy'), { stop: true }], need: [ran('make', 'test')] },
      { include: ['api/**'] },
    );
    const deploy = (cwd: string): Step => ({ run: line(invocation('make deploy', { cwd: cwd as never })) });
    expect(await judged(rule, [deploy('web')])).toEqual([]);
    expect(await judged(rule, [deploy('api')])).toHaveLength(1);
    expect(await judged(rule, [edit, 'stop'])).toEqual([]);
    expect(await judged(rule, [change('api/x'), 'stop'])).toHaveLength(1);
  });
});
