import type { SyntaxNode } from '../checks/code/syntax.ts';

/** Which part of a tree is shown. */
export interface TreeWish {
  /** Only nodes that touch this line (1-based). */
  readonly line?: number;
  /** Bare tokens too. */
  readonly all?: boolean;
  /** Levels below the root. */
  readonly depth?: number;
}

const MOST_TEXT = 60;

/** A syntax tree as queries see it: `field: (kind) line:column text`, one node a line. Lines and columns are 1-based. */
export function treeText(root: SyntaxNode, wish: TreeWish): string {
  const lines: string[] = [];
  const show = (node: SyntaxNode, field: string | null, depth: number): void => {
    if (wish.line !== undefined && !touches(node, wish.line)) return;
    if (wish.depth !== undefined && depth > wish.depth) return;
    const { row, column } = node.startPosition;
    const name = node.isNamed ? `(${node.type})` : JSON.stringify(node.type);
    const state = node.isMissing ? ' MISSING' : '';
    const leaf = node.namedChildren.length === 0 && node.isNamed ? `  ${shortened(node.text)}` : '';
    const of = field === null ? '' : `${field}: `;
    lines.push(`${'  '.repeat(depth)}${of}${name}${state}  ${row + 1}:${column + 1}${leaf}`);
    for (const [index, child] of node.children.entries()) {
      const childField = node.fieldNameForChild(index);
      // A bare token with a field is what queries match by: an operator, say.
      if (child.isNamed || childField !== null || wish.all) show(child, childField, depth + 1);
    }
  };
  show(root, null, 0);
  return lines.join('\n');
}

function touches({ startPosition, endPosition }: SyntaxNode, line: number): boolean {
  return startPosition.row + 1 <= line && line <= endPosition.row + 1;
}

function shortened(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.length > MOST_TEXT ? `${quoted.slice(0, MOST_TEXT)}…` : quoted;
}
