import { wildcard } from '../command/wildcard.ts';

/** A value of a configuration file. `start` and `end` are UTF-16 offsets, the end exclusive. */
export interface ConfigNode {
  /** The value as plain data. */
  readonly value: unknown;
  readonly entries: readonly ConfigEntry[];
  readonly start: number;
  readonly end: number;
}

/** A member of a map, or an item of a list with its index as key. */
export interface ConfigEntry {
  readonly key: string;
  readonly node: ConfigNode;
  /** Where the key stands; the item itself for a list. */
  readonly start: number;
  readonly end: number;
}

/** An entry found by a key path, with the keys that lead to it. */
export interface Selected extends ConfigEntry {
  readonly keys: readonly string[];
}

/** Splits `a.b.*`; a segment in double quotes may hold dots: `paths."@/lib.x"`. */
export function keySegments(key: string): readonly string[] {
  return [...key.matchAll(/"((?:[^"\\]|\\.)*)"|([^."]+)/g)].map(
    ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
  );
}

/** The entries that a key path means; `*` stands for any one key or item, or for part of one. */
export function select(node: ConfigNode, segments: readonly string[]): readonly Selected[] {
  let found: readonly { node: ConfigNode; selected: Selected | undefined }[] = [{ node, selected: undefined }];
  for (const segment of segments) {
    found = found.flatMap(({ node: parent, selected }) =>
      entriesNamed(segment, parent.entries).map((entry) => ({
        node: entry.node,
        selected: { ...entry, keys: [...(selected?.keys ?? []), entry.key] },
      })),
    );
  }
  return found.flatMap(({ selected }) => selected ?? []);
}

/** Does a segment of a key stand for more than one name? `*` and `{a,b}` do. */
export function isGlob(segment: string): boolean {
  return /\*|\{[^{}]*,[^{}]*\}/.test(segment);
}

/** An entry of this very name, else those that its stars and braces fit. */
function entriesNamed(segment: string, entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  const exact = entries.filter(({ key }) => key === segment);
  if (exact.length > 0 || !isGlob(segment)) return exact;
  const fits = wildcard(segment);
  return entries.filter(({ key }) => fits(key));
}

/** The deepest entry on the way to a key path that is there. */
export function deepest(node: ConfigNode, segments: readonly string[]): Selected | undefined {
  for (let length = segments.length; length > 0; length--) {
    const [found] = select(node, segments.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

/** Are two plain values the same, whatever the order of keys? */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text: strings as they are, all else as JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Documents of a file (YAML may hold several), or what is wrong with it. */
export type Parsed = { readonly documents: readonly ConfigNode[] } | { readonly problem: string };
