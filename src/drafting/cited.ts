import * as z from 'zod';
import type { Directive } from '../model/directive.ts';
import { type Rule, ruleSchema } from '../model/rule.ts';
import type { Source } from '../model/span.ts';
import type { Reading } from '../rulebook/document.ts';

/** The source that a draft names by the id of its directive (`AGENTS.md:12`, `AGENTS.md:12#2`), or by a line of it. */
export function citedSource(id: string, directives: readonly Directive[]): Source | undefined {
  const wanted = id.trim().replace(/^\.\//, '');
  const exact = directives.find((directive) => directive.id === wanted);
  if (exact) return exact.source;
  const [, file, digits] = /^(.+):(\d+)$/.exec(wanted) ?? [];
  const line = Number(digits);
  return directives.find(({ source }) => source.file === file && source.line <= line && line <= source.endLine)?.source;
}

/** A drafted rule read by the schema, with what it cites put in full. */
export function readCited(value: unknown, directives: readonly Directive[]): Reading<Rule> {
  const issues: z.core.$ZodIssue[] = [];
  const full = (place: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof place !== 'string') return place;
    const source = citedSource(place, directives);
    const message = 'no statement stands there; `bylaw explain` lists them all';
    if (!source) issues.push({ code: 'custom', path: [...path], message: `${message}: ${place}`, input: place });
    return source ?? place;
  };
  const whole = withSources(value, full);
  return issues.length > 0 ? { success: false, error: new z.ZodError(issues) } : ruleSchema.safeParse(whole);
}

function withSources(value: unknown, full: (place: unknown, path: readonly (string | number)[]) => unknown): unknown {
  if (typeof value !== 'object' || value === null || !('source' in value)) return value;
  const also =
    'also' in value && Array.isArray(value.also)
      ? { also: value.also.map((place, index) => full(place, ['also', index])) }
      : {};
  return { ...value, source: full(value.source, ['source']), ...also };
}
