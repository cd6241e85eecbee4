import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Language } from '../../model/language.ts';

/**
 * Shapes of queries that the grammars' own engine was seen to take when the program was built: those of the lexicon and
 * those of common pieces of code. Asking the engine again costs up to 50 ms a language in each process.
 */

/** Where the file lies: beside the bundle, beside its chunks, or built, seen from the sources. */
const PLACES = ['./shapes.json', '../shapes.json', '../../../dist/shapes.json'];

/** Keys of shapes by language, between blanks. */
const fileSchema = z.object({ taken: z.record(z.string(), z.string()) });

let read: Readonly<Record<string, string>> | undefined;
const known = new Map<Language, ReadonlySet<string>>();

/** Did the engine of the language take this shape? False also where nobody asked it. */
export function isKnownShape(language: Language, skeleton: string): boolean {
  const shapes = known.get(language) ?? new Set(shapesFile()[language]?.split(' '));
  known.set(language, shapes);
  return shapes.has(shapeKey(skeleton));
}

/** A shape in the file: its hash. */
export function shapeKey(skeleton: string): string {
  return createHash('sha1').update(skeleton).digest('base64').slice(0, 10);
}

function shapesFile(): Readonly<Record<string, string>> {
  if (read) return read;
  const file = PLACES.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  const parsed = file && fileSchema.safeParse(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
  read = parsed?.success ? parsed.data.taken : {};
  return read;
}
