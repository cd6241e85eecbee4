import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskCache } from '../../src/rulebook/cache.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { sampleRule } from './sample-rules.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bylaw-cache-'));
});
afterEach(() => removeFolder(root));

describe('the cache', () => {
  const book = { version: 1 as const, prose: {}, rules: [sampleRule()] };

  it('gives back what was kept under the same key only', () => {
    diskCache(root).set('k1', book);
    expect(diskCache(root).get('k1')).toEqual(book);
    expect(diskCache(root).get('k2')).toBeUndefined();
    expect(readdirSync(path.join(root, '.bylaw/cache')).sort()).toEqual(['.gitignore', 'rulebook.json']);
  });

  it('takes damage for absence', () => {
    diskCache(root).set('k1', book);
    const file = path.join(root, '.bylaw/cache/rulebook.json');
    for (const text of ['', '{', '[]', '{"key":"k1","rulebook":{"version":1,"prose":{},"rules":[{}]}}']) {
      writeFileSync(file, text);
      expect(diskCache(root).get('k1')).toBeUndefined();
    }
  });

  it('needs no folder it may write to', () => {
    writeFileSync(path.join(root, '.bylaw'), 'a file in the way');
    expect(() => diskCache(root).set('k1', book)).not.toThrow();
    expect(diskCache(root).isProven('k1')).toBe(false);
  });
});
