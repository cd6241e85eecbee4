import { escapeRegex } from '../text/regex.ts';
import { holeOf } from './holes.ts';
import { quotedText } from './query-tree.ts';
import type { Grammar, SyntaxNode, SyntaxTree } from './syntax.ts';

/** Tokens that only separate or enclose; the shape of the tree says what they say. */
const PUNCTUATION = new Set([
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  '.',
  ':',
  '"',
  "'",
  '`',
  '<',
  '>',
  '/>',
  '</',
  '=>',
  '/',
  '\n',
  '"""',
  "'''",
  '[[',
  ']]',
  '@',
  '#',
  '::',
  '->',
  '?.',
  '\\',
  '',
]);
const OPENS = new Set(['(', '[', '{']);
const CLOSES = new Set([')', ']', '}']);
/** Lists in which any part may stand anywhere. */
const UNORDERED = /^(modifiers|jsx_opening_element|jsx_self_closing_element|start_tag|self_closing_tag)$/;

interface Emission {
  readonly grammar: Grammar;
  readonly predicates: string[];
  readonly holes: Map<string, string>;
  readonly start: number;
  readonly end: number;
  captures: number;
  /** Set where a keyword was read as a name. */
  refused: boolean;
}

/**
 * The query that finds what a fragment of a parsed text is, at the place of the fragment: kinds of nodes, texts of
 * leaves, operators; what lies outside the fragment and what is a hole stays open. `undefined` if the
 * fragment is not a thing of its own there. Offsets are UTF-16 units of the tree's text.
 */
export function fragmentQuery(grammar: Grammar, tree: SyntaxTree, start: number, end: number): string | undefined {
  const node = covering(tree.root, start, end);
  if (!node || node.parent === null || node.isExtra || holeOf(node.text) || !isCutOut(node, start, end))
    return undefined;
  const emission: Emission = { grammar, predicates: [], holes: new Map(), start, end, captures: 0, refused: false };
  const body = emitted(node, emission);
  const known =
    emission.predicates.length > 0 || /"/.test(body) || !/^\(\w+\)$/.test(body) || !node.isNamed || isTelling(node);
  if (!known || emission.refused) return undefined;
  const rest = emission.predicates.length === 0 ? '' : ` ${emission.predicates.join(' ')}`;
  // Tokens of a macro's arguments have no node of their own: the first of them stands for all.
  if (node.type === 'token_tree') return `(${body.replace(/ @t0/, ' @t0 @match')}${rest})`;
  return `(${body} @match${rest})`;
}

const PARTIAL_WITHIN =
  /^(decorator|annotation|modifiers|attribute_item|attribute_list|import_statement|import_clause)$/;

/** Is the fragment made of whole parts of the node? No token, and no part of a part, may reach over its edges. */
function isCutOut(node: SyntaxNode, start: number, end: number): boolean {
  return node.children.every((child) => {
    if (child.endIndex <= start || child.startIndex >= end) return true;
    if (start <= child.startIndex && child.endIndex <= end) return true;
    // `.then()` goes on from a hole: what it goes on from may reach over the left edge.
    const may = child.startIndex < start || PARTIAL_WITHIN.test(node.type) || /^(unary|prefix)/.test(child.type);
    return child.children.length > 0 && may && isCutOut(child, start, end);
  });
}

/** A node whose kind alone says it all: `(null)`, `(super)`, `(debugger_statement)`. */
function isTelling(node: SyntaxNode): boolean {
  return node.children.every((child) => !child.isNamed);
}

/** The smallest node around the fragment; of nodes with one range, the innermost that is more than a wrapper. */
export function covering(root: SyntaxNode, start: number, end: number): SyntaxNode | undefined {
  let at: SyntaxNode = root;
  if (root.startIndex > start || root.endIndex < end) return undefined;
  for (;;) {
    const inner: SyntaxNode | undefined = at.children.find(
      (child) => child.startIndex <= start && end <= child.endIndex,
    );
    if (!inner) return at;
    at = inner;
  }
}

function emitted(node: SyntaxNode, emission: Emission): string {
  if (!node.isNamed) return quotedText(node.type);
  const children = node.children;
  const inside = children.filter((child) => overlaps(child, emission));
  const named = inside.filter((child) => child.isNamed && !child.isExtra);
  if (children.length === 0) return leaf(node, emission);
  const whole = emission.start <= node.startIndex && node.endIndex <= emission.end;
  if (named.length === 0 && whole && isEmptyList(node)) return emptyList(node, emission);
  const items = children.flatMap((child, index) => itemOf(node, child, index, emission));
  if (items.length === 0 && whole && isTextual(node)) return leaf(node, emission);
  const list = items.every((item) => item.field === undefined) && !UNORDERED.test(node.type);
  const parts = list
    ? anchored(items, node, whole)
    : items.filter((item) => item.kind !== 'many').map((item) => item.text);
  const absent = (ABSENT[`${emission.grammar.language}:${node.type}`] ?? []).filter(
    (field) => !items.some((item) => item.field === field),
  );
  parts.push(...absent.map((field) => `!${field}`));
  return parts.length === 0 ? `(${node.type})` : `(${node.type} ${parts.join(' ')})`;
}

