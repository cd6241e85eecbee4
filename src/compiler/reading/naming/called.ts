import { nameOf, type RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import { singular, topmost } from './roles.ts';

/** Nouns of any repository, which say nothing of a folder that happens to have the name. */
const VAGUE =
  /^(?:apis?|types?|config(?:uration)?s?|features?|behaviou?rs?|logic|data|class(?:es)?|functions?|methods?|interfaces?|tests?|docs?|documentation|scripts?|examples?|fixtures?|utils?|helpers?|common|shared|core|main|src|lib|libs|index|code|files?|names?|values?|options?|settings?|versions?|dependenc(?:y|ies)|packages?|modules?|projects?|build)$/;
/** Where things lie that are about others, or that are made of them. */
const ASIDE =
  /(?:^|\/)(?:docs?|tests?|__tests__|__mocks__|__snapshots__|specs?|e2e|fixtures?|testdata|examples?|samples?|templates?|node_modules|vendor|dist|\.[^/]+)(?:\/|$)/;
const DOCUMENT = /\.(?:md|mdx|txt|rst|snap|lock|log)$/;
/** More places than these, and it is not clear which are meant. */
const MOST = 4;

/**
 * The files that go by a noun: "tools" → the folders `tools/` and `tools.ts`, "type definitions" → `type-definitions/`,
 * "codegen" → `codegen-scanner.ts`. Empty where there are none, or so many that the name says little.
 */
export function filesCalled(words: readonly string[], facts: RepositoryFacts): readonly string[] {
  const noun = words.map(singular);
  const text = words.join(' ');
  if (noun.length > 3 || VAGUE.test(text) || text.length < 4 || !words.every((word) => /^[a-z-]+$/.test(word)))
    return [];
  const { open, filled } = sourcesOf(facts);
  const ending = filled.filter((folder) => endsIn(nameOf(folder), noun));
  const same = ending.filter((folder) => sameWords(nameOf(folder), noun));
  const named = topmost(same.length > 0 ? same : ending);
  const files = open.filter((file) => !named.some((each) => file.startsWith(`${each}/`)));
  const exact = files.filter((file) => sameWords(stemOf(file), noun));
  const found = [...named.map((folder) => `${folder}/**`), ...exact];
  const all = found.length > 0 ? found : files.filter((file) => beginsWith(stemOf(file), noun));
  return all.length <= MOST ? all : [];
}

interface Sources {
  readonly open: readonly RepoPath[];
  /** Folders with such files, however far down. */
  readonly filled: readonly RepoPath[];
}

const sources = new WeakMap<RepositoryFacts, Sources>();

/** The files that a noun may mean, and their folders. */
function sourcesOf(facts: RepositoryFacts): Sources {
  const known = sources.get(facts);
  if (known) return known;
  const open = facts.view.files().filter((file) => !ASIDE.test(file) && !DOCUMENT.test(file));
  const above = new Set(open.flatMap(foldersOf));
  const found = { open, filled: [...facts.folders()].filter((folder) => above.has(folder)) };
  sources.set(facts, found);
  return found;
}

/** The folders that a path lies in. */
function foldersOf(path: RepoPath): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

function stemOf(file: RepoPath): string {
  return nameOf(file).replace(/\..*$/, '');
}

/** The words of a name in whatever style: `typeDefinitions`, `type-definitions`, `type_definitions`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map(singular);
}

function sameWords(name: string, noun: readonly string[]): boolean {
  return wordsOf(name).join() === noun.join();
}

function endsIn(name: string, noun: readonly string[]): boolean {
  return wordsOf(name).slice(-noun.length).join() === noun.join();
}

/** A file of a longer name is meant by a word that is hardly ever used otherwise. */
function beginsWith(name: string, noun: readonly string[]): boolean {
  return noun.join('').length >= 6 && wordsOf(name).slice(0, noun.length).join() === noun.join();
}
