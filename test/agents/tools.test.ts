import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/agents/place.ts';
import { applyBlocks } from '../../src/agents/tools/apply-blocks.ts';
import { applyEdits, insertLines } from '../../src/agents/tools/apply-edits.ts';
import { applyPatch, patchIn } from '../../src/agents/tools/apply-patch.ts';
import { readCall } from '../../src/agents/tools/read-call.ts';

describe('replacements', () => {
  it.each([
    ['one place', 'a b a', [{ old: 'a', new: 'x' }], 'x b a'],
    ['all places', 'a b a', [{ old: 'a', new: 'x', all: true }], 'x b x'],
    [
      'one after the other',
      'a',
      [
        { old: 'a', new: 'b' },
        { old: 'b', new: 'c' },
      ],
      'c',
    ],
    ['signs that replacements could take for their own', 'a', [{ old: 'a', new: '$& $1 $$' }], '$& $1 $$'],
    ['a new file', undefined, [{ old: '', new: 'x' }], 'x'],
    ['an empty file', '', [{ old: '', new: 'x' }], 'x'],
    ['a file that is there already', 'y', [{ old: '', new: 'x' }], undefined],
    ['text that is not there', 'a', [{ old: 'b', new: 'x' }], undefined],
    ['text in a file that is not there', undefined, [{ old: 'b', new: 'x' }], undefined],
    ['lines of a file with Windows line ends', 'a\r\nb\r\n', [{ old: 'a\nb', new: 'a\nc' }], 'a\r\nc\r\n'],
  ])('%s', (_name, before, edits, after) => expect(applyEdits(before, edits)).toBe(after));

  it.each([
    ['a\nb\n', 0, 'x', 'x\na\nb\n'],
    ['a\nb\n', 1, 'x\n', 'a\nx\nb\n'],
    ['a', 'end', 'x', 'a\nx'],
    ['', 'end', 'x', 'x'],
    ['a\n', 9, 'x', undefined],
  ] as const)('%j after line %s', (before, line, added, after) => expect(insertLines(before, line, added)).toBe(after));
});

describe('search and replace blocks', () => {
  const block = (old: string, fresh: string, marks = ['------- SEARCH', '=======', '+++++++ REPLACE']) =>
    [marks[0], ...(old === '' ? [] : [old]), marks[1], ...(fresh === '' ? [] : [fresh]), marks[2], ''].join('\n');
  it.each([
    ['a line', 'a\nb\n', block('a', 'x'), 'x\nb\n'],
    ['the older marks', 'a\nb\n', block('a', 'x', ['<<<<<<< SEARCH', '=======', '>>>>>>> REPLACE']), 'x\nb\n'],
    ['two blocks', 'a\nb\n', block('a', 'x') + block('b', 'y'), 'x\ny\n'],
    ['a line taken out', 'a\nb\n', block('a', ''), 'b\n'],
    ['the whole of a file', 'a\n', block('', 'x'), 'x\n'],
    ['lines with other white space around them', '  a\n  b\nc\n', block('a\nb', '  x'), '  x\nc\n'],
    ['what is not there', 'a\n', block('z', 'x'), undefined],
    ['an unfinished block', 'a\n', '------- SEARCH\na\n=======\nx\n', undefined],
    ['no block', 'a\n', 'a', undefined],
  ])('%s', (_name, before, diff, after) => expect(applyBlocks(before, diff)).toBe(after));
});

