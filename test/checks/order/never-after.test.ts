import { describe, expect, it } from 'vitest';
import { judged, line, ruleOf, type Step } from './acting.ts';

const ran = (...words: string[]) => ({ ran: [{ program: words[0], subcommand: words.slice(1) }] });
const run = (text: string, exit = 0): Step => ({ run: text, exit });

describe('never X once Y has happened, until Z', () => {
  const noAmendAfterPush = {
    type: 'never-after',
    trigger: [{ ran: [{ program: 'git', subcommand: ['commit'], flags: ['--amend'] }] }],
    after: ran('git', 'push'),
    until: ran('git', 'commit'),
  };
  const twice = { type: 'never-after', trigger: [ran('make', 'publish')], after: ran('make', 'publish') };
  const afterEdit = {
    type: 'never-after',
    trigger: [ran('make', 'deploy')],
    after: { changed: ['infra/**'] },
    until: ran('make', 'plan'),
  };
  const cases: readonly [string, object, readonly Step[], string | undefined][] = [
    ['not yet', noAmendAfterPush, [run('git commit --amend')], undefined],
    [
      'after',
      noAmendAfterPush,
      [run('git push'), run('git commit --amend')],
      '`git push` ran; `git commit --amend` must not follow; first `git commit`',
    ],
    ['after a failed one', noAmendAfterPush, [run('git push', 1), run('git commit --amend')], undefined],
    ['released', noAmendAfterPush, [run('git push'), run('git commit'), run('git commit --amend')], undefined],
    [
      'again',
      noAmendAfterPush,
      [run('git commit'), run('git push'), run('git commit --amend')],
      '`git push` ran; `git commit --amend` must not follow; first `git commit`',
    ],
    ['once', twice, [run('make publish')], undefined],
    ['twice', twice, [run('make publish'), run('make publish')], '`make publish` ran; `make publish` must not follow'],
    [
      'twice in one line',
      twice,
      [{ run: line('make publish', 'make publish') }],
      '`make publish` ran; `make publish` must not follow',
    ],
    [
      'after a change',
      afterEdit,
      [{ change: 'infra/a.tf' }, run('make deploy')],
      '`infra/a.tf` changed; `make deploy` must not follow; first `make plan`',
    ],
    [
      'with the release in the line',
      afterEdit,
      [{ change: 'infra/a.tf' }, { run: line('make plan', 'make deploy') }],
      undefined,
    ],
  ];
  it.each(cases)('%s', async (_, contract, steps, message) => {
    const findings = await judged(ruleOf(contract), steps);
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });
});

describe('from the n-th time on', () => {
  const reset: Step = { run: 'nx reset', exit: 1 };
  const third = ruleOf({
    type: 'before',
    trigger: [{ ran: [{ program: 'nx', subcommand: ['reset'] }], ok: false, times: 3 }],
    need: [{ read: ['HELP.md'] }],
  });
  it.each<[string, readonly Step[], boolean]>([
    ['the first', [reset], false],
    ['the second', [reset, reset], false],
    ['the third', [reset, reset, reset], true],
    ['the fourth', [reset, reset, reset, reset], true],
    ['the third, helped', [reset, reset, { read: 'HELP.md' }, reset], false],
    ['three others', [{ run: 'nx build' }, { run: 'nx build' }, reset], false],
  ])('%s', async (_name, steps, found) => {
    expect(await judged(third, steps)).toHaveLength(found ? 1 : 0);
  });

  it('of what a contract starts with', async () => {
    const rule = ruleOf({
      type: 'never-after',
      trigger: [{ stop: true }],
      after: { ran: [{ program: 'git', subcommand: ['commit'] }], times: 2 },
    });
    const commit: Step = { run: 'git commit' };
    expect(await judged(rule, [commit, 'stop'])).toHaveLength(0);
    expect(await judged(rule, [commit, { run: 'git log' }, commit, 'stop'])).toHaveLength(1);
  });
});
