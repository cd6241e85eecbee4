import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import type { ConfigEntry, ConfigNode, Parsed } from './tree.ts';

/** All documents of a YAML text that stands at an offset of its file. Aliases are followed. */
export function parseYaml(text: string, offset: number): Parsed {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) return { problem: `not valid YAML (${error.code}, line ${lines.linePos(error.pos[0]).line})` };
  return {
    documents: documents.flatMap((document) =>
      document.contents ? [nodeOf(document.contents, document, offset, 0)] : [],
    ),
  };
}

/** Aliases can make a small text endlessly deep. */
const MAX_DEPTH = 40;

function nodeOf(node: Node, document: Document, offset: number, depth: number): ConfigNode {
  const [start, end] = node.range ?? [0, 0];
  const place = { start: start + offset, end: end + offset };
  const real = isAlias(node) ? node.resolve(document) : node;
  if (!real || depth > MAX_DEPTH) return { value: undefined, entries: [], ...place };
  if (isMap(real)) {
    const entries = real.items.flatMap((pair): readonly ConfigEntry[] => {
      if (!isScalar(pair.key)) return [];
      const [from, to] = pair.key.range ?? [start, start];
      const value = isNode(pair.value)
        ? nodeOf(pair.value, document, offset, depth + 1)
        : { value: null, entries: [], start: from + offset, end: to + offset };
      return [{ key: keyText(pair.key.value, pair.key.source), node: value, start: from + offset, end: to + offset }];
    });
    return { value: Object.fromEntries(entries.map((entry) => [entry.key, entry.node.value])), entries, ...place };
  }
  if (isSeq(real)) {
    const entries = real.items.filter(isNode).map((item, index): ConfigEntry => {
      const child = nodeOf(item, document, offset, depth + 1);
      return { key: String(index), node: child, start: child.start, end: child.end };
    });
    return { value: entries.map((entry) => entry.node.value), entries, ...place };
  }
  return { value: isScalar(real) ? real.value : undefined, entries: [], ...place };
}

/** Keys are compared as they are written: `on` is `on`. */
function keyText(value: unknown, source: string | undefined): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
