import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Failure } from '../../model/failure.ts';
import { MARK } from './entry.ts';

/** Something of ours in a YAML file: in a map (with `key`) or a list at a path of keys. */
export interface YamlEntry {
  readonly path: string;
  readonly at: readonly string[];
  /** Absent for an item of a list. */
  readonly key?: string;
  /** The value as lines of YAML, not indented. */
  readonly value: readonly string[];
}

/**
 * The text with our entry in front of the first of its siblings, or with the keys that lead there added at the end.
 * Only lines are put in; nothing that stands there is written anew.
 */
export function withEntry(before: string, entry: YamlEntry): string {
  const without = withoutEntry(before, entry);
  const document = parsed(without, entry.path);
  const eol = without.includes('\r\n') ? '\r\n' : '\n';
  for (let depth = entry.at.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(entry.at.slice(0, depth), true);
    if (node === undefined || node === null || (isScalar(node) && node.value === null)) continue;
    const missing = entry.at.slice(depth);
    const wantsList = missing.length === 0 && entry.key === undefined;
    if (!(wantsList ? isSeq(node) : isMap(node)) || isFlow(node)) throw foreignShape(entry, depth);
    const start = firstStart(node);
    if (start === undefined) throw foreignShape(entry, depth);
    const column = start - (without.lastIndexOf('\n', start - 1) + 1);
    const at = without.lastIndexOf('\n', start - 1) + 1;
    const lines = linesOf(missing, entry).map((line) => `${' '.repeat(column)}${line}${eol}`);
    return without.slice(0, at) + lines.join('') + without.slice(at);
  }
  const glue = without === '' || without.endsWith('\n') ? '' : eol;
  return `${without}${glue}${linesOf(entry.at, entry)
    .map((line) => `${line}${eol}`)
    .join('')}`;
}

/** The text without our entry; exactly what was there before, as entries are whole lines. */
export function withoutEntry(before: string, entry: YamlEntry): string {
  const document = parsed(before, entry.path);
  for (let depth = 0; depth <= entry.at.length; depth++) {
    const node = depth === 0 ? document.contents : document.getIn(entry.at.slice(0, depth), true);
    const children = isMap(node) || isSeq(node) ? node.items : [];
    const index = children.findIndex((child) => {
      const [from, to] = rangeOf(child);
      return ownedOnly(before.slice(from, to), entry) && (depth === entry.at.length || isKey(child, entry.at[depth]));
    });
    const child = children[index];
    if (child === undefined) continue;
    const from = before.lastIndexOf('\n', rangeOf(child)[0] - 1) + 1;
    const next = children[index + 1];
    const to =
      next === undefined ? endOfLines(before, rangeOf(child)[1]) : before.lastIndexOf('\n', rangeOf(next)[0] - 1) + 1;
    return before.slice(0, from) + before.slice(to);
  }
  return before;
}

/** Is this text nothing but our entry, with or without the keys that lead to it? */
function ownedOnly(text: string, entry: YamlEntry): boolean {
  const ours = new Set(linesOf(entry.at, entry).map((line) => line.trim()));
  const lines = text.split('\n').map((line) => line.trim());
  return text.includes(MARK) && lines.every((line) => line === '' || ours.has(line) || ours.has(`- ${line}`));
}

function linesOf(keys: readonly string[], entry: YamlEntry): readonly string[] {
  const value =
    entry.key === undefined
      ? entry.value.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
      : [`${entry.key}:`, ...entry.value.map((line) => `  ${line}`)];
  return keys.reduceRight<readonly string[]>((inner, key) => [`${key}:`, ...inner.map((line) => `  ${line}`)], value);
}

function parsed(text: string, place: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new Failure('unavailable', `the file is not valid YAML: ${error.message.split('\n')[0]}`, {
      place: `${place}:${line}:${col}`,
      remedy: 'repair the file by hand and run bylaw init again',
    });
  }
  return document;
}

function foreignShape(entry: YamlEntry, depth: number): Failure {
  return new Failure('unavailable', `${entry.at.slice(0, depth).join('.') || 'the file'} is not written as a block`, {
    place: entry.path,
    remedy: `add by hand:\n${linesOf(entry.at, entry).join('\n')}`,
  });
}

function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function firstStart(node: unknown): number | undefined {
  const [first] = isMap(node) || isSeq(node) ? node.items : [];
  return first === undefined ? undefined : isSeq(node) ? (node as YAMLSeq).range?.[0] : rangeOf(first)[0];
}

function isKey(child: unknown, key: string | undefined): boolean {
  return isPair(child) && isScalar(child.key) && child.key.value === key;
}

function isPair(child: unknown): child is Pair<Node, Node | null> {
  return typeof child === 'object' && child !== null && 'key' in child;
}

/** Offsets of a child. An item of a list begins behind its dash. */
function rangeOf(child: unknown): readonly [number, number] {
  if (isPair(child)) return [child.key.range?.[0] ?? 0, child.value?.range?.[1] ?? child.key.range?.[1] ?? 0];
  const range = typeof child === 'object' && child !== null && 'range' in child ? (child as YAMLMap).range : undefined;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function endOfLines(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
