import type { Intent, Mention } from '../../../model/intent.ts';
import { folderOf, nameOf } from '../../../model/path.ts';
import { globTest } from '../../../repository/globs.ts';
import type { ReadClause } from '../setting.ts';

const SPLIT =
  /\b(?:directory|folder)[- ]based (?:test|tests|testing)\b|\btests? (?:are|is|stay|stays) (?:split|divided|separated|grouped) (?:by|into) (?:directory|directories|folders?)\b|\btest split by (?:directory|folder)\b/i;

/** "Use the directory-based test split": each test lies in one of the folders below the tests folder. */
export function readTestSplit(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { knowledge, statement } = setting;
  const kind = knowledge.lexicon.fileKinds.tests;
  if (stance === 'forbid' || !SPLIT.test(statement) || !kind) return undefined;
  const named = knowledge.globsOf(kind).filter((glob) => !glob.endsWith('/**') && !/conftest/.test(glob));
  const isTest = globTest(named);
  const tests = knowledge.facts.view.files().filter((file) => isTest(file));
  const roots = ['tests', 'test'].filter((root) => tests.some((file) => file.startsWith(`${root}/`)));
  const [root] = roots;
  const split = tests.filter((file) => nameOf(folderOf(file)) !== root && file.startsWith(`${root}/`));
  if (root === undefined || roots.length > 1 || split.length * 2 < tests.length || split.length === 0) return undefined;
  const what: Mention = { kind: 'files', id: 'tests', text: 'tests', globs: named };
  const under: Mention = { kind: 'path', text: `${root}/*/`, globs: [`${root}/*/**`], exists: true, folder: true };
  const reach = { ...setting.reach, unclear: [], include: [] };
  return [{ ...read.common, reach, shape: 'place', what: [what], words: read.words, under: [under], beside: false }];
}
