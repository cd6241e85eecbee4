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
