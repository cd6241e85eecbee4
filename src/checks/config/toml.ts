import { parse } from 'smol-toml';
import type { ConfigEntry, ConfigNode, Parsed } from './tree.ts';

/** A TOML text that stands at an offset of its file. The parser keeps no positions: keys are looked up in the text. */
export function parseToml(text: string, offset: number): Parsed {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return { problem: `not valid TOML (${error instanceof Error ? error.message.split('\n')[0] : error})` };
  }
  const places = keyPlaces(text);
  return { documents: [nodeOf(value, [], { start: 0, end: text.length }, places, offset)] };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function nodeOf(
  value: unknown,
  keys: readonly string[],
  near: Place,
  places: ReadonlyMap<string, Place>,
  offset: number,
): ConfigNode {
  const here = places.get(keys.join('\0')) ?? near;
  const entries = members(value).map(([key, child]): ConfigEntry => {
    const path = [...keys, key];
    const node = nodeOf(child, path, here, places, offset);
    return { key, node, start: node.start, end: node.end };
  });
  const plain = value instanceof Date ? value.toISOString() : typeof value === 'bigint' ? Number(value) : value;
  return { value: plain, entries, start: here.start + offset, end: here.end + offset };
}

function members(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [String(index), item] as const);
  return typeof value === 'object' && value !== null && !(value instanceof Date) ? Object.entries(value) : [];
}

const KEY = `(?:[\\w-]+|"(?:[^"\\\\]|\\\\.)*"|'[^']*')`;
const DOTTED = `${KEY}(?:[ \\t]*\\.[ \\t]*${KEY})*`;
const HEADER = new RegExp(`^[ \\t]*(\\[\\[?)[ \\t]*(${DOTTED})[ \\t]*\\]\\]?`);
const PAIR = new RegExp(`^[ \\t]*(${DOTTED})[ \\t]*=[ \\t]*(.*?)[ \\t]*(?:#.*)?$`);

/** Where keys stand, by their path: from the key to the end of its line. */
function keyPlaces(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  let offset = 0;
  let open: string | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const at = offset;
    offset += raw.length + 1;
    if (open !== undefined) {
      if (line.includes(open)) open = undefined;
      continue;
    }
    const start = at + line.search(/\S|$/);
    const header = HEADER.exec(line);
    if (header) {
      table = split(header[2] ?? '');
      if (header[1] === '[[') {
        const count = counts.get(table.join('\0')) ?? 0;
        counts.set(table.join('\0'), count + 1);
        table = [...table, String(count)];
      } else table = inLatest(table, counts);
      remember(places, table, { start, end: at + line.trimEnd().length });
      continue;
    }
    const pair = PAIR.exec(line);
    if (!pair) continue;
    remember(places, [...table, ...split(pair[1] ?? '')], { start, end: at + line.trimEnd().length });
    const quote = /^("""|''')/.exec(pair[2] ?? '')?.[1];
    if (quote && !(pair[2] ?? '').slice(3).includes(quote)) open = quote;
  }
  return places;
}

/** `[a.b.c]` below the last `[[a.b]]`. */
function inLatest(table: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  const path: string[] = [];
  for (const [index, key] of table.entries()) {
    path.push(key);
    const count = counts.get(path.join('\0'));
    if (count !== undefined && index < table.length - 1) path.push(String(count - 1));
  }
  return path;
}

function remember(places: Map<string, Place>, keys: readonly string[], place: Place): void {
  const key = keys.join('\0');
  if (!places.has(key)) places.set(key, place);
}

function split(dotted: string): readonly string[] {
  return [...dotted.matchAll(new RegExp(KEY, 'g'))].map(([key]) => key.replace(/^(["'])(.*)\1$/, '$2'));
}
