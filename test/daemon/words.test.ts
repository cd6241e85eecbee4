import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/daemon/words.ts';

const field = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));

function written(words: readonly string[], session = 's', under = '', separator = '\0'): Buffer {
  const fields = ['before', session, '/srv/project', 'argv', '', under, ...words];
  return Buffer.from(['bylaw1', String(fields.length), ...fields].map((one) => one + separator).join(''));
}

describe('the shells’ question', () => {
  it('is read as it was written, whatever the words are', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (words) => {
        expect(readQuestion(written(words))).toMatchObject({
          phase: 'before',
          form: 'argv',
          cwd: '/srv/project',
          words,
        });
      }),
    );
  });

  it('is read just so where fields end in US, as a shell writes them that spares a process', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (words) => {
        const plain = words.map((word) => word.replaceAll('\x1f', ''));
        const bytes = Buffer.concat([written(plain, 's', '', '\x1f'), Buffer.from('\n')]);
        expect(readQuestion(bytes)).toEqual(readQuestion(written(plain)));
      }),
    );
  });

  it('is not taken for complete before it is', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), fc.nat(), (words, cut) => {
        const bytes = written(words);
        expect(readQuestion(bytes.subarray(0, 7 + (cut % (bytes.length - 7))))).toBe('more');
      }),
    );
  });

  it.each([
    ['no count', 'bylaw1\0many\0'],
    ['too few fields', 'bylaw1\0' + '3\0a\0b\0c\0'],
    ['an unknown phase', 'bylaw1\0' + '7\0now\0s\0/\0argv\0\0\0x\0'],
    ['an unknown form', 'bylaw1\0' + '7\0before\0s\0/\0words\0\0\0x\0'],
    ['a count without end', `bylaw1\0${'9'.repeat(20)}`],
  ])('is refused with %s', (_what, text) => {
    expect(readQuestion(Buffer.from(text))).toBe('broken');
  });

  it('has the commands it runs under, outermost first', () => {
    expect(readQuestion(written(['x'], 's', 'make test\nsh -c'))).toMatchObject({ under: ['make test', 'sh -c'] });
  });

  it('has a session even where the shell knows none', () => {
    expect(readQuestion(written(['x'], ''))).toMatchObject({ session: 'default' });
  });
});
