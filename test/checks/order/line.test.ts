import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/checks/command/read.ts';
import { changed, happeningsOf, kept } from '../../../src/checks/order/line.ts';
import { repoPath } from '../../../src/model/path.ts';
import { memoryView } from '../../../src/repository/overlay.ts';
import { invocation } from './acting.ts';

const view = memoryView({ 'src/a.ts': 'x', 'GUIDE.md': 'g' }, 'feature');

function told(line: string, exitCode?: number): readonly string[] {
  return happeningsOf(readCommandLine(line, repoPath('.'), view), exitCode, view).map((happening) => {
    if (happening.kind === 'ran') return `ran ${happening.invocation.text}`;
    return happening.kind === 'read' ? `read ${happening.path}` : `${happening.change} ${happening.path}`;
  });
}

describe('what a line makes happen', () => {
  const cases: readonly [string, number | undefined, readonly string[]][] = [
    ['make lint && git commit', 0, ['ran make lint', 'ran git commit']],
    ['echo x > src/a.ts; make lint', undefined, ['modify src/a.ts', 'ran echo x', 'ran make lint']],
    ['make lint; echo x > src/a.ts', undefined, ['ran make lint', 'modify src/a.ts', 'ran echo x']],
    ['echo x > src/n.ts', 0, ['create src/n.ts', 'ran echo x']],
    ['rm src/a.ts', 0, ['delete src/a.ts', 'ran rm src/a.ts']],
    ['mv src/a.ts src/b.ts', 0, ['rename src/b.ts', 'ran mv src/a.ts src/b.ts']],
    ['cat GUIDE.md', 0, ['read GUIDE.md', 'ran cat GUIDE.md']],
    ['cat GUIDE.md', 1, ['ran cat GUIDE.md']],
    ['rm src/a.ts && false', 1, ['delete src/a.ts', 'ran rm src/a.ts', 'ran false']],
    [
      'rm src/a.ts; make lint; rm src/a.ts',
      0,
      ['delete src/a.ts', 'ran rm src/a.ts', 'ran make lint', 'delete src/a.ts', 'ran rm src/a.ts'],
    ],
    ['echo x > /tmp/elsewhere', 0, ['ran echo x']],
  ];
  it.each(cases)('%s (%s)', (line, exitCode, expected) => {
    expect(told(line, exitCode)).toEqual(expected);
  });

  it('is told with its end and its branch', () => {
    expect(happeningsOf(readCommandLine('make', repoPath('.'), view), 2, view)).toMatchObject([
      { kind: 'ran', exitCode: 2, branch: 'feature' },
    ]);
  });
});

it('a change of a file that git ignores says so, unless it came from one that git has', () => {
  const [inside, outside] = [repoPath('node_modules/x/a.js'), repoPath('src/a.ts')];
  expect(changed(inside, 'modify', undefined, view).ignored).toBe(true);
  expect(changed(inside, 'rename', outside, view).ignored).toBeUndefined();
  expect(changed(outside, 'modify', undefined, view).ignored).toBeUndefined();
});

it('an invocation is remembered within bounds', () => {
  const long = 'x'.repeat(100_000);
  const huge = invocation('make lint', {
    args: ['lint', long, ...Array.from({ length: 10_000 }, () => 'more')],
    env: { A: 'a', B: long },
    under: [['sudo', long]],
    chain: [long],
    text: long,
    stdin: long,
    touches: Array.from({ length: 10_000 }, () => ({ kind: 'write' as const, path: 'x' })),
    places: { 1: 'near', 9999: 'far' },
  });
  const small = kept(huge);
  expect(JSON.stringify(small).length).toBeLessThan(10_000);
  expect(small.args.slice(0, 3)).toEqual(['lint', undefined, 'more']);
  expect(small.env).toEqual({ A: 'a', B: undefined });
  expect(small.places).toEqual({ 1: 'near' });
  expect(small.stdin).toBeUndefined();
});

it('an invocation of ordinary size is remembered whole', () => {
  const [usual] = readCommandLine('CI=1 sudo make -C src lint', repoPath('.'), view).invocations;
  expect(usual && kept(usual)).toEqual(usual);
});
