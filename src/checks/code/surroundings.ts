import type { SyntaxNode } from './syntax.ts';

const OWNS_SCOPE =
  /function|method|lambda|closure|constructor|destructor|accessor|class|interface|struct|trait|impl_|protocol|enum/;
const NO_SCOPE = /call|invocation|type|reference|name|heritage|base|modifier|list/;
const BLOCK = /block|body|program|module|source_file|compilation_unit|translation_unit|document|stylesheet|statements/;
const BEFORE_FIRST = /comment|hash_bang|shebang|php_tag|^text$/;
const ABOVE = /comment|attribute|decorator|annotation/;

/** All nodes around a node, innermost first. */
export function ancestorsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const around: SyntaxNode[] = [];
  for (let next = node.parent; next !== null; next = next.parent) around.push(next);
  return around;
}

/** Does a node stand in no function and no class? Statements at top level may lie in blocks (`if`, `try`). */
export function isTopLevel(node: SyntaxNode): boolean {
  for (const around of ancestorsOf(node)) {
    if (around.parent !== null && OWNS_SCOPE.test(around.type) && !NO_SCOPE.test(around.type)) return false;
  }
  return true;
}

/** Is a node, or the statement it starts, the first of its block or file? Comments do not count. */
export function isFirst(node: SyntaxNode): boolean {
  for (let at = node; at.parent !== null; at = at.parent) {
    let before = at.previousNamedSibling;
    while (before && BEFORE_FIRST.test(before.type)) before = before.previousNamedSibling;
    if (before) return false;
    if (at.parent.parent === null || BLOCK.test(at.parent.type)) return true;
  }
  return true;
}

/**
 * The text directly before a node: comments, attributes and decorators on the lines above the line it
 * starts on, up to a blank line or other code, and what stands before it on its own line.
 */
export function textBefore(node: SyntaxNode, root: SyntaxNode, text: string): string {
  const lineStart = text.lastIndexOf('\n', node.startIndex - 1) + 1;
  let from = lineStart;
  while (from > 0) {
    const previous = text.lastIndexOf('\n', from - 2) + 1;
    const line = text.slice(previous, from);
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '' || !liesAbove(root, previous + indent)) break;
    from = previous;
  }
  return text.slice(from, node.startIndex);
}

function liesAbove(root: SyntaxNode, index: number): boolean {
  let at: SyntaxNode | undefined = root;
  while (at) {
    if (at !== root && ABOVE.test(at.type)) return true;
    at = at.children.find((child) => child.startIndex <= index && index < child.endIndex);
  }
  return false;
}
