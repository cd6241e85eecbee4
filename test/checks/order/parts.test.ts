import { describe, expect, it } from 'vitest';
import { cleaned, isGenerated, partsOf } from '../../../src/checks/order/parts.ts';

describe('the parts of a message', () => {
  const cases: readonly [string, string, { subject: string; body?: string; trailers?: string }][] = [
    ['a subject', 'Add a door', { subject: 'Add a door' }],
    ['blank lines before it', '\n\nAdd a door\n', { subject: 'Add a door' }],
    [
      'a body',
      'Add a door\n\nThe house had none.\nNow it has.\n',
      { subject: 'Add a door', body: 'The house had none.\nNow it has.' },
    ],
    [
      'a body without a blank line',
      'Add a door\nThe house had none.',
      { subject: 'Add a door', body: 'The house had none.' },
    ],
    [
      'trailers',
      'Add a door\n\nReviewed-by: A <a@x>\nFixes: #3',
      { subject: 'Add a door', trailers: 'Reviewed-by: A <a@x>\nFixes: #3' },
    ],
    [
      'a trailer that goes on',
      'Add\n\nReviewed-by: A\n  <a@x>',
      { subject: 'Add', trailers: 'Reviewed-by: A\n  <a@x>' },
    ],
    ['both', 'Add\n\nWhy.\n\nReviewed-by: A', { subject: 'Add', body: 'Why.', trailers: 'Reviewed-by: A' }],
    [
      'what may be prose is both',
      'Add\n\nNote: it creaks.',
      { subject: 'Add', body: 'Note: it creaks.', trailers: 'Note: it creaks.' },
    ],
    [
      'a last paragraph of mixed lines is body',
      'Add\n\nReviewed-by: A\nand more',
      { subject: 'Add', body: 'Reviewed-by: A\nand more' },
    ],
    ['carriage returns', 'Add\r\n\r\nWhy.\r\n', { subject: 'Add', body: 'Why.' }],
    ['nothing', '', { subject: '' }],
  ];
  it.each(cases)('%s', (_, message, { subject, body = '', trailers = '' }) => {
    expect(partsOf(message)).toMatchObject({ subject, body, trailers });
  });
});

it('a message file is judged without its comments and what lies below the scissors', () => {
  const file =
    'Add a door\n# Please enter\n\nWhy.\n# ------------------------ >8 ------------------------\ndiff --git a b\n';
  expect(cleaned(file)).toBe('Add a door\n\nWhy.');
});

describe('subjects that git words', () => {
  it.each([
    "Merge branch 'x' into y",
    'Merge pull request #3 from a/b',
    "Merge remote-tracking branch 'origin/main'",
    'Revert "Add a door"',
    'fixup! Add a door',
    'squash! Add a door',
    'amend! Add a door',
  ])('%s', (subject) => expect(isGenerated(subject)).toBe(true));
  it.each(['Merge the two doors', 'Revert to wood', 'Fixup of the door'])('not: %s', (subject) => {
    expect(isGenerated(subject)).toBe(false);
  });
});
