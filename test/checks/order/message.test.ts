import { describe, expect, it } from 'vitest';
import { judgeMessage } from '../../../src/checks/order/message.ts';
import { messageFindings } from '../../../src/checks/order/wording.ts';
import { type MessageKind, orderCheckSchema } from '../../../src/model/checks/order.ts';
import { ruleOf } from './acting.ts';

function problems(contract: object, text: string, of: MessageKind = 'commit'): readonly string[] {
  const check = orderCheckSchema.parse({ kind: 'order', contract: { type: 'message', of: [of], ...contract } });
  if (check.contract.type !== 'message') throw new Error('a message contract');
  return judgeMessage(check.contract)(of, text);
}

describe('conventional subjects', () => {
  const any = { conventional: {} };
  const types = { conventional: { types: ['feat', 'fix'] } };
  const scopes = { conventional: { scopes: ['core', 'ui-*'] } };
  const scoped = { conventional: { scopeRequired: true } };
  const cases: readonly [object, string, string | undefined][] = [
    [any, 'feat: add a door', undefined],
    [any, 'feat(core): add a door', undefined],
    [any, 'feat(core)!: add a door\n\nBREAKING CHANGE: it opens', undefined],
    [any, 'anything: add a door', undefined],
    [any, 'Add a door', 'expected `type: description`'],
    [any, 'feat add a door', 'expected `type: description`'],
    [any, 'feat:add a door', 'expected `type: description`'],
    [any, 'feat: ', 'expected `type: description`'],
    [any, 'feat(): add a door', 'unexpected empty scope'],
    [any, "Merge branch 'x'", undefined],
    [any, 'Revert "Add a door"', undefined],
    [any, 'fixup! Add a door', undefined],
    [any, '\uFFFC add a door', undefined],
    [types, 'fix: the door', undefined],
    [types, 'feature: add a door', 'unexpected type `feature`, expected one of feat, fix'],
    [types, 'Fix: the door', 'unexpected type `Fix`'],
    [types, 'The door', 'with one of the types feat, fix'],
    [scopes, 'fix(core): the door', undefined],
    [scopes, 'fix(ui-door): the door', undefined],
    [scopes, 'fix(core, ui-door): the door', undefined],
    [scopes, 'fix: the door', undefined],
    [scopes, 'fix(cellar): the door', 'unexpected scope `cellar`, expected one of core, ui-*'],
    [scoped, 'fix: the door', 'expected a scope: `type(scope): description`'],
    [scoped, 'fix(door): it', undefined],
  ];
  it.each(cases)('%j: %s', (contract, text, problem) => {
    const found = problems(contract, text);
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found.join()).toContain(problem);
  });
});

describe('limits and patterns', () => {
  const cases: readonly [string, object, string, string | undefined][] = [
    ['subject length', { part: 'subject', maxLength: 10 }, 'Add a door', undefined],
    [
      'subject too long',
      { part: 'subject', maxLength: 10 },
      'Add a door!',
      'commit subject `Add a door!`: expected at most 10 characters, found 11',
    ],
    ['a long body is not the subject', { part: 'subject', maxLength: 10 }, 'Add\n\nA body of more than ten', undefined],
    ['characters, not code units', { part: 'subject', maxLength: 3 }, '🚪🚪🚪', undefined],
    ['body lines', { part: 'body', maxLength: 12 }, 'Add\n\nshort lines\nof the body', undefined],
    [
      'a long body line',
      { part: 'body', maxLength: 12 },
      'Add\n\nshort lines\nof the whole body',
      'commit body `of the whole body`: expected at most 12 characters, found 17',
    ],
    [
      'an address cannot be broken',
      { part: 'body', maxLength: 12 },
      'Add\n\nhttps://example.com/a-long-address',
      undefined,
    ],
    ['trailing period', { part: 'subject', forbid: '\\.$' }, 'Add a door.', 'commit subject: unexpected `.`'],
    ['period in the body', { part: 'subject', forbid: '\\.$' }, 'Add a door\n\nA body.', undefined],
    [
      'a forbidden trailer',
      { part: 'trailers', forbid: '^co-authored-by:.*', flags: 'im' },
      'Add\n\nCo-Authored-By: X <x@y>',
      'commit trailers: unexpected `Co-Authored-By: X <x@y>`',
    ],
    [
      'the same words in the body',
      { part: 'trailers', forbid: '^co-authored-by:', flags: 'im' },
      'Add\n\nSay why co-authored-by: is gone\nat last',
      undefined,
    ],
    [
      'a required trailer',
      { part: 'trailers', pattern: '^Signed-off-by: ', flags: 'm' },
      'Add\n\nSigned-off-by: A <a@b>',
      undefined,
    ],
    [
      'a missing trailer',
      { part: 'trailers', pattern: '^Signed-off-by: ', flags: 'm' },
      'Add',
      'commit trailers: expected a match of /^Signed-off-by: /',
    ],
    ['a required body', { part: 'body', minLength: 1 }, 'Add\n\nWhy.', undefined],
    ['a missing body', { part: 'body', minLength: 1 }, 'Add', 'commit body: is missing'],
    [
      'a short body',
      { part: 'body', minLength: 20 },
      'Add\n\nWhy.',
      'commit body `Why.`: expected at least 20 characters, found 4',
    ],
    [
      'unknown parts break nothing',
      { part: 'subject', pattern: '^[A-Z]+-\\d+ ', minLength: 50 },
      '\uFFFC Add',
      undefined,
    ],
    ['what is known may be too much', { part: 'subject', maxLength: 3 }, '\uFFFC door', 'commit subject'],
    ['a forbidden word beside an unknown one', { forbid: 'WIP' }, 'WIP \uFFFC', 'unexpected `WIP`'],
    [
      'a subject made by git',
      { part: 'subject', pattern: '^[A-Z]+-\\d+ ', maxLength: 10 },
      "Merge branch 'a-branch-with-a-name'",
      undefined,
    ],
    [
      'a trailer of a commit made by git',
      { forbid: 'Co-authored-by' },
      'Revert "Add"\n\nCo-authored-by: X',
      'unexpected `Co-authored-by`',
    ],
  ];
  it.each(cases)('%s', (_, contract, text, problem) => {
    const found = problems(contract, text);
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found.join()).toContain(problem);
  });

  it('names what is not a commit by its kind', () => {
    expect(problems({ pattern: '^(feat|fix)/' }, 'door', 'branch')).toEqual([
      'branch name `door`: expected a match of /^(feat|fix)//',
    ]);
    expect(problems({ pattern: '## Why' }, '', 'pull-request-body')).toEqual([
      'pull request body: expected a match of /## Why/',
    ]);
    expect(problems({ maxLength: 12 }, 'two\nlines of text', 'pull-request-body')).toHaveLength(1);
  });
});

describe('a message in hand', () => {
  const rule = ruleOf({ type: 'message', of: ['commit'], part: 'subject', maxLength: 10, forbid: '\\.$' });
  it('is judged by the rules about its kind', () => {
    expect(messageFindings([rule], 'commit', 'Add a door.\n').map((finding) => finding.message)).toEqual([
      'commit subject: unexpected `.`',
      'commit subject `Add a door.`: expected at most 10 characters, found 11',
    ]);
    expect(messageFindings([rule], 'tag', 'Add a door.')).toEqual([]);
    expect(
      messageFindings(
        [ruleOf({ type: 'never-after', trigger: [{ stop: true }], after: { stop: true } })],
        'commit',
        '.',
      ),
    ).toEqual([]);
  });
});