describe('patches', () => {
  const envelope = (...lines: string[]) => ['*** Begin Patch', ...lines, '*** End Patch'].join('\n');
  const read = (files: Readonly<Record<string, string>>) => (path: string) => files[path];

  it('add, change, move and delete files', () => {
    const patch = envelope(
      '*** Add File: new.txt',
      '+one',
      '+',
      '*** Update File: a.txt',
      '@@',
      ' keep',
      '-old',
      '+fresh',
      '*** Update File: b.txt',
      '*** Move to: c/d.txt',
      '@@ section',
      '+added',
      '*** Delete File: gone.txt',
    );
    expect(applyPatch(patch, read({ 'a.txt': 'keep\nold\n', 'b.txt': 'section\nx\n' }))).toEqual([
      { kind: 'write', path: 'new.txt', content: 'one\n\n' },
      { kind: 'write', path: 'a.txt', content: 'keep\nfresh\n' },
      { kind: 'move', from: 'b.txt', to: 'c/d.txt', content: 'section\nx\nadded\n' },
      { kind: 'delete', path: 'gone.txt' },
    ]);
  });

  it.each([
    [
      'find their place by the line behind the mark',
      'def a():\n  x = 1\ndef b():\n  x = 1\n',
      ['@@ def b():', '-  x = 1', '+  x = 2'],
      'def a():\n  x = 1\ndef b():\n  x = 2\n',
    ],
    ['find lines with other white space', 'a  \n\tb\n', ['@@', ' a', '-b', '+c'], 'a\nc\n'],
    ['keep Windows line ends', 'a\r\nb\r\n', ['@@', '-a', '+x'], 'x\r\nb\r\n'],
    ['stand at the end of a file', 'x\ny\nx\n', ['@@', '-x', '+z', '*** End of File'], 'x\ny\nz\n'],
    ['leave out the first mark', 'a\n', ['-a', '+b'], 'b\n'],
  ])('%s', (_name, before, lines, after) => {
    const [change] = applyPatch(envelope('*** Update File: f', ...lines), read({ f: before }));
    expect(change).toMatchObject({ kind: 'write', content: after });
  });

  it('leave out a file to which they do not apply', () => {
    expect(applyPatch(envelope('*** Update File: f', '@@', '-a', '+b'), read({ f: 'z\n' }))).toEqual([]);
    expect(applyPatch(envelope('*** Update File: f', '@@', '-a', '+b'), read({}))).toEqual([]);
  });

  it('are found in a heredoc', () => {
    const patch = envelope('*** Delete File: a');
    expect(patchIn(`apply_patch <<'EOF'\n${patch}\nEOF`)).toBe(patch);
    expect(patchIn('echo hello')).toBeUndefined();
  });

  it('make of any text what they say', () => {
    const line = fc.record({ mark: fc.constantFrom(' ', '-', '+'), text: fc.stringMatching(/^[a-c]{0,2}$/) });
    const whole = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => `${text}\n`).join('');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
        const before = lines.filter(({ mark }) => mark !== '+');
        fc.pre(before.length > 0);
        const patch = envelope('*** Update File: f', '@@', ...lines.map(({ mark, text }) => mark + text));
        const [change] = applyPatch(patch, read({ f: whole(before) }));
        expect(change).toMatchObject({ content: whole(lines.filter(({ mark }) => mark !== '-')) });
      }),
      { numRuns: 500 },
    );
  });
});

describe('inputs of tools', () => {
  it.each([
    [
      'a command as a list of words',
      'command',
      { command: ['npm', 'run', 'a b'] },
      [{ kind: 'command', command: "npm run 'a b'" }],
    ],
    [
      'a script for a shell',
      'command',
      { command: ['bash', '-lc', 'a && b'] },
      [{ kind: 'command', command: 'a && b' }],
    ],
    [
      'a command with its arguments apart',
      'command',
      { command: 'git', args: ['commit', '-m', "it's"] },
      [{ kind: 'command', command: "git commit -m 'it'\\''s'" }],
    ],
    [
      'several commands',
      'command',
      { commands: '["a","b"]' },
      [
        { kind: 'command', command: 'a' },
        { kind: 'command', command: 'b' },
      ],
    ],
    [
      'a command in a folder',
      'command',
      { command: 'a', workdir: 'sub' },
      [{ kind: 'command', command: 'a', cwd: 'sub' }],
    ],
    [
      'several files',
      'read',
      { files: ['a', { path: 'b' }, 7] },
      [
        { kind: 'read', path: 'a' },
        { kind: 'read', path: 'b' },
      ],
    ],
    [
      'a file in Latin fields',
      'file',
      { command: 'append', path: 'a', file_text: 'x' },
      [{ kind: 'insert', path: 'a', afterLine: 'end', text: 'x' }],
    ],
    ['looking at a file', 'file', { command: 'view', path: 'a' }, []],
    [
      'an edit one part of which is unreadable',
      'edit',
      { path: 'a', edits: [{ old_string: 'x', new_string: 'y' }, { old_string: 'z' }] },
      [],
    ],
    [
      'an expected number of replacements',
      'edit',
      { path: 'a', old_string: 'x', new_string: 'y', expected_replacements: 2 },
      [{ kind: 'edit', path: 'a', edits: [{ old: 'x', new: 'y', all: true }] }],
    ],
    ['numbers where text should be', 'write', { path: 7, content: 8 }, []],
  ] as const)('%s', (_name, kind, input, calls) => expect(readCall(kind, input)).toEqual(calls));
});

describe('places of a host', () => {
  const root = '/repo';
  it.each([
    ['src/a.ts', {}, 'src/a.ts'],
    ['/repo/src/a.ts', {}, 'src/a.ts'],
    ['a.ts', { cwd: '/repo/src' }, 'src/a.ts'],
    ['../a.ts', { cwd: '/repo/src' }, 'a.ts'],
    ['../a.ts', {}, undefined],
    ['/repository/a.ts', {}, undefined],
    ['file:///repo/a%20b.ts', {}, 'a b.ts'],
    ['C:\\w\\src\\a.ts', { base: '/c:/w' }, 'src/a.ts'],
    ['src\\a.ts', { base: 'C:\\w' }, 'src/a.ts'],
    ['D:\\w\\a.ts', { base: 'C:\\w' }, undefined],
    ['/workspace/a.ts', { base: '/workspace' }, 'a.ts'],
    ['/repo', {}, ''],
  ])('%s %j', (hostPath, place, inside) => expect(locate(hostPath, { root, ...place })).toBe(inside));
});
