import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../src/model/event.ts';
import type { Violation } from '../../src/model/verdict.ts';
import { codeFrame } from '../../src/report/frame.ts';
import { paintFor } from '../../src/report/paint.ts';
import { agentTrace, personTrace } from '../../src/report/text.ts';

const plain = paintFor({});
const command = eventSchema.parse({ kind: 'command', command: 'npm install zod' });
const violation: Violation = {
  rule: 'npm-is-forbidden',
  severity: 'error',
  message: '`npm install` is forbidden here',
  source: { file: 'AGENTS.md', line: 12, endLine: 12, quote: 'Use pnpm, never npm.' },
  fix: 'pnpm add zod',
  reproduce: "bylaw check-command 'npm install zod'",
};
const located: Violation = {
  ...violation,
  rule: 'default-export',
  message: 'a default export',
  fix: 'a named export',
  location: { path: 'src/a.ts', line: 2, column: 8, endLine: 2, endColumn: 15 },
  reproduce: 'bylaw check src/a.ts',
};

describe('a trace for an agent', () => {
  it('tells of a command in three lines of facts', () => {
    expect(agentTrace(violation, command)).toBe(
      [
        'AGENTS.md:12 "Use pnpm, never npm."',
        'command `npm install zod` breaks it; use `pnpm add zod`.',
        "again: bylaw check-command 'npm install zod'   (rule npm-is-forbidden)",
      ].join('\n'),
    );
  });

  it('tells of a file with its place', () => {
    expect(agentTrace(located).split('\n')[1]).toBe(
      'src/a.ts:2:8 breaks it: a default export; instead: a named export',
    );
  });

  const kinds: readonly [object, string][] = [
    [{ kind: 'delete', path: 'a' }, 'delete a breaks it: '],
    [{ kind: 'rename', from: 'a', to: 'b' }, 'rename a to b breaks it: '],
    [{ kind: 'read', path: 'a' }, 'read a breaks it: '],
    [{ kind: 'stop' }, 'to stop now breaks it: '],
  ];
  it.each(kinds)('names what was done: %o', (event, expected) => {
    const { fix: _, ...bare } = violation;
    expect(agentTrace(bare, eventSchema.parse(event))).toContain(`\n${expected}\`npm install\` is forbidden here`);
  });

  it('stays short, whatever the command', () => {
    const long = eventSchema.parse({ kind: 'command', command: `cat <<EOF\n${'x'.repeat(5000)}\nEOF` });
    const lines = agentTrace({ ...violation, reproduce: 'y'.repeat(5000) }, long).split('\n');
    expect(lines).toHaveLength(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300);
  });
});

describe('a trace for a person', () => {
  it('frames the code and gives the quote', () => {
    expect(personTrace(located, plain, undefined, 'const a = 1;\nexport default a;\n')).toBe(
      [
        '✖ error src/a.ts:2:8',
        '  a default export',
        '  1 │ const a = 1;',
        '  2 │ export default a;',
        '    │        ^^^^^^^',
        '  AGENTS.md:12 "Use pnpm, never npm."',
        '  instead: a named export',
        '  again: bylaw check src/a.ts   (rule default-export)',
      ].join('\n'),
    );
  });

  it('has colours on a terminal only', () => {
    const { NO_COLOR, TERM } = process.env;
    try {
      delete process.env.NO_COLOR;
      process.env.TERM = 'xterm';
      expect(personTrace(violation, paintFor({ isTTY: true }), command)).toContain(
        '\u001b[4mUse pnpm, never npm.\u001b[24m',
      );
      process.env.NO_COLOR = '1';
      expect(personTrace(violation, paintFor({ isTTY: true }), command)).not.toContain('\u001b');
    } finally {
      if (NO_COLOR === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = NO_COLOR;
      if (TERM !== undefined) process.env.TERM = TERM;
    }
    expect(personTrace(violation, plain, command)).not.toContain('\u001b');
  });
});

describe('a code frame', () => {
  const cases: readonly [string, string, Parameters<typeof codeFrame>[1], string | undefined][] = [
    ['the first line', 'ab', { path: 'a', line: 1, column: 2, endLine: 1, endColumn: 3 }, '  1 │ ab\n    │  ^'],
    [
      'a span of lines is marked to the end of its first',
      'abc\nd',
      { path: 'a', line: 1, column: 2, endLine: 2, endColumn: 1 },
      '  1 │ abc\n    │  ^^',
    ],
    ['CRLF and tabs', 'x\r\n\ty\r\n', { path: 'a', line: 2, column: 2 }, '  1 │ x\n  2 │  y\n    │  ^'],
    ['a line only', 'ab', { path: 'a', line: 1 }, '  1 │ ab'],
    ['a file only', 'ab', { path: 'a' }, undefined],
    ['a line past the end', 'ab', { path: 'a', line: 9, column: 1 }, undefined],
    ['an endless line', 'a'.repeat(9999), { path: 'a', line: 1, column: 9000 }, `  1 │ ${'a'.repeat(140)}`],
  ];
  it.each(cases)('%s', (_, text, location, expected) => {
    expect(codeFrame(text, location)).toBe(expected);
  });
});
