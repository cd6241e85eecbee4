import type { Intent } from '../../../model/intent.ts';
import { folderOf, nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import type { ReadClause } from '../setting.ts';

const MIRRORS =
  /\b(?:mirrors?|mirroring|parallels?|match(?:es)? the (?:structure|layout|tree)|same (?:structure|layout|tree))\b/i;
const PAIR =
  /`((?:[\w.-]+\/)+[\w-]+\.\w+)`\s*(?:→|->|=>|⇒|is tested (?:in|by)|maps to|↔)\s*`((?:[\w.-]+\/)+[\w.-]+\.\w+)`/;

/** "Tests mirror the sources: `src/app/a/b.py` → `tests/a/test_b.py`": a new test lies where its source says. */
export function readTestTree(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  if (stance === 'forbid' || !MIRRORS.test(statement) || !/\btests?\b/i.test(statement)) return undefined;
  const [, source, test] = PAIR.exec(statement) ?? [];
  const tree = source !== undefined && test !== undefined ? treeOf(source as RepoPath, test as RepoPath) : undefined;
  if (!tree || !bornOut(tree, knowledge.facts)) return undefined;
  const reach = { ...setting.reach, unclear: [], include: [], exclude: asideOf(tree, knowledge.facts) };
  return [{ ...read.common, reach, shape: 'mirrored', ...tree }];
}

/** Where tests lie and what they test: `tests` and `src/app`, `test_` and ``, `.py`. */
export interface MirroredTree {
  readonly tests: string;
  readonly sources: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly ending: string;
}

function treeOf(source: RepoPath, test: RepoPath): MirroredTree | undefined {
  const ending = /\.\w+$/.exec(source)?.[0] ?? '';
  const stem = nameOf(source).slice(0, -ending.length);
  const name = nameOf(test);
  const at = name.indexOf(stem);
  if (ending === '' || at < 0 || !name.endsWith(ending) || name === nameOf(source)) return undefined;
  const inner = folderOf(source).split('/');
  const outer = folderOf(test).split('/');
  let shared = 0;
  while (shared < Math.min(inner.length, outer.length) && inner.at(-1 - shared) === outer.at(-1 - shared)) shared += 1;
  const sources = inner.slice(0, inner.length - shared).join('/');
  const tests = outer.slice(0, outer.length - shared).join('/');
  if (sources === '' || tests === '' || sources === tests) return undefined;
  return { tests, sources, prefix: name.slice(0, at), suffix: name.slice(at + stem.length, -ending.length), ending };
}

/** Do half of the tests that are there have their source where the example says? */
function bornOut(tree: MirroredTree, facts: RepositoryFacts): boolean {
  const tests = testsOf(tree, facts);
  const fitting = tests.filter((file) => {
    const source = `${tree.sources}${folderOf(file).slice(tree.tests.length)}/${sourceName(file, tree)}`;
    return [`${source}${tree.ending}`, source].some((path) => facts.view.kind(path as RepoPath) !== 'absent');
  });
  return tests.length > 0 && fitting.length * 2 >= tests.length;
}

function testsOf(tree: MirroredTree, facts: RepositoryFacts): readonly RepoPath[] {
  const { tests, prefix, suffix, ending } = tree;
  return facts.view
    .files()
    .filter(
      (file) =>
        file.startsWith(`${tests}/`) && nameOf(file).startsWith(prefix) && nameOf(file).endsWith(`${suffix}${ending}`),
    );
}

function sourceName(file: RepoPath, { prefix, suffix, ending }: MirroredTree): string {
  return nameOf(file).slice(prefix.length, -(suffix.length + ending.length));
}

/** Folders of tests that no folder of sources stands behind (`tests/integration`) follow rules of their own. */
function asideOf({ tests, sources }: MirroredTree, facts: RepositoryFacts): readonly string[] {
  const depth = tests.split('/').length + 1;
  return [...facts.folders()]
    .filter((folder) => folder.startsWith(`${tests}/`) && folder.split('/').length === depth)
    .filter((folder) => !facts.folders().has(`${sources}${folder.slice(tests.length)}` as RepoPath))
    .map((folder) => `${folder}/**`);
}
