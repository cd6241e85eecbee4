import { describe, expect, it } from 'vitest';
import { createReported } from '../../src/engine/reported.ts';
import { repoPath } from '../../src/model/path.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { textOf } from '../../src/repository/view.ts';

const file = repoPath('src/a.ts');
const old = memoryView({ 'src/a.ts': 'old' });

describe('contents that were reported', () => {
  it('hold as long as the disk has not moved', () => {
    const reported = createReported();
    reported.add(new Map([[file, 'new']]), old);
    expect(textOf(reported.over(old), file)).toBe('new');
    expect(textOf(reported.over(old), file)).toBe('new');
  });

  it.each([
    ['has the same', { 'src/a.ts': 'new' }, 'new'],
    ['has something else', { 'src/a.ts': 'newest' }, 'newest'],
    ['has nothing there', {}, undefined],
  ])('give way once the disk %s', (_, now, text) => {
    const reported = createReported();
    reported.add(new Map([[file, 'new']]), old);
    expect(textOf(reported.over(memoryView(now)), file)).toBe(text);
    // Once gone they do not come back when the disk does.
    expect(textOf(reported.over(old), file)).toBe('old');
  });

  it('are not kept where the disk agrees', () => {
    const reported = createReported();
    reported.add(new Map([[file, 'old']]), old);
    expect(reported.over(old)).toBe(old);
  });

  it('can be that a file is gone', () => {
    const reported = createReported();
    reported.add(new Map([[file, undefined]]), old);
    expect(reported.over(old).kind(file)).toBe('absent');
    expect(reported.over(memoryView({})).kind(file)).toBe('absent');
    expect(textOf(reported.over(memoryView({ 'src/a.ts': 'back' })), file)).toBe('back');
  });

  it('are dropped from the oldest on when there are too many', () => {
    const reported = createReported();
    const empty = memoryView({});
    for (let index = 0; index < 1200; index += 1) reported.add(new Map([[repoPath(`f${index}`), 'x']]), empty);
    const files = reported.over(empty).files();
    expect(files).toHaveLength(1000);
    expect(files).not.toContain('f199');
    expect(files).toContain('f200');
  });

  it('are dropped from the oldest on when they are too long', () => {
    const reported = createReported();
    const empty = memoryView({});
    const text = 'x'.repeat(6 << 20);
    for (const name of ['a', 'b', 'c']) reported.add(new Map([[repoPath(name), text]]), empty);
    expect(reported.over(empty).files()).toEqual(['b', 'c']);
  });
});
