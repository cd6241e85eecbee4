import type { Language } from '../../model/language.ts';
import { grammarOf } from '../code/grammars.ts';
import { treeOf } from '../code/parse-cache.ts';
import type { SyntaxNode } from '../code/syntax.ts';

/** A stretch of text: offsets in UTF-16 units, the end exclusive. */
export type Range = readonly [start: number, end: number];

/** Where comments and strings stand, in order; what is in neither is code. */
export interface Regions {
  readonly comments: readonly Range[];
  readonly strings: readonly Range[];
}

const COMMENT = /comment/;
const STRING = /string|heredoc|char_literal|character_literal|rune_literal|template_literal|regex/;
/** Named like strings, but holding code; or no text at all. */
const CODE_IN_STRING = /interpolation|substitution|interpolated_expression|embedded|string_expansion|expansion$/;
const NO_STRING = /type|concatenat|conversion|operator|list|array|_start$|_end$/;

/** Tells comments and strings from code by the grammar; `undefined` where there is none, or parsing takes too long. */
export function regionsOf(language: Language, text: string, place?: string): Regions | undefined {
  if (!grammarOf(language)) return undefined;
  const tree = treeOf(language, text, place);
  if (!tree) return undefined;
  const comments: Range[] = [];
  const strings: Range[] = [];
  collect(tree.root, comments, strings);
  return { comments, strings };
}

function collect(root: SyntaxNode, comments: Range[], strings: Range[]): void {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.isNamed && COMMENT.test(node.type)) comments.push([node.startIndex, node.endIndex]);
    else if (node.isNamed && STRING.test(node.type) && !NO_STRING.test(node.type)) {
      open.push(...stringParts(node, strings));
    } else {
      const { children } = node;
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child) open.push(child);
      }
    }
  }
}

/** Adds the text of a string; the code within it (`${…}`) is handed back. */
function stringParts(node: SyntaxNode, strings: Range[]): SyntaxNode[] {
  const code: SyntaxNode[] = [];
  let from = node.startIndex;
  const within = (around: SyntaxNode) => {
    for (const child of around.children) {
      if (CODE_IN_STRING.test(child.type)) {
        if (from < child.startIndex) strings.push([from, child.startIndex]);
        from = child.endIndex;
        code.push(child);
      } else within(child);
    }
  };
  within(node);
  if (from < node.endIndex) strings.push([from, node.endIndex]);
  return code.reverse();
}
