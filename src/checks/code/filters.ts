import type { CodeFilter } from '../../model/checks/code.ts';
import { compileRegex } from '../text/regex.ts';
import { CASE_STYLES, hasCaseStyle } from './case-style.ts';
import type { Hit } from './combined.ts';
import { isNameUse } from './name-use.ts';
import { type DefaultTarget, type Probe, probesOf } from './skeleton.ts';
import { ancestorsOf, isFirst, isTopLevel, textBefore } from './surroundings.ts';
import { QueryProblem, type SyntaxNode, type SyntaxTree } from './syntax.ts';

/** A query asked about the surroundings of a match; it is run over a file at most once, when first needed. */
export interface SideQuery {
  readonly probes: readonly Probe[];
}

/** What a filter may ask about the file at hand. */
export interface FilterContext {
  readonly tree: SyntaxTree;
  /** The nodes that a side query stands for, in order of their start. */
  nodesOf(query: SideQuery): readonly SyntaxNode[];
}

type Condition = (hit: Hit, context: FilterContext) => boolean;

/** The structural conditions of a matcher, as one test. `queries` are for checking them against a grammar. */
export interface Filter {
  readonly queries: readonly SideQuery[];
  holds(hit: Hit, context: FilterContext): boolean;
}

/** Compiles the conditions of a matcher. Throws QueryProblem or SyntaxError. */
export function compileFilter(filter: CodeFilter, captures: ReadonlyMap<string, string>): Filter {
  const queries: SideQuery[] = [];
  const side = (source: string, target: DefaultTarget = 'root'): SideQuery => {
    const query = { probes: probesOf(source, target) };
    queries.push(query);
    return query;
  };
  const conditions = [
    ...around(filter, side),
    ...within(filter, side),
    ...ofItself(filter, captures),
    ...(filter.occurrences ? [occurrenceCondition(filter.occurrences, captures, side)] : []),
  ];
  return { queries, holds: (hit, context) => conditions.every((condition) => condition(hit, context)) };
}

type Side = (source: string, target?: DefaultTarget) => SideQuery;

function around({ inside, notInside }: CodeFilter, side: Side): Condition[] {
  const conditions: Condition[] = [];
  const isInside = (query: SideQuery): Condition => {
    return (hit, context) => {
      const nodes = new Set(context.nodesOf(query).map((node) => node.id));
      return nodes.size > 0 && ancestorsOf(hit.node).some((node) => nodes.has(node.id));
    };
  };
  for (const query of listOf(inside)) conditions.push(isInside(side(query)));
  for (const query of listOf(notInside)) {
    const test = isInside(side(query));
    conditions.push((hit, context) => !test(hit, context));
  }
  return conditions;
}

function listOf(queries: string | readonly string[] | undefined): readonly string[] {
  return queries === undefined ? [] : [queries].flat();
}

function within({ has, hasNot, children, unsorted }: CodeFilter, side: Side): Condition[] {
  const conditions: Condition[] = [];
  for (const source of listOf(has)) {
    const query = side(source);
    conditions.push((hit, context) => context.nodesOf(query).some((node) => contains(hit.node, node)));
  }
  for (const source of listOf(hasNot)) {
    const query = side(source);
    conditions.push((hit, context) => !context.nodesOf(query).some((node) => contains(hit.node, node)));
  }
  if (children) {
    const query = side(children.query, 'first-capture');
    conditions.push((hit, context) => {
      const belongs = children.direct
        ? (node: SyntaxNode) => node.parent?.id === hit.node.id
        : (node: SyntaxNode) => node.id !== hit.node.id && contains(hit.node, node);
      return outOf(children, context.nodesOf(query).filter(belongs).length);
    });
  }
  if (unsorted !== undefined) {
    const query = side(unsorted, 'first-capture');
    conditions.push(({ node }, context) => {
      const texts = context
        .nodesOf(query)
        .filter((inner) => inner.id !== node.id && contains(node, inner))
        .sort((a, b) => a.startIndex - b.startIndex)
        .map((inner) => context.tree.text.slice(inner.startIndex, inner.endIndex));
      return texts.some((text, index) => index > 0 && text < (texts[index - 1] ?? ''));
    });
  }
  return conditions;
}

