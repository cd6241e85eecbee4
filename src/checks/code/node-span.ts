import type { Span } from '../../model/span.ts';
import type { SyntaxNode } from './syntax.ts';

/** The 1-based span of a node; columns count UTF-16 code units, the end is exclusive. */
export function spanOf({ startPosition, endPosition }: SyntaxNode): Span {
  return {
    line: startPosition.row + 1,
    column: startPosition.column + 1,
    endLine: endPosition.row + 1,
    endColumn: endPosition.column + 1,
  };
}
