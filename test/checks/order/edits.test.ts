import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOf } from '../../../src/checks/order/edits.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { createGuard } from '../../../src/engine/guard.ts';
import { eventSchema } from '../../../src/model/event.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { ruleOf } from './acting.ts';

describe('the lines that a change touches', () => {
  it.each([
    ['a new file', undefined, 'a\nb\n', '+a\n+b'],
    ['a deleted one', 'a\n', undefined, '-a'],
    ['a changed line', 'a\nb\nc\n', 'a\nB\nc\n', '+B\n-b'],
    ['a line that moves', 'a\nb\n', 'b\na\n', ''],
    ['one of two equal lines', 'a\na\n', 'a\n', '-a'],
    ['other line ends', 'a\r\nb\r\n', 'a\nb\n', ''],
    ['no last line end', 'a', 'a\n', ''],
  ])('%s', (_name, before, after, edits) => {
    expect(editsOf(before, after)).toBe(edits);
  });

  it('are none between equal texts, and change sides with the texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((lines) => lines.join('\n'));
    const sorted = (edits: string) => edits.split('\n').sort();
    const turned = (edits: string) =>
      edits.split('\n').map((edit) => edit.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+')));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(editsOf(one, one)).toBe('');
        expect(sorted(editsOf(one, other))).toEqual(turned(editsOf(other, one)).sort());
      }),
    );
  });
});

const docsWithExports = ruleOf({
  type: 'before',
  trigger: [{ stop: true }],
  need: [[{ ran: [{ program: 'docs' }] }, { changed: ['docs/**'] }]],
  since: { changed: ['src/**'], lines: '^export ' },
});
const write = (path: string, content: string) => ({ kind: 'write', path, content }) as const;
const OLD = 'export const a = 1;\nconst b = 1;\n';

describe('documents with changed exports', () => {
  it.each<[string, readonly (ReturnType<typeof write> | { kind: 'command'; command: string })[], boolean]>([
    ['a new export', [write('src/a.ts', `${OLD}export const c = 1;\n`)], true],
    ['an export taken out', [write('src/a.ts', 'const b = 1;\n')], true],
    ['another line of the same file', [write('src/a.ts', OLD.replace('b = 1', 'b = 2'))], false],
    ['one need', [write('src/a.ts', ''), { kind: 'command', command: 'docs' }], false],
    ['the other need', [write('src/a.ts', ''), write('docs/a.md', 'A\n')], false],
    ['the need too early', [write('docs/a.md', 'A\n'), write('src/a.ts', '')], true],
    ['an edit that nobody knows', [{ kind: 'command', command: 'sed -i s/a/b/ src/a.ts' }], false],
  ])('%s', async (_name, events, denied) => {
    for (const asked of [false, true]) {
      // With hooks the write is asked about first, and stands on disk when it is reported.
      const files: Record<string, string> = { 'src/a.ts': OLD };
      const disk = memoryView(files);
      const guard = createGuard(createEngine([docsWithExports], disk), {
        ...disk,
        read: (path) => memoryView(files).read(path),
      });
      const take = (event: object) => guard.take(eventSchema.parse({ session: 's', ...event }));
      for (const event of events) {
        if (asked) await take(event);
        if (asked && event.kind === 'write') files[event.path] = event.content;
        await take({ ...event, phase: 'after' });
      }
      const { decision } = await take({ kind: 'stop' });
      expect(decision, asked ? 'asked before' : 'only reported').toBe(denied ? 'deny' : 'allow');
    }
  });
});
