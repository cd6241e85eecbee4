import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstructions } from '../../src/instructions/read.ts';
import { memoryView } from '../../src/repository/overlay.ts';

const word = fc.constantFrom(
  'Never',
  'use',
  '`npm i`',
  '**bold',
  '**',
  'e.g.',
  'v1.2',
  '[a](b)',
  '❌',
  '✅',
  'Don’t',
  'x.y',
  '<br>',
  '&amp;',
  '\\_',
  '~~',
  '*',
  '_',
  '`',
  '@a.md',
  '|',
  ':',
  '.',
  '!',
  '😀',
  '<b>',
  '<!--',
  '-->',
  '\u200B',
  '[^1]',
);
const start = fc.constantFrom(
  '',
  '- ',
  '  - ',
  '    ',
  '> ',
  '# ',
  '### ',
  '1. ',
  '```',
  '```ts',
  '| ',
  '---',
  '- [ ] ',
  '\t',
  '<rules>',
  '</rules>',
  '[^1]: ',
);
const line = fc.tuple(start, fc.array(word, { maxLength: 8 })).map(([head, words]) => head + words.join(' '));
const markdown = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: line }, fc.string()), { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([lines, end]) => lines.join(end));

describe('random Markdown', () => {
  it('is read without a crash; places lie in the file and quotes stand there', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { directives, warnings } = readInstructions(memoryView({ 'CLAUDE.md': text }), {});
        const lines = text.split(/\r\n|\n|\r/);
        for (const { source, column } of directives) {
          expect(source.endLine).toBeLessThanOrEqual(lines.length);
          expect(source.line).toBeLessThanOrEqual(source.endLine);
          expect(column).toBeLessThanOrEqual((lines[source.line - 1] ?? '').length + 1);
          const there = lines.slice(source.line - 1, source.endLine).join(' ');
          for (const quoted of source.quote.replace(/…$/, '').split(/[\s>]+/)) expect(there).toContain(quoted);
        }
        for (const warning of warnings) expect(warning.message).not.toContain('cannot be read as Markdown');
      }),
      { numRuns: 300 },
    );
  });

  it('nested without end is cut off, not followed into the ground', () => {
    const deep = `${'> '.repeat(3000)}Never use eval.`;
    expect(() => readInstructions(memoryView({ 'AGENTS.md': deep }), {})).not.toThrow();
  });
});
