import { isMap, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { Failure, type FailureCode } from '../model/failure.ts';
import { complaintOf } from './complaint.ts';

type Parsed = ReturnType<typeof parseDocument>;

/** What a schema made of a value. */
export type Reading<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: z.ZodError };

/**
 * Reads a YAML document of ours. Throws a {@link Failure} with `file:line:column`, what was expected and
 * what was found, for broken YAML and for content that is refused.
 */
export function readDocument<T>(
  file: string,
  text: string,
  reading: (value: unknown) => Reading<T>,
  code: FailureCode,
  remedy: string,
): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${Math.max(1, col)}`;
  };
  const [broken] = document.errors;
  if (broken) throw new Failure(code, `not YAML: ${broken.message}`, { place: place(broken.pos[0]), remedy });
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Aliases that blow up, or that name nothing.
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(code, `not YAML: ${message}`, { place: place(0), remedy });
  }
  const read = reading(value);
  if (read.success) return read.data;
  const complaint = complaintOf(read.error, value);
  throw new Failure(code, complaint.message, {
    place: place(offsetOf(document, complaint.path, complaint.key)),
    remedy,
  });
}

/** Where the node at a path stands; of a key that should not be there, the key itself. */
function offsetOf(document: Parsed, path: readonly PropertyKey[], key: string | undefined): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!hasRange(node)) continue;
    if (key !== undefined && length === path.length && isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === key);
      if (pair && hasRange(pair.key)) return pair.key.range[0];
    }
    return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
