import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/serve.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { createGuard } from '../../src/engine/guard.ts';
import type { Check } from '../../src/model/check.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { BUILTIN_RULES } from '../../src/rulebook/builtin.ts';
import { sampleRule } from '../rulebook/sample-rules.ts';

const checks: readonly Check[] = [
  { kind: 'command', forbid: [{ program: 'npm' }, { flags: ['--force'] }] },
  { kind: 'code', match: [{ languages: ['typescript', 'tsx'], query: '(debugger_statement) @match' }] },
  { kind: 'text', pattern: 'TODO', in: 'comment' },
  { kind: 'config', files: ['**/package.json'], key: 'dependencies.*', expect: { notMatches: '^\\*$' } },
  {
    kind: 'imports',
    contract: { type: 'forbidden', from: ['src/a/**'], to: { paths: ['src/b/**'], packages: ['left'] } },
  },
  { kind: 'imports', contract: { type: 'acyclic' } },
  { kind: 'paths', contract: { type: 'protected', files: { include: ['gen/**'] } } },
  { kind: 'paths', contract: { type: 'size', files: { include: ['src/**'] }, measure: 'lines', max: 3 } },
  {
    kind: 'order',
    contract: {
      type: 'before',
      trigger: [{ stop: true }],
      need: [{ ran: [{ program: 'make' }] }],
      since: { changed: ['src/**'] },
    },
  },
  { kind: 'order', contract: { type: 'message', of: ['commit'], part: 'subject', maxLength: 50 } },
];
const rules = [...BUILTIN_RULES, ...checks.map((check, index) => sampleRule({ id: `rule-${index}`, check }))];
const view = memoryView({
  'src/a/x.ts': 'export const x = 1;\n',
  'src/b/y.ts': "import '../a/x.ts';\n",
  'gen/z.ts': '',
  'package.json': '{}',
});
const guard = () => createGuard(createEngine(rules, view), view);

const path = fc.oneof(
  fc.constantFrom(
    'src/a/x.ts',
    'src/b/y.ts',
    'gen/z.ts',
    'package.json',
    '.bylaw/rulebook.yaml',
    '../x',
    '/x',
    '',
    '.',
    'src',
    'a\\b',
    'x.zzz',
    'Makefile',
  ),
  fc.string(),
);
const word = fc.constantFrom(
  'npm',
  'git',
  'commit',
  '-m',
  '"a b',
  "'",
  '$(',
  ')',
  '`',
  '|',
  '&&',
  ';',
  '>',
  'gen/z.ts',
  '<<EOF',
  '\n',
  'EOF',
  'sh -c',
  'sudo',
  'rm -rf',
  '${x',
  '}',
  'if',
  'then',
  'fi',
  '--force',
  '\\',
  '#',
  '{',
  'cd src',
);
const command = fc.oneof(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string(),
);
const content = fc.oneof(
  fc.constantFrom(
    "import { y } from '../b/y.ts';\n",
    'debugger;\n',
    '// TODO\n\n\n\n',
    '{"dependencies":{"a":"*"}}',
    '{',
    '\uFEFFx\r\n',
    '\0',
  ),
  fc.string(),
);
const common = { id: fc.integer(), phase: fc.constantFrom('before', 'after'), session: fc.constantFrom('a', 'b') };
const event = fc.oneof(
  fc.record({ ...common, kind: fc.constant('command'), command, cwd: path, exitCode: fc.integer() }),
  fc.record({ ...common, kind: fc.constant('write'), path, content }),
  fc.record({ ...common, kind: fc.constantFrom('delete', 'read'), path }),
  fc.record({ ...common, kind: fc.constant('rename'), from: path, to: path }),
  fc.record({ ...common, kind: fc.constantFrom('stop', 'session-start') }),
  fc.record({ id: fc.anything(), kind: fc.anything(), path: fc.anything() }),
);

describe('the stdio server', () => {
  it('answers 2,000 random events, each with its id, none with a crash', { timeout: 60_000 }, async () => {
    const one = guard();
    await fc.assert(
      fc.asyncProperty(event, async (value) => {
        const line = JSON.stringify(value);
        const { id }: { id?: unknown } = JSON.parse(line);
        const reply = await answer(line, one, () => {});
        expect(reply).toHaveProperty('id', typeof id === 'string' || typeof id === 'number' ? id : null);
        if ('error' in reply)
          expect(reply.error).toHaveProperty('code', expect.stringMatching(/^invalid-(event|path)$/));
        else expect(reply).toHaveProperty('decision', expect.stringMatching(/^(allow|warn|deny)$/));
      }),
      { numRuns: 2000 },
    );
  });

  it('answers what is no JSON, and keeps what only the ratchet needs to itself', async () => {
    expect(await answer('{"id": 1,', guard(), () => {})).toMatchObject({ id: null, error: { code: 'invalid-event' } });
    const reply = await answer('{"id":1,"kind":"write","path":"src/n.ts","content":"debugger;"}', guard(), () => {});
    expect(reply).toMatchObject({ id: 1, decision: 'deny', violations: [{ rule: 'rule-1' }] });
    expect(JSON.stringify(reply)).not.toContain('"found"');
  });

  it('says which field of an event is wrong', async () => {
    const reply = await answer('{"kind":"write","path":"a","content":3}', guard(), () => {});
    expect(reply).toMatchObject({ error: { message: '`content`: expected string, found 3' } });
  });
});
