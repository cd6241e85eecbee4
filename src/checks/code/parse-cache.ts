import type { Language } from '../../model/language.ts';
import { grammarOf } from './grammars.ts';
import type { SyntaxTree } from './syntax.ts';

/** Parsing one file may take this long, in milliseconds. */
export const PARSE_BUDGET = 5000;
/** Trees are kept up to this many UTF-16 units of text (a tree takes some ten times its text). */
const KEPT_TEXT = 4_000_000;
const KEPT_TREES = 200;

const trees = new Map<string, SyntaxTree>();
/** The last text seen at a place (a file, or a block of one): its tree is the start of the next parse. */
const latest = new Map<string, string>();
let held = 0;

/**
 * The tree of a text, from the cache or parsed; `undefined` if there is no grammar or the time ran out.
 * `place` names where the text stands, for parsing again only what changed. The cache owns the tree.
 */
export function treeOf(language: Language, text: string, place?: string): SyntaxTree | undefined {
  const key = `${language}\0${text}`;
  const known = trees.get(key);
  if (known) {
    trees.delete(key);
    trees.set(key, known);
    if (place !== undefined) latest.set(place, key);
    return known;
  }
  const earlier = place === undefined ? undefined : trees.get(latest.get(place) ?? '');
  const tree = parse(language, text, latest.get(place ?? '')?.startsWith(`${language}\0`) ? earlier : undefined);
  if (tree) keep(key, tree, place);
  return tree;
}

/** Parses a text. What follows an error depends on the way there, so trees with errors are never built upon. */
export function parse(language: Language, text: string, earlier?: SyntaxTree): SyntaxTree | undefined {
  const grammar = grammarOf(language);
  if (earlier && !earlier.root.hasError) {
    const tree = grammar?.parse(text, PARSE_BUDGET, earlier);
    if (!tree?.root.hasError) return tree;
    tree.delete();
  }
  return grammar?.parse(text, PARSE_BUDGET);
}

function keep(key: string, tree: SyntaxTree, place: string | undefined): void {
  trees.set(key, tree);
  held += tree.text.length;
  if (place !== undefined) latest.set(place, key);
  for (const [oldest, old] of trees) {
    if ((held <= KEPT_TEXT && trees.size <= KEPT_TREES) || oldest === key) break;
    trees.delete(oldest);
    held -= old.text.length;
    old.delete();
  }
  if (latest.size > 10 * KEPT_TREES) {
    for (const [where, last] of latest) if (!trees.has(last)) latest.delete(where);
  }
}

/** Forgets all trees and frees their memory. */
export function forgetTrees(): void {
  for (const tree of trees.values()) tree.delete();
  trees.clear();
  latest.clear();
  held = 0;
}