function ofItself(filter: CodeFilter, captures: ReadonlyMap<string, string>): Condition[] {
  const conditions: Condition[] = [];
  const { nameStyle, lines, topLevel, first, use, precededBy, notPrecededBy, text, notText } = filter;
  if (nameStyle) conditions.push(nameCondition(nameStyle, captures));
  if (lines) {
    conditions.push(({ node }) => outOf(lines, node.endPosition.row - node.startPosition.row + 1));
  }
  if (topLevel !== undefined) conditions.push(({ node }) => isTopLevel(node) === topLevel);
  if (first !== undefined) conditions.push(({ node }) => isFirst(node) === first);
  if (use !== undefined) conditions.push(({ node }) => isNameUse(node) === use);
  if (text !== undefined) {
    const regex = compileRegex(text);
    conditions.push(({ node }, { tree }) => regex.test(tree.text.slice(node.startIndex, node.endIndex)));
  }
  if (notText !== undefined) {
    const regex = compileRegex(notText);
    conditions.push(({ node }, { tree }) => !regex.test(tree.text.slice(node.startIndex, node.endIndex)));
  }
  if (precededBy !== undefined) {
    const regex = compileRegex(precededBy);
    conditions.push(({ node }, { tree }) => regex.test(textBefore(node, tree.root, tree.text)));
  }
  if (notPrecededBy !== undefined) {
    const regex = compileRegex(notPrecededBy);
    conditions.push(({ node }, { tree }) => !regex.test(textBefore(node, tree.root, tree.text)));
  }
  return conditions;
}

/** The name by which hits know a capture that a filter speaks of. */
function capturedAs(written: string, field: string, captures: ReadonlyMap<string, string>): string {
  const name = written.replace(/^@/, '');
  const capture = captures.get(name);
  if (capture === undefined) throw new QueryProblem(`${field} names @${name}, which the query does not capture`);
  return capture;
}

function occurrenceCondition(
  occurrences: NonNullable<CodeFilter['occurrences']>,
  captures: ReadonlyMap<string, string>,
  side: Side,
): Condition {
  const capture = capturedAs(occurrences.capture, 'occurrences', captures);
  const within = side(occurrences.within);
  return (hit, context) => {
    const places = new Set(context.nodesOf(within).map((node) => node.id));
    const around = ancestorsOf(hit.node).find((node) => places.has(node.id));
    const named = hit.captures.find(({ name }) => name === capture)?.node;
    if (!around || !named) return false;
    return outOf(occurrences, countAlike(around, named, context.tree.text));
  };
}

/** Nodes of the type and the text of another, below a node. */
function countAlike(around: SyntaxNode, wanted: SyntaxNode, text: string): number {
  const name = text.slice(wanted.startIndex, wanted.endIndex);
  const open: SyntaxNode[] = [around];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === wanted.type && text.slice(node.startIndex, node.endIndex) === name) count += 1;
    else open.push(...node.children);
  }
  return count;
}

function nameCondition(style: NonNullable<CodeFilter['nameStyle']>, captures: ReadonlyMap<string, string>): Condition {
  const capture = capturedAs(style.capture, 'nameStyle', captures);
  for (const name of [...(style.is ?? []), ...(style.not ?? [])]) {
    if (!CASE_STYLES.includes(name))
      throw new QueryProblem(`unknown case style ${name}, expected one of ${CASE_STYLES.join(', ')}`);
  }
  return (hit, { tree }) =>
    hit.captures
      .filter(({ name }) => name === capture)
      .some(({ node }) => {
        const name = tree.text.slice(node.startIndex, node.endIndex);
        const fits = (other: string) => hasCaseStyle(name, other);
        return (style.is?.some(fits) ?? true) && !(style.not?.some(fits) ?? false);
      });
}

function outOf(
  bounds: { readonly max?: number | undefined; readonly min?: number | undefined },
  count: number,
): boolean {
  const over = bounds.max !== undefined && count > bounds.max;
  const under = bounds.min !== undefined && count < bounds.min;
  return over || under;
}

/** Is a node this node or below it? Equal ranges are told apart by walking up. */
function contains(node: SyntaxNode, inner: SyntaxNode): boolean {
  if (inner.startIndex < node.startIndex || inner.endIndex > node.endIndex) return false;
  if (inner.id === node.id) return true;
  return ancestorsOf(inner).some((around) => around.id === node.id);
}
