import { createHash } from 'node:crypto';
import type { RepoPath } from '../../model/path.ts';
import type { Edge, Facts } from './fact.ts';
import { languageOf } from './languages.ts';
import { keyOf, type Resolver } from './resolver.ts';

/** A file of the graph: its edges, and the keys of the answers they hang on. */
export interface Node {
  readonly edges: readonly Edge[];
  readonly keys: readonly string[];
  readonly problem: string | undefined;
}

export const NO_FACTS: Facts = { imports: [] };

export function factsOf(path: RepoPath, text: string | undefined): Facts {
  return (text === undefined ? undefined : languageOf(path)?.facts(path, text)) ?? NO_FACTS;
}

export function nodeOf(path: RepoPath, facts: Facts, resolver: Pick<Resolver, 'resolve'>): Node {
  const language = languageOf(path);
  if (!language) return { edges: [], keys: [], problem: undefined };
  return {
    edges: facts.imports.flatMap((fact) => resolver.resolve(language, fact, path).map((to) => ({ fact, to }))),
    keys: facts.imports.map((fact) => keyOf(language, fact, path)),
    problem: facts.problem,
  };
}

/** The files that an edge leads to; a package that is a folder stands for its files of the same language. */
export function targetsOf(
  { to }: Edge,
  from: RepoPath,
  inFolder: (folder: RepoPath) => readonly RepoPath[],
): readonly RepoPath[] {
  if (to.path === undefined || to.kind === 'missing') return [];
  if (to.kind === 'file') return [to.path];
  const language = languageOf(from);
  return language?.folders ? inFolder(to.path).filter((path) => language.reads(path) && !/_test\.go$/.test(path)) : [];
}

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

export function keepIn<T>(kept: Map<unknown, unknown>, key: unknown, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}
