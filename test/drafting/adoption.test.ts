import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { moveAdopted } from '../../src/drafting/adoption.ts';
import { readFile } from '../../src/drafting/draft-files.ts';
import { repoPath } from '../../src/model/path.ts';
import { memoryView } from '../../src/repository/overlay.ts';
import { removeFolder } from '../setup/remove-folder.ts';
import { draft, FILE } from './house.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

/** Adopts the rules of these ids out of a draft file on disk; what is left of the file, and the adopted rules. */
function adopt(text: string, ids: readonly string[]) {
  const root = mkdtempSync(path.join(tmpdir(), 'adoption-'));
  folders.push(root);
  mkdirSync(path.join(root, '.bylaw/drafts'), { recursive: true });
  writeFileSync(path.join(root, FILE), text);
  const { drafts } = readFile(FILE, text);
  const written = moveAdopted(
    drafts.filter(({ rule }) => ids.includes(rule.id)),
    { ...memoryView({ [FILE]: text }), root },
  );
  const at = (file: string) => {
    try {
      return readFileSync(path.join(root, file), 'utf8');
    } catch {
      return undefined;
    }
  };
  return { rest: at(repoPath(FILE)), rules: written.map((file) => parse(at(file) ?? '')) };
}

describe('adopted drafts', () => {
  const scope = draft().scope;
  const [one, two, three] = ['one', 'two', 'three'].map((id) => draft({ id, scope }));

  it('leave the others of their file, with its comments', () => {
    const text = `# Mine.\n${stringify({ rules: [one, two, three] }, { aliasDuplicateObjects: false })}`;
    const { rest, rules } = adopt(text, ['one', 'three']);
    expect(rules.map(({ id, origin }) => [id, origin])).toEqual([
      ['one', 'adopted'],
      ['three', 'adopted'],
    ]);
    expect(rest).toMatch(/^# Mine\./);
    expect(parse(rest ?? '').rules).toEqual([two]);
  });

  it('take along what others share with them by an alias', () => {
    const text = stringify({ rules: [one, two, three] });
    expect(text).toContain('*a1');
    const { rest, rules } = adopt(text, ['one']);
    expect(rules).toMatchObject([{ id: 'one', scope: one?.scope }]);
    expect(parse(rest ?? '').rules).toEqual([two, three]);
  });

  it('take the file away with the last rule', () => {
    expect(adopt(stringify({ rules: [one, two] }), ['one', 'two']).rest).toBeUndefined();
    expect(adopt(stringify(one), ['one']).rest).toBeUndefined();
  });
});