/** Parts whose absence says something: `except:` is not `except E:`, `catch {` is not `catch (e) {`. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  'python:except_clause': ['value'],
  'javascript:catch_clause': ['parameter'],
  'typescript:catch_clause': ['parameter'],
  'tsx:catch_clause': ['parameter'],
};
/** Grammars that take their own keywords for names where it helps them on. */
const LENIENT = new Set<string>(['ruby', 'swift', 'cpp', 'c', 'kotlin']);

interface Item {
  readonly kind: 'node' | 'token' | 'many';
  readonly text: string;
  readonly field?: string;
}

function itemOf(parent: SyntaxNode, child: SyntaxNode, index: number, emission: Emission): Item[] {
  if (!overlaps(child, emission) || child.isExtra || /^string_(start|end)$/.test(child.type)) return [];
  const field = parent.fieldNameForChild(index) ?? undefined;
  const prefix = field === undefined ? '' : `${field}: `;
  const hole = holeOf(child.text);
  if (hole?.kind === 'many') return [{ kind: 'many', text: '', ...(field !== undefined && { field }) }];
  if (hole) {
    const item = `${prefix}(_)${holeCapture(hole.name, emission)}`;
    return [{ kind: 'node', text: item, ...(field !== undefined && { field }) }];
  }
  if (!child.isNamed) {
    if (PUNCTUATION.has(child.type) || !/\S/.test(child.type)) return [];
    return [{ kind: 'token', text: `${prefix}${quotedText(child.type)}`, ...(field !== undefined && { field }) }];
  }
  return [{ kind: 'node', text: `${prefix}${emitted(child, emission)}`, ...(field !== undefined && { field }) }];
}

/** The same name twice means the same text twice. */
function holeCapture(name: string, emission: Emission): string {
  if (name === '') return '';
  const first = emission.holes.get(name);
  const capture = `h${emission.captures++}`;
  if (first === undefined) emission.holes.set(name, capture);
  else emission.predicates.push(`(#eq? @${first} @${capture})`);
  return ` @${capture}`;
}

function anchored(items: readonly Item[], node: SyntaxNode, whole: boolean): string[] {
  const delimited = node.type !== 'token_tree';
  const first = delimited ? node.children[0] : undefined;
  const last = delimited ? node.children.at(-1) : undefined;
  const parts: string[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'many') return;
    const before = items[index - 1];
    const opens = index === 0 && whole && first !== undefined && OPENS.has(first.type);
    if (item.kind === 'node' && (opens || before?.kind === 'node')) parts.push('.');
    parts.push(item.text);
  });
  const end = items.at(-1);
  if (whole && end?.kind === 'node' && last && CLOSES.has(last.type)) parts.push('.');
  return parts;
}

function leaf(node: SyntaxNode, emission: Emission): string {
  if (node.text === node.type) return `(${node.type})`;
  if (/identifier|constant/.test(node.type) && LENIENT.has(emission.grammar.language) && isToken(node.text, emission))
    emission.refused = true;
  const capture = `t${emission.captures++}`;
  emission.predicates.push(`(#eq? @${capture} ${quotedText(node.text)})`);
  return `(${node.type}) @${capture}`;
}

function isToken(text: string, { grammar }: Emission): boolean {
  return grammar.kinds.some((kind) => !kind.named && kind.name === text);
}

function isEmptyList(node: SyntaxNode): boolean {
  const text = node.text.replace(/\s+/g, '');
  return text === '()' || text === '[]' || text === '{}';
}

function emptyList(node: SyntaxNode, emission: Emission): string {
  const capture = `t${emission.captures++}`;
  const [open = '', close = ''] = [...node.text.replace(/\s+/g, '')];
  const source = `^${escapeRegex(open)}\\s*${escapeRegex(close)}`;
  emission.predicates.push(`(#match? @${capture} ${quotedText(source)})`);
  return `(${node.type}) @${capture}`;
}

/** A node of bare tokens (`float`, `***`) is told by its text. */
function isTextual(node: SyntaxNode): boolean {
  return node.children.every((child) => child.children.length === 0);
}

function overlaps(node: SyntaxNode, { start, end }: Emission): boolean {
  return node.startIndex < end && node.endIndex > start;
}
