// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of shell
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesCommand } from '../../../src/checks/command/match.ts';
import { parsePattern } from '../../../src/checks/command/pattern.ts';
import { wildcard } from '../../../src/checks/command/wildcard.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { anything, line } from './random-lines.ts';
import { read } from './reading.ts';

const view = memoryView({ 'package.json': '{"scripts":{"a":"b && npm run a"}}', Makefile: 'a: a\n\tmake a\n' }, 'main');

describe('reading never fails', () => {
  it('on lines made of pieces of the grammar, or of anything', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const found = read(text, view);
        expect(found.text).toBe(text);
        for (const { args, text: shown } of found.invocations)
          expect([Array.isArray(args), typeof shown]).toEqual([true, 'string']);
        expect(found.errors.filter((error) => error.startsWith('could not be read'))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
  it('says the same twice', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(read(text, view)).toEqual(read(text, view));
      }),
      { numRuns: 300 },
    );
  });
});

const plain = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);

describe('laws of reading', () => {
  it('quoting a word changes nothing', () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (words) => {
        const program = words[0] ?? '';
        fc.pre(
          !/^(if|then|else|elif|fi|for|do|done|in|case|esac|while|until|function|select|time|coproc|eval|exec|env|alias)$/.test(
            program,
          ),
        );
        const quoted = words.map((each, at) => (at % 2 === 0 ? `'${each}'` : `"${each}"`)).join(' ');
        expect(read(quoted).invocations).toEqual(read(words.join(' ')).invocations);
      }),
      { numRuns: 300 },
    );
  });
  it('text that is printed is never run', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const said = read(`echo '${text.replaceAll("'", '').replaceAll('\\', '')}'`);
        expect(said.invocations.filter(({ chain }) => chain.length === 0).map(({ program }) => program)).toEqual([
          'echo',
        ]);
      }),
      { numRuns: 300 },
    );
  });
  it('a command matches the pattern read from it', () => {
    const options = fc.subarray(['--force', '-u', '--tags', '--no-verify']);
    fc.assert(
      fc.property(options, fc.array(plain, { maxLength: 3 }), (flags, operands) => {
        const text = ['git', 'push', ...flags, ...operands].join(' ');
        const [pattern] = parsePattern(text) ?? [];
        const [invocation] = read(text).invocations;
        expect(pattern && invocation && matchesCommand(pattern, invocation)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('wildcards', () => {
  it('agree with a slow and plain reading of them', () => {
    const slow = (pattern: string, text: string): boolean => {
      if (pattern === '') return text === '';
      const [head, ...rest] = [pattern[0] ?? '', pattern.slice(1)];
      if (head === '*') return slow(rest.join(''), text) || (text !== '' && slow(pattern, text.slice(1)));
      return text !== '' && (head === '?' || head === text[0]) && slow(rest.join(''), text.slice(1));
    };
    const letters = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 7 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab]{0,8}$/), (pattern, text) => {
        expect(wildcard(pattern)(text)).toBe(/[*?]/.test(pattern) ? slow(pattern, text) : pattern === text);
      }),
    );
  });
  it.each([
    ['src/**', 'src', true],
    ['src/**', 'src/a/b', true],
    ['src/**', 'srcx', false],
    ['src/*', 'src/a/b', false],
    ['**/x', 'x', true],
    ['**/x', 'a/b/x', true],
    ['/tmp/**', '/tmp/a', true],
    ['{a,b}*', 'bcd', true],
    ['[!a]b', 'ab', false],
    ['[a-c]b', 'bb', true],
    ['*:main', 'a/b:main', true],
  ])('%s fits %s: %s', (pattern, text, fits) => {
    expect(wildcard(pattern)(text)).toBe(fits);
  });
});
