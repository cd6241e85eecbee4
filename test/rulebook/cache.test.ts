import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheKey, diskCache } from '../../src/rulebook/cache.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { sampleRule } from './sample-rules.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bylaw-cache-'));
});
afterEach(() => removeFolder(root));

describe('the cache', () => {
  const rulebook = { version: 1 as const, prose: {}, rules: [sampleRule()] };
  const files = { settings: { exclude: ['dist/**'] }, rulebook, written: [{ rule: sampleRule(), file: 'a.yaml' }] };

  it('gives back what was kept under the same key only', () => {
    diskCache(root).set('k1', files);
    expect(diskCache(root).get('k1')).toEqual(files);
    expect(diskCache(root).get('k2')).toBeUndefined();
    expect(readdirSync(path.join(root, '.bylaw/cache')).sort()).toEqual(['.gitignore', 'rules.json']);
  });

  it('takes damage for absence', () => {
    diskCache(root).set('k1', files);
    const file = path.join(root, '.bylaw/cache/rules.json');
    for (const text of ['', '{', '[]', '{"key":"k1","files":{"settings":{},"written":[]}}']) {
      writeFileSync(file, text);
      expect(diskCache(root).get('k1')).toBeUndefined();
    }
  });

  it('has one key for each state of the files', () => {
    const texts = { settings: undefined, rulebook: 'version: 1', written: [{ file: 'a.yaml', text: 'id: a' }] };
    const others = [
      { ...texts, settings: '' },
      { ...texts, rulebook: 'version: 2' },
      { ...texts, written: [] },
      { ...texts, written: [{ file: 'b.yaml', text: 'id: a' }] },
      { ...texts, written: [{ file: 'a.yaml', text: 'id: b' }] },
    ];
    expect(cacheKey({ ...texts })).toBe(cacheKey(texts));
    expect(new Set([texts, ...others].map(cacheKey)).size).toBe(6);
  });

  it('needs no folder it may write to', () => {
    writeFileSync(path.join(root, '.bylaw'), 'a file in the way');
    expect(() => diskCache(root).set('k1', files)).not.toThrow();
    expect(diskCache(root).isProven('k1')).toBe(false);
  });
});
