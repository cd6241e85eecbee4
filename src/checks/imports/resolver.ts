import { folderOf, nameOf, type RepoPath } from '../../model/path.ts';
import type { RepositoryView } from '../../repository/view.ts';
import { textOf } from '../../repository/view.ts';
import type { ImportFact, ImportLanguage, Places, Reached } from './fact.ts';
import type { FileIndex } from './files.ts';

/** Resolves imports and remembers the answers, with all that they hang on. */
export interface Resolver {
  resolve(language: ImportLanguage, fact: ImportFact, from: RepoPath): readonly Reached[];
  inFolder(folder: RepoPath): readonly RepoPath[];
  /** Does an answer that was given hang on one of these questions? */
  hangs(key: string, questions: readonly string[]): boolean;
  /** Drops the answers that hang on one of these questions. */
  forget(questions: readonly string[]): void;
  /** An answer that was given before. */
  answer(key: string): readonly Reached[] | undefined;
}

/** Equal keys have equal answers. */
export function keyOf(language: ImportLanguage, fact: ImportFact, from: RepoPath): string {
  const place = language.byFile ? from : folderOf(from);
  return `${language.id}\0${place}\0${fact.specifier}${language.byName ? `\0${fact.names.join(',')}` : ''}`;
}

/** A resolver over the files of a view, which may change under it (`forget` then). `view` is read for manifests only. */
export function createResolver(view: RepositoryView, files: () => FileIndex): Resolver {
  const answers = new Map<string, readonly Reached[]>();
  const hanging = new Map<string, Set<string>>();
  const kept = new Map<string, unknown>();
  const manifests = new Map<RepoPath, string | undefined>();
  let asked = new Set<string>();

  const places: Places = {
    isFile(path) {
      asked.add(`p:${path}`);
      return files().isFile(path);
    },
    isFolder(path) {
      asked.add(`p:${path}`);
      return files().isFolder(path);
    },
    manifest(path) {
      if (!manifests.has(path)) manifests.set(path, textOf(view, path));
      return manifests.get(path);
    },
    named(name) {
      asked.add(`n:${name}`);
      return files().named(name);
    },
    withExtension: (extension) => view.files().filter((path) => path.endsWith(`.${extension}`)),
    inFolder(folder) {
      asked.add(`d:${folder}`);
      return files().inFolder(folder);
    },
    known<T>(key: string, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };

  return {
    resolve(language, fact, from) {
      const key = keyOf(language, fact, from);
      const known = answers.get(key);
      if (known) return known;
      asked = new Set();
      const answer = language.resolve(fact, from, places);
      answers.set(key, answer);
      for (const question of asked) {
        const keys = hanging.get(question);
        if (keys) keys.add(key);
        else hanging.set(question, new Set([key]));
      }
      return answer;
    },
    inFolder: (folder) => files().inFolder(folder),
    hangs: (key, questions) => questions.some((question) => hanging.get(question)?.has(key)),
    forget(questions) {
      for (const question of questions) for (const key of hanging.get(question) ?? []) answers.delete(key);
    },
    answer: (key) => answers.get(key),
  };
}

/** The questions whose answers may be others once these files have come or gone. */
export function questionsAbout(paths: readonly RepoPath[], flipped: (folder: RepoPath) => boolean): readonly string[] {
  const questions = new Set<string>();
  for (const path of paths) {
    questions
      .add(`p:${path}`)
      .add(`n:${nameOf(path)}`)
      .add(`d:${folderOf(path)}`);
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (flipped(folder)) questions.add(`p:${folder}`);
    }
  }
  return [...questions];
}
