import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ConfigEntry, ConfigNode, Parsed } from './tree.ts';

/** JSON with comments and trailing commas, as many tools take it. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error) return { problem: `not valid JSON (${printParseErrorCode(error.error)} at offset ${error.offset})` };
  return { documents: root ? [nodeOf(root)] : [] };
}

function nodeOf(node: Node): ConfigNode {
  return { value: getNodeValue(node), entries: entriesOf(node), start: node.offset, end: node.offset + node.length };
}

function entriesOf(node: Node): readonly ConfigEntry[] {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.map((child, index) => {
      const item = nodeOf(child);
      return { key: String(index), node: item, start: item.start, end: item.end };
    });
  }
  if (node.type !== 'object') return [];
  return children.flatMap((property): readonly ConfigEntry[] => {
    const [key, value] = property.children ?? [];
    if (!key || !value) return [];
    return [{ key: String(key.value), node: nodeOf(value), start: key.offset, end: key.offset + key.length }];
  });
}
