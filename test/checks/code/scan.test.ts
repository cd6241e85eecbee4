import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { repoPath } from '../../../src/model/path.ts';
import { diskView } from '../../../src/repository/disk.ts';
import { removeFolder } from '../../setup/remove-folder.ts';
import { codeRule } from './rules.ts';

const root = mkdtempSync(path.join(tmpdir(), 'bylaw-scan-'));
const cache = path.join(root, '.bylaw', 'cache', 'code.txt');
const languages = ['javascript' as const];
const rule = codeRule('no-eval', { match: [{ languages, pattern: 'eval($$$)' }] });
const other = codeRule('no-alert', { match: [{ languages, pattern: 'alert($$$)' }] });

beforeAll(() => {
  mkdirSync(path.join(root, '.bylaw'));
  writeFileSync(path.join(root, 'a.js'), 'eval(1);\nalert(2);\n');
  writeFileSync(path.join(root, 'b.js'), 'ok();\n');
});
afterAll(() => removeFolder(root));

async function scan(rules = [rule]) {
  const view = diskView(root);
  const engine = createEngine(rules, view);
  const { violations } = await engine.inspect(
    view.files().filter((file) => file.endsWith('.js')),
    view,
  );
  return violations.map(({ rule: id, location, found }) => `${id} ${location?.path}:${location?.line} ${found}`);
}

describe('a scan of a whole tree', () => {
  it('finds the same from the cache as anew, and follows changes of files and rules', async () => {
    expect(await scan()).toEqual(['no-eval a.js:1 eval(1)']);
    expect(existsSync(cache)).toBe(true);
    expect(readFileSync(path.join(path.dirname(cache), '.gitignore'), 'utf8')).toBe('*\n');
    expect(await scan()).toEqual(['no-eval a.js:1 eval(1)']);
    expect(await scan([other])).toEqual(['no-alert a.js:2 alert(2)']);
    writeFileSync(path.join(root, 'b.js'), '\neval(3);\n');
    expect(await scan()).toEqual(['no-eval a.js:1 eval(1)', 'no-eval b.js:2 eval(3)']);
  });

  it('takes a damaged cache for none', async () => {
    await scan();
    const whole = readFileSync(cache, 'utf8');
    for (const damage of ['{"state":', whole.slice(0, -4), whole.replaceAll('[', '{')]) {
      writeFileSync(cache, damage);
      expect(await scan()).toEqual(['no-eval a.js:1 eval(1)', 'no-eval b.js:2 eval(3)']);
    }
  });

  it('tells of a rule that cannot work each time, not only the first', async () => {
    const broken = codeRule('broken', { match: [{ languages, query: '(no_such_node) @match' }] });
    for (const _ of ['anew', 'again']) {
      const view = diskView(root);
      const engine = createEngine([rule, broken], view);
      await engine.inspect(['a.js', 'b.js'].map(repoPath), view);
      expect([...engine.rejected.keys()]).toEqual(['broken']);
    }
  });

  it('says the same over several threads as in one, in the order of the files', async () => {
    const large = mkdtempSync(path.join(tmpdir(), 'bylaw-threads-'));
    const filler = 'export const list = [1, 2, 3].map((n) => n + 1);\n'.repeat(4000);
    for (let at = 0; at < 10; at += 1)
      writeFileSync(path.join(large, `f${at}.js`), `${filler}${'eval(0);\n'.repeat(at % 3)}`);
    writeFileSync(path.join(large, 'AGENTS.md'), 'Never call `eval`.\n');
    spawnSync(process.execPath, ['bin/bylaw.js', 'compile', '--root', large]);
    const ran = spawnSync(process.execPath, ['bin/bylaw.js', 'check', '--root', large, '--json'], { encoding: 'utf8' });
    const found: { violations: { location: { path: string; line: number } }[] } = JSON.parse(ran.stdout);
    removeFolder(large);
    const expected = Array.from({ length: 10 }, (_, at) =>
      Array.from({ length: at % 3 }, (_, nth) => `f${at}.js:${4001 + nth}`),
    ).flat();
    expect(found.violations.map(({ location }) => `${location.path}:${location.line}`)).toEqual(expected);
  });
});
