import { folderOf, type RepoPath, repoPath } from '../model/path.ts';
import type { RepositoryFacts } from '../repository/facts.ts';
import { languageOf } from '../repository/languages.ts';

/** What a stranger needs to know of a repository to write a rule for it. */
export interface RepositoryNotes {
  /** Files by language, most first. */
  readonly languages: readonly { readonly language: string; readonly files: number }[];
  readonly packages: readonly string[];
  readonly dependencies: readonly string[];
  readonly scripts: readonly string[];
  /** Folders and files at the top, folders with how many files lie below. */
  readonly tree: readonly string[];
}

const MOST_PACKAGES = 20;
const MOST_DEPENDENCIES = 60;
const MOST_SCRIPTS = 40;
const MOST_TREE = 50;

export function repositoryNotes(facts: RepositoryFacts): RepositoryNotes {
  const files = facts.view.files();
  const languages = new Map<string, number>();
  for (const file of files) {
    const language = languageOf(file);
    if (language) languages.set(language, (languages.get(language) ?? 0) + 1);
  }
  return {
    languages: [...languages]
      .map(([language, count]) => ({ language, files: count }))
      .sort((a, b) => b.files - a.files || (a.language < b.language ? -1 : 1)),
    packages: facts
      .packages()
      .slice(0, MOST_PACKAGES)
      .map(({ name, folder }) => `${name} (${folder === '' ? '.' : folder})`),
    dependencies: [...facts.dependencies()].sort().slice(0, MOST_DEPENDENCIES),
    scripts: [...facts.scripts()].slice(0, MOST_SCRIPTS),
    tree: listing(repoPath(''), files, 2).slice(0, MOST_TREE),
  };
}

/** What lies in a folder, down to a depth; folders say how many files are below them. */
export function listing(folder: RepoPath, files: readonly RepoPath[], depth: number): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = files.filter((file) => file.startsWith(prefix) && !file.startsWith('.bylaw/'));
  const folders = new Map<string, number>();
  const plain: string[] = [];
  for (const file of below) {
    const parts = file.slice(prefix.length).split('/');
    if (parts.length === 1) plain.push(file);
    for (let length = 1; length < parts.length && length <= depth; length++) {
      const at = `${prefix}${parts.slice(0, length).join('/')}/`;
      folders.set(at, (folders.get(at) ?? 0) + 1);
    }
  }
  return [...[...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, count]) => `${at} (${count})`), ...plain];
}

/** The neighbourhood of a path: the folder itself, or the one it lies in. */
export function around(path: RepoPath, facts: RepositoryFacts): readonly string[] {
  const folder = facts.view.kind(path) === 'folder' ? path : folderOf(path);
  return listing(folder, facts.view.files(), 1).slice(0, 12);
}
