import type { RepoPath } from '../../model/path.ts';
import type { Finding } from '../contract.ts';
import { BETWEEN } from '../kept.ts';
import { candidates, type Hit, type Hits } from './combined.ts';
import type { FilterContext, SideQuery } from './filters.ts';
import type { LanguageRules, PlacedMatcher, PlacedRule } from './language-rules.ts';
import { literalIndex } from './literals.ts';
import { spanOf } from './node-span.ts';
import { treeOf } from './parse-cache.ts';
import type { SyntaxNode, SyntaxTree } from './syntax.ts';

/** Matching one file may take this long, in milliseconds. */
export const QUERY_BUDGET = 2000;
/** The offending text of a finding is cut to this many UTF-16 units. */
const FOUND_LENGTH = 200;

/** What was found in a text, or why it was not looked at. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly notLookedAt?: string;
}

/** Judges one text by the rules of its language. `place` names the text for incremental parsing. */
export function judgeText(rules: LanguageRules, path: RepoPath, text: string, place: string): Judged {
  const inScope = rules.rules.filter(({ inScope }) => inScope(path));
  if (inScope.length === 0 || text.trim() === '') return { findings: [] };
  const possible = new Set(candidates(rules.probes, literalIndex(text)));
  const canMatch = (matchers: readonly PlacedMatcher[]) =>
    matchers.some(({ probes }) => probes.some((probe) => possible.has(probe)));
  const open = inScope.filter(
    ({ rule, match, when }) =>
      (rule.check.mode === 'require' || canMatch(match)) && (!rule.check.when?.length || canMatch(when)),
  );
  if (open.length === 0) return { findings: [] };

  const tree = treeOf(rules.grammar.language, text, place);
  if (!tree) return { findings: [], notLookedAt: 'parsing takes too long' };
  if (tree.root.endIndex < text.trimEnd().length)
    return { findings: [], notLookedAt: 'the grammar cannot take all of it' };
  const hits = rules.query.run(tree, QUERY_BUDGET);
  if (!hits.complete) return { findings: [], notLookedAt: 'matching takes too long' };
  const context = contextOf(rules, tree);
  const findings = open.flatMap((rule) => judgeRule(rule, path, hits, context));
  return context.incomplete() ? { findings: [], notLookedAt: 'matching takes too long' } : { findings };
}

interface Context extends FilterContext {
  incomplete(): boolean;
}

function contextOf(rules: LanguageRules, tree: SyntaxTree): Context {
  const known = new Map<SideQuery, readonly SyntaxNode[]>();
  let incomplete = false;
  return {
    tree,
    incomplete: () => incomplete,
    nodesOf(query) {
      const before = known.get(query);
      if (before) return before;
      const combined = rules.combine(rules.grammar, query.probes);
      const hits = combined.run(tree, QUERY_BUDGET);
      combined.delete();
      incomplete ||= !hits.complete;
      const nodes = [...hits.of.values()].flat().map(({ node }) => node);
      known.set(query, nodes);
      return nodes;
    },
  };
}

function judgeRule(
  { rule, match, unless, when }: PlacedRule,
  path: RepoPath,
  hits: Hits,
  context: FilterContext,
): readonly Finding[] {
  const { check } = rule;
  if (check.when?.length && hitsOf(when, hits, context).length === 0) return [];
  const excused = unless.length === 0 ? [] : hitsOf(unless, hits, context);
  const matched = hitsOf(match, hits, context).filter(
    ({ node }) =>
      !excused.some((other) => other.node.startIndex <= node.startIndex && node.endIndex <= other.node.endIndex),
  );
  if (check.mode === 'require') return matched.length > 0 ? [] : [{ rule, location: { path } }];
  return matched
    .sort((a, b) => a.node.startIndex - b.node.startIndex || b.node.endIndex - a.node.endIndex)
    .map((hit) => ({
      rule,
      location: { path, ...spanOf(hit.node) },
      found: textOf(hit, check.mode === 'keep' || check.mode === 'append', context),
    }));
}

/** The offending text; of what has to stay, the texts that tell it apart: its captures, else all of it. */
function textOf({ node, captures }: Hit, stays: boolean, { tree }: FilterContext): string {
  // One capture is the match itself.
  const own = captures.findIndex((capture) => capture.node.id === node.id);
  const told = stays ? captures.filter((_, index) => index !== own) : [];
  const nodes = told.length > 0 ? told.map((capture) => capture.node) : [node];
  return nodes.map((each) => shortText(tree.text.slice(each.startIndex, each.endIndex))).join(BETWEEN);
}

/** The nodes that any of the matchers stands for, each once. */
function hitsOf(matchers: readonly PlacedMatcher[], hits: Hits, context: FilterContext): Hit[] {
  const found = new Map<number, Hit>();
  for (const { matcher, probes } of matchers) {
    for (const hit of probes.flatMap((probe) => hits.of.get(probe) ?? [])) {
      if (!found.has(hit.node.id) && (matcher.filter?.holds(hit, context) ?? true)) found.set(hit.node.id, hit);
    }
  }
  return [...found.values()];
}

/** Text on one line, blanks run together, cut to a bounded length. */
function shortText(text: string): string {
  const line = text
    .slice(0, 4 * FOUND_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > FOUND_LENGTH ? `${line.slice(0, FOUND_LENGTH - 1)}…` : line;
}
