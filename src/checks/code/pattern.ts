import type { Language } from '../../model/language.ts';
import { contextsOf } from './contexts.ts';
import { grammarOf } from './grammars.ts';
import { HOLE, withHoles } from './holes.ts';
import { occurs } from './occurrence.ts';
import { fragmentQuery } from './pattern-query.ts';
import { shapeOf } from './plain-names.ts';
import { probesOf } from './skeleton.ts';
import type { Grammar, SyntaxTree } from './syntax.ts';

const BUDGET = 500;
/** What goes on from an expression without a blank: `.then()`, `::new`, `!`, `[0]`, `: T`, `<T>`. */
const CONTINUES = /^(\??\.|::|->|\?->|!|\[|:|<|\?)/;

/** A fragment parsed in surroundings that take it. */
export interface Reading {
  readonly query: string;
  readonly tier: 'common' | 'rare';
  /** The whole text that was parsed, holes as stand-ins. */
  readonly text: string;
}

/**
 * Compiles a code pattern (ast-grep's conventions: `$NAME` one node, `$$$` any number) to a tree-sitter query whose
 * `@match` is what the pattern stands for. `startSyntax` must have resolved.
 */
export function patternToQuery(language: Language, pattern: string): { query: string } | { error: string } {
  const grammar = grammarOf(language);
  if (!grammar) return { error: `there is no grammar for ${language}` };
  const queries = readingsOf(grammar, withHoles(pattern)).map(({ query }) => query);
  if (queries.length === 0) return { error: `\`${pattern}\` is not code that the ${language} grammar can read` };
  return { query: queries.join('\n') };
}

/** Does a query look among the bare tokens of a macro's arguments? There anything goes, and nothing is known. */
export function isAmongTokens(query: string): boolean {
  return /^\(+token_tree/.test(query);
}

/** Fragments whose readings are kept: what prose names, it names more than once, and evidence asks again. */
const MOST_KEPT = 2000;
const kept = new Map<string, readonly Reading[]>();

/** All readings of a fragment: every common surrounding that takes it, or else the first rare one. */
export function readingsOf(grammar: Grammar, fragment: string): readonly Reading[] {
  const key = `${grammar.language}\0${fragment}`;
  const known = kept.get(key) ?? readByShape(grammar, fragment);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, known);
  return known;
}

/** Prose names many things in few shapes; reading one tries up to forty surroundings. */
function readByShape(grammar: Grammar, fragment: string): readonly Reading[] {
  const shape = shapeOf(fragment, grammar);
  if (!shape) return readingsAsWritten(grammar, fragment);
  return readingsOf(grammar, shape.fragment).map(({ query, tier, text }) => ({
    query: shape.named(query),
    tier,
    text: shape.named(text),
  }));
}

/** All readings of a fragment, its shape aside. */
export function readingsAsWritten(grammar: Grammar, fragment: string): readonly Reading[] {
  const readings: Reading[] = [];
  const known = new Set<string>();
  for (const context of contextsOf(grammar.language)) {
    if (context.tier === 'rare' && readings.some((reading) => !isAmongTokens(reading.query))) break;
    if (context.before.endsWith(HOLE) && !CONTINUES.test(fragment)) continue;
    const tag = /^<([\w.-]+)/.exec(fragment)?.[1] ?? 'sample';
    const text = `${context.before}${fragment}${context.after.replaceAll('TAG', tag)}`;
    const query = readIn(grammar, text, context.before.length, fragment);
    if (query === undefined || known.has(query)) continue;
    known.add(query);
    readings.push({ query, tier: context.tier, text });
  }
  return readings;
}

function readIn(grammar: Grammar, text: string, offset: number, fragment: string): string | undefined {
  const tree = grammar.parse(text, BUDGET);
  if (!tree) return undefined;
  try {
    if (tree.root.hasError) return undefined;
    const start = offset + (fragment.length - fragment.trimStart().length);
    const query = fragmentQuery(grammar, tree, start, offset + fragment.trimEnd().length);
    return query !== undefined && isShape(grammar, query, tree) ? query : undefined;
  } finally {
    tree.delete();
  }
}

/** A reading must at least find what it was read from. Its shape tells enough. */
function isShape(grammar: Grammar, query: string, tree: SyntaxTree): boolean {
  return probesOf(query, 'root').some((probe) => occurs(grammar, { ...probe, predicates: [] }, tree));
}
