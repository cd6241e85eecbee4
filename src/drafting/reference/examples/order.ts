import type { OrderCheck } from '../../../model/checks/order.ts';
import type { Example, Step } from '../../../model/evidence.ts';
import { type FieldExample, run } from '../example.ts';

function order(shows: string, contract: OrderCheck['contract'], violating: Example, compliant: Example): FieldExample {
  return {
    shows: shows
      .split(' ')
      .map((field) =>
        field.includes('.') && !field.startsWith('conventional')
          ? field
          : `OrderCheck.${contract.type}/contract.${field}`,
      ),
    check: { kind: 'order', contract },
    violating,
    compliant,
  };
}

const steps = (...each: readonly Step[]): Example => ({ steps: [...each] });
const COMMIT = { program: 'git', subcommand: ['commit'] };
const LINT = { program: 'make', operands: ['lint'] };
const EDIT: Step = { write: 'src/a.ts', content: 'export const a = 1;\n' };
const message = (text: string): Example => run(`git commit -m '${text}'`);

/** The run of a session, and the wording of messages. */
export const ORDER_EXAMPLES: readonly FieldExample[] = [
  order(
    'trigger need since Happening.ran/ran Happening.changed/changed',
    { type: 'before', trigger: [{ ran: [COMMIT] }], need: [{ ran: [LINT] }], since: { changed: ['src/**'] } },
    steps(EDIT, { run: 'git commit -m x' }),
    steps(EDIT, { run: 'make lint' }, { run: 'git commit -m x' }),
  ),
  order(
    'ordered',
    {
      type: 'before',
      trigger: [{ ran: [COMMIT] }],
      need: [{ ran: [{ program: 'build' }] }, { ran: [{ program: 'check' }] }],
      ordered: true,
    },
    steps({ run: 'check' }, { run: 'build' }, { run: 'git commit -m x' }),
    steps({ run: 'build' }, { run: 'check' }, { run: 'git commit -m x' }),
  ),
  order(
    'Happening.ran/ok',
    { type: 'before', trigger: [{ ran: [COMMIT] }], need: [{ ran: [LINT], ok: false }] },
    steps({ run: 'git commit -m x' }),
    steps({ run: 'make lint', exit: 1 }, { run: 'git commit -m x' }),
  ),
  order(
    'Happening.changed/lines',
    {
      type: 'before',
      trigger: [{ ran: [COMMIT] }],
      need: [[{ ran: [{ program: 'docs' }] }, { changed: ['docs/**'] }]],
      since: { changed: ['src/**'], lines: '^export ' },
    },
    steps(EDIT, { run: 'git commit -m x' }),
    steps({ write: 'src/a.ts', content: 'const a = 1;\n' }, { run: 'git commit -m x' }),
  ),
  order(
    'Happening.changed/adds',
    {
      type: 'before',
      trigger: [{ ran: [COMMIT] }],
      need: [{ changed: ['.env.example'] }],
      since: { changed: ['src/**'], adds: 'process\\.env\\.' },
    },
    {
      files: { 'src/a.ts': 'const a = 1;\n' },
      steps: [{ write: 'src/a.ts', content: 'const a = process.env.DECK;\n' }, { run: 'git commit -m x' }],
    },
    {
      files: { 'src/a.ts': 'const a = process.env.DECK;\n' },
      steps: [{ write: 'src/a.ts', content: 'const a = 1;\n' }, { run: 'git commit -m x' }],
    },
  ),
  order(
    'Happening.ran/times',
    {
      type: 'before',
      trigger: [{ stop: true }],
      need: [{ ran: [{ program: 'git', subcommand: ['diff'] }] }],
      since: { ran: [COMMIT], times: 2 },
    },
    steps({ run: 'git commit -m x' }, { run: 'git commit -m y' }, { stop: true }),
    steps({ run: 'git commit -m x' }, { stop: true }),
  ),
  order(
    'always',
    {
      type: 'before',
      trigger: [{ ran: [COMMIT] }],
      need: [{ ran: [LINT] }],
      since: { changed: ['src/**'] },
      always: true,
    },
    steps({ run: 'git commit -m x' }),
    steps({ run: 'make lint' }, { run: 'git commit -m x' }),
  ),
  order(
    'Happening.changed/part',
    {
      type: 'before',
      trigger: [{ stop: true }],
      need: [{ ran: [LINT] }],
      since: { changed: ['**/package.json'], part: 'dependencies' },
    },
    steps({ write: 'package.json', content: '{ "dependencies": { "left": "1.0.0" } }' }, { stop: true }),
    steps({ write: 'package.json', content: '{ "private": true }' }, { stop: true }),
  ),
  order(
    'when',
    {
      type: 'before',
      trigger: [{ stop: true }],
      need: [{ read: ['CONTRIBUTING.md'] }],
      when: { changed: ['src/**'] },
    },
    steps(EDIT, { stop: true }),
    steps({ read: 'CONTRIBUTING.md' }, EDIT, { stop: true }),
  ),
  order(
    'Happening.changed/except Happening.changed/how Happening.read/read',
    {
      type: 'before',
      trigger: [{ changed: ['src/**'], except: ['src/notes/**'], how: ['create', 'modify'] }],
      need: [{ read: ['CONTRIBUTING.md'] }],
    },
    steps(EDIT),
    steps({ write: 'src/notes/a.ts', content: 'export const a = 1;\n' }),
  ),
  order(
    'Happening.stop/stop',
    { type: 'before', trigger: [{ stop: true }], need: [{ ran: [LINT] }], since: { changed: ['src/**'] } },
    steps(EDIT, { stop: true }),
    steps(EDIT, { run: 'make lint' }, { stop: true }),
  ),
  order(
    'trigger after until',
    {
      type: 'never-after',
      trigger: [{ changed: ['src/**'] }],
      after: { ran: [{ program: 'release' }] },
      until: { ran: [{ program: 'reopen' }] },
    },
    steps({ run: 'release' }, EDIT),
    steps({ run: 'release' }, { run: 'reopen' }, EDIT),
  ),
  order(
    'of part pattern',
    { type: 'message', of: ['commit'], part: 'subject', pattern: String.raw`^FER-\d+ ` },
    message('Add deck'),
    message('FER-7 Add deck'),
  ),
  order(
    'forbid flags',
    { type: 'message', of: ['commit'], forbid: '^co-authored-by:', flags: 'im' },
    run("git commit -m 'Add deck' -m 'Co-Authored-By: A <a@example.org>'"),
    message('Add co-authored-by check'),
  ),
  order(
    'maxLength',
    { type: 'message', of: ['commit'], part: 'subject', maxLength: 12 },
    message('Add the upper deck'),
    message('Add deck'),
  ),
  order(
    'minLength',
    { type: 'message', of: ['commit'], part: 'body', minLength: 1 },
    message('Add deck'),
    run("git commit -m 'Add deck' -m 'The old one leaks.'"),
  ),
  order(
    'conventional conventional.types conventional.scopes conventional.scopeRequired',
    {
      type: 'message',
      of: ['commit'],
      conventional: { types: ['feat', 'fix'], scopes: ['deck', 'crew'], scopeRequired: true },
    },
    message('feat: add deck'),
    message('feat(deck): add railing'),
  ),
];
