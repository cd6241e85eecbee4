import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Language } from '../model/language.ts';
import { languagesOf } from './expand.ts';
import { normalise } from './words.ts';

/** How a construct looks in some languages. § stands for a statement within it in the sample. */
export interface ConstructForm {
  readonly languages: readonly Language[];
  /** tree-sitter query whose `@match` is the construct. */
  readonly query: string;
  readonly sample: string;
}

/** A part of code that prose places things in: a loop, an `except` block, a constructor. */
export interface Construct {
  readonly id: string;
  readonly names: readonly string[];
  readonly forms: readonly ConstructForm[];
}

const fileSchema = z.record(
  z.string(),
  z.strictObject({
    names: z.array(z.string()).min(1),
    forms: z.array(z.strictObject({ in: z.string(), query: z.string(), sample: z.string() })).min(1),
  }),
);

/** Reads `constructs.yaml` of a rules folder. Throws a ZodError for an entry that does not fit. */
export function readConstructs(folder: string): Readonly<Record<string, Construct>> {
  const source = fileSchema.parse(parse(readFileSync(path.join(folder, 'constructs.yaml'), 'utf8')));
  return Object.fromEntries(
    Object.entries(source).map(([id, { names, forms }]) => [
      id,
      { id, names, forms: forms.map(({ in: languages, ...form }) => ({ languages: languagesOf(languages), ...form })) },
    ]),
  );
}

const ARTICLES = /^(?:a|an|the|any|all|every|each|your|our|of|most|either|plain|regular|other)$/;
const HEADS = /^(?:block|statement|body|clause|scope|context|call)$/;

/** The construct that a phrase names, articles, plurals and quotation marks aside. */
export function constructNamed(phrase: string, constructs: Readonly<Record<string, Construct>>): Construct | undefined {
  const words = plainWords(phrase);
  const byName = named.get(constructs) ?? indexed(constructs);
  named.set(constructs, byName);
  const last = words.at(-1) ?? '';
  return byName.get(words.join(' ')) ?? (HEADS.test(last) ? byName.get(words.slice(0, -1).join(' ')) : undefined);
}

const named = new WeakMap<object, ReadonlyMap<string, Construct>>();

function indexed(constructs: Readonly<Record<string, Construct>>): ReadonlyMap<string, Construct> {
  const byName = new Map<string, Construct>();
  for (const construct of Object.values(constructs)) {
    for (const name of construct.names.map((each) => plainWords(each).join(' ')))
      if (!byName.has(name)) byName.set(name, construct);
  }
  return byName;
}

function plainWords(phrase: string): readonly string[] {
  return phrase
    .replaceAll(/[`*"'“”]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !ARTICLES.test(word.toLowerCase()))
    .map(normalise);
}
