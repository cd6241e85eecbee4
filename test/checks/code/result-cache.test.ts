import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openResultCache } from '../../../src/checks/code/result-cache.ts';
import type { PackedInspection } from '../../../src/checks/code/scan-message.ts';
import { repoPath } from '../../../src/model/path.ts';
import { removeFolder } from '../../setup/remove-folder.ts';
import { codeRule } from './rules.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bylaw-results-'));
  mkdirSync(path.join(root, '.bylaw'));
});
afterEach(() => removeFolder(root));

const rules = [codeRule('no-eval', { match: [{ languages: ['javascript'], pattern: 'eval($$$)' }] })];
const files = Array.from({ length: 30 }, (_, at) => repoPath(`src/f${at}.js`));
const resultOf = (at: number): PackedInspection => (at % 3 === 0 ? [] : [[0, at, 1, at, 5, `eval("é😀\n${at}")`]]);

function filled(): void {
  const cache = openResultCache(root, rules);
  files.forEach((file, at) => {
    cache.set(file, `text ${at}`, resultOf(at));
  });
  cache.save();
}

describe('the cache of results', () => {
  it('finds each result again, whether few are asked for or all', () => {
    filled();
    for (const step of [1, 7, 29]) {
      const cache = openResultCache(root, rules);
      for (let at = files.length - 1; at >= 0; at -= step)
        expect(cache.get(files[at] ?? repoPath(''), `text ${at}`)).toEqual(resultOf(at));
    }
  });

  it('knows no other text, path or rules', () => {
    filled();
    const file = repoPath('src/f1.js');
    expect(openResultCache(root, rules).get(file, 'text 2')).toBeUndefined();
    expect(openResultCache(root, rules).get(repoPath('src/f2.js'), 'text 1')).toBeUndefined();
    const others = [codeRule('no-eval', { match: [{ languages: ['javascript'], pattern: 'exec($$$)' }] })];
    expect(openResultCache(root, others).get(file, 'text 1')).toBeUndefined();
  });

  it('keeps what few runs did not ask for, and forgets what most did not', () => {
    filled();
    const few = openResultCache(root, rules);
    few.set(repoPath('src/new.js'), 'new', []);
    few.save();
    expect(openResultCache(root, rules).get(repoPath('src/f1.js'), 'text 1')).toEqual(resultOf(1));
    const most = openResultCache(root, rules);
    for (let at = 0; at < 20; at += 1) most.get(files[at] ?? repoPath(''), `text ${at}`);
    most.set(repoPath('src/newer.js'), 'newer', []);
    most.save();
    expect(openResultCache(root, rules).get(repoPath('src/f3.js'), 'text 3')).toEqual([]);
    expect(openResultCache(root, rules).get(repoPath('src/f25.js'), 'text 25')).toBeUndefined();
  });
});
